// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace tenantry {

/// Where post goes. Any part may be empty.
struct PostalAddress {
  QString street;
  QString locality; ///< town
  QString region;   ///< state, province, county
  QString postalCode;
  QString country; ///< ISO 3166-1 alpha-2

  /// The lines below the name, in the order that the country's post asks for (UPU S42), without the
  /// country itself.
  [[nodiscard]] QStringList lines() const;
};

} // namespace tenantry
