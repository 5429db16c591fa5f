// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/finding_reviews.h"
#include <optional>

namespace tenantry::models {

/// Which invoice of a preview: an organization's, and of those which, from 0. As text
/// "organization/position": so keys of rows and links have it.
struct PreviewRowId {
  OrganizationId organization;
  int position = 0;

  [[nodiscard]] QString toString() const {
    return QStringLiteral("%1/%2").arg(organization.toString()).arg(position);
  }
  /// Of another text the null organization.
  [[nodiscard]] static PreviewRowId fromString(const QString &text) {
    bool isNumber = false;
    const int position = text.section(u'/', 1).toInt(&isNumber);
    if (!isNumber || position < 0)
      return {};
    return {OrganizationId::fromString(text.section(u'/', 0, 0)), position};
  }
  bool operator==(const PreviewRowId &) const = default;
};

/// One previewed invoice as the run's list shows it; amounts in minor units. What else there is of
/// it (lines, taxes, history) is computed again where one is looked at.
struct PreviewRow {
  PreviewRowId id;
  QString name;
  Currency currency;
  std::int64_t recurring = 0; ///< plan, seats, proration
  std::int64_t usage = 0;
  std::int64_t discount = 0;
  std::int64_t tax = 0;
  std::int64_t total = 0;
  std::optional<LocalDay> issued;
  std::optional<std::int64_t> before; ///< total of the one before it, in the same currency
  billing::Finding finding;
  bool isHeld = false;        ///< what is drafted for its organization waits
  bool isReviewed = false;    ///< somebody has looked at its finding
  bool needsApproval = false; ///< it is above the amount of four eyes, and stays a draft

  /// Of the total, to the invoice before; nothing where they cannot be compared.
  [[nodiscard]] std::optional<double> changeInPercent() const {
    return before ? billing::changeInPercent(total, *before) : std::nullopt;
  }
};

/// What there is to look at in it; without a finding nothing that somebody has looked at.
[[nodiscard]] billing::InvoiceFinding foundOf(const PreviewRow &row);

} // namespace tenantry::models
