// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/organizations/values.h"
#include "services/store/session.h"
#include <map>
#include <optional>
#include <vector>

namespace tenantry::billing {

/// What an invoice comes to, minor units.
struct InvoiceSums {
  Currency currency;
  std::int64_t total = 0;
  std::int64_t usage = 0; ///< of it for usage, before discounts and taxes
};

/// What stands out in an invoice: by itself, or beside the one before it.
struct Finding {
  enum class Kind { None, FirstInvoice, UsageChange, TotalChange, MissingData };
  Kind kind = Kind::None;
  double percent = 0;    ///< by which the usage, or the total, differs
  QStringList missing{}; ///< fields of the customer that the invoice needs: "streetAddress"
  bool operator==(const Finding &) const = default;
};

/// "first_invoice"; of none nothing.
[[nodiscard]] QString findingKindWord(Finding::Kind kind);
/// Of another word: none.
[[nodiscard]] Finding::Kind findingKindOf(QStringView word);

/// A total that differs by at least this is a finding.
constexpr double findingPercent = 20;

/// Nothing where there was nothing before.
[[nodiscard]] std::optional<double> changeInPercent(std::int64_t now, std::int64_t before);
/// A first invoice, or a total that differs a lot: by its usage where most of the difference is.
/// Invoices in two currencies are not compared.
[[nodiscard]] Finding findingOf(const InvoiceSums &now, const std::optional<InvoiceSums> &before);

/// The fields that are empty of those that an invoice with taxes has to show: the customer's full
/// name and address (directive 2006/112/EC, article 226 (5)). `taxRegion` where taxes differ by
/// region, and nobody can tell which is meant. None where no tax is ever charged.
[[nodiscard]] QStringList missingData(const organizations::Organization &organization,
                                      const business::Business &business);

/// The last recurring invoice of each organization that has one; drafts and void ones do not count.
[[nodiscard]] Result<std::map<OrganizationId, InvoiceSums>>
lastInvoices(store::Session &session, const std::vector<OrganizationId> &organizations);

} // namespace tenantry::billing
