// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json_text.h"
#include "services/core/postal_address.h"

namespace tenantry::organizations {
struct Organization;
}

namespace tenantry::billing {

/// The customer as a document shows it, frozen at finalization. What an older document does not
/// say is empty.
struct DocumentCustomer {
  QString name;
  QString email;
  PostalAddress address;
  QString vatId;
  QString language;
  QString dateFormat;

  static DocumentCustomer of(const organizations::Organization &organization);
  /// As it is stored with its document; without one (null) nothing is known.
  static DocumentCustomer fromJson(const Json &stored);

  [[nodiscard]] Json toJson() const;
  /// The same as text, for thousands: it stands until the next one of `json`.
  [[nodiscard]] std::string_view toText(JsonText &json) const;
};

} // namespace tenantry::billing
