// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/finding.h"

#include "services/catalog/tax.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr std::array<std::pair<Finding::Kind, QLatin1StringView>, 4> findingKindWords{{
    {Finding::Kind::FirstInvoice, "first_invoice"_L1},
    {Finding::Kind::UsageChange, "usage_change"_L1},
    {Finding::Kind::TotalChange, "total_change"_L1},
    {Finding::Kind::MissingData, "missing_data"_L1},
}};

} // namespace

QString findingKindWord(Finding::Kind kind) {
  for (const auto &[known, word] : findingKindWords)
    if (known == kind)
      return QString(word);
  return {};
}

Finding::Kind findingKindOf(QStringView word) {
  for (const auto &[kind, known] : findingKindWords)
    if (known == word)
      return kind;
  return Finding::Kind::None;
}

std::optional<double> changeInPercent(std::int64_t now, std::int64_t before) {
  if (before == 0)
    return std::nullopt;
  return (static_cast<double>(now) - static_cast<double>(before)) * 100 /
         std::abs(static_cast<double>(before));
}

Finding findingOf(const InvoiceSums &now, const std::optional<InvoiceSums> &before) {
  if (!before)
    return {Finding::Kind::FirstInvoice, 0};
  if (before->currency != now.currency)
    return {};
  const auto total = changeInPercent(now.total, before->total);
  if (!total || std::abs(*total) < findingPercent)
    return {};
  const auto usage = changeInPercent(now.usage, before->usage);
  const auto byUsage = std::abs(now.usage - before->usage);
  if (usage && 2 * byUsage > std::abs(now.total - before->total))
    return {Finding::Kind::UsageChange, *usage};
  return {Finding::Kind::TotalChange, *total};
}

QStringList missingData(const organizations::Organization &organization,
                        const business::Business &business) {
  QStringList missing;
  if (business.taxRates.empty())
    return missing;
  const std::pair<QString, const QString &> needed[] = {
      {u"name"_s, organization.name},
      {u"streetAddress"_s, organization.streetAddress},
      {u"addressLocality"_s, organization.addressLocality},
      {u"addressCountry"_s, organization.addressCountry}};
  for (const auto &[field, value] : needed)
    if (value.trimmed().isEmpty())
      missing += field;
  if (!catalog::isRegionKnown(organization.addressCountry, organization.addressRegion,
                              business.taxRates))
    missing += u"taxRegion"_s;
  return missing;
}

Result<std::map<OrganizationId, InvoiceSums>>
lastInvoices(store::Session &session, const std::vector<OrganizationId> &organizations) {
  TENANTRY_TRY(rows, session.database.query("invoices_last", {{"organizations", organizations}}));
  std::map<OrganizationId, InvoiceSums> found;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(1)));
    found[row.get<OrganizationId>(0)] = {currency, row.get<std::int64_t>(2),
                                         row.get<std::int64_t>(3)};
  }
  return found;
}

} // namespace tenantry::billing
