// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"

namespace tenantry {

/// A VAT identification number whose format and check digits are right: those of the EU member
/// states (Council Directive 2006/112/EC, Art. 215), of Northern Ireland (XI), Great Britain,
/// Switzerland and Norway. Says nothing about whether the number was ever given out.
class VatId {
public:
  /// With its prefix; spaces, dots, dashes and slashes do not count; GR is taken for EL.
  /// Error `organization.vat_id_invalid`.
  [[nodiscard]] static Result<VatId> parse(QStringView text);

  [[nodiscard]] const QString &toString() const {
    return m_text;
  }                                      ///< "DE136695976", "CHE100155212MWST"
  [[nodiscard]] QString country() const; ///< ISO 3166-1 alpha-2: GR for EL, GB for XI
  friend bool operator==(const VatId &, const VatId &) = default;

private:
  explicit VatId(QString text) : m_text(std::move(text)) {}
  QString m_text;
};

} // namespace tenantry
