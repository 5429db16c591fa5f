// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/tax_lines.h"

#include "services/billing/charged_rates.h"
#include "services/billing/stored_invoice.h"

#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr int taxPage = 200; ///< documents; the statement says so too

using TaxedLines = std::map<QUuid, std::vector<StoredLine>>;

Result<TaxedLines> taxedLines(store::Session &session, const store::Rows &documents) {
  std::vector<OrganizationId> organizations;
  std::vector<QUuid> ids;
  for (const auto row : documents) {
    organizations.push_back(row.get<OrganizationId>(1));
    ids.push_back(row.get<QUuid>(4));
  }
  TENANTRY_TRY(rows, session.database.query("ledger_tax_lines", {{"organizations", organizations},
                                                                 {"documents", ids}}));
  TaxedLines lines;
  for (const auto row : rows)
    lines[row.get<QUuid>(13)].push_back(readLine(row));
  return lines;
}

void takeDocument(const store::Row &row, const std::vector<StoredLine> &lines,
                  const std::function<void(const TaxLine &)> &take) {
  const auto customer = DocumentCustomer::fromJson(row.get<Json>(9));
  const auto currency = *Currency::parse(row.get<QString>(7));
  TaxLine line;
  line.day = row.get<LocalDay>(0);
  line.organization = row.get<OrganizationId>(1);
  line.organizationName = row.get<QString>(3);
  line.document = row.get<QString>(5);
  line.cause = row.get<QString>(6);
  line.vatId = customer.vatId;
  const bool isTakenBack = line.cause == u"invoice.voided";
  // What came from elsewhere says how much the tax was and not by which rate.
  const bool isImported = row.get<bool>(10);
  for (const auto &rate : chargedRates(lines).rates) {
    if (rate.net == 0 && rate.tax == 0)
      continue;
    const bool isNamed = !rate.item.isEmpty();
    line.reverseCharge = row.get<bool>(8) && !rate.isTaxed;
    line.country = isNamed ? rate.item.section(u'-', 0, 0) : customer.address.country;
    line.region = isNamed ? rate.item.section(u'-', 1) : customer.address.region;
    line.percent = isNamed && !isImported ? std::optional(rate.percent) : std::nullopt;
    line.net = Money(isTakenBack ? -rate.net : rate.net, currency);
    line.tax = Money(isTakenBack ? -rate.tax : rate.tax, currency);
    take(line);
  }
}

} // namespace

Result<bool> readTaxLines(store::Session &session, const DayRange &days,
                          const std::function<void(const TaxLine &)> &take,
                          const BookProgress &goOn) {
  std::int64_t done = 0;
  LocalDay day = days.from;
  OrganizationId organization;
  QUuid transaction;
  for (;;) {
    TENANTRY_TRY(documents,
                 session.database.query("ledger_tax_documents", {{"day", day},
                                                                 {"organization", organization},
                                                                 {"transaction", transaction},
                                                                 {"end_day", days.to}}));
    TENANTRY_TRY(lines, taxedLines(session, documents));
    for (const auto row : documents) {
      day = row.get<LocalDay>(0);
      organization = row.get<OrganizationId>(1);
      transaction = row.get<QUuid>(2);
      takeDocument(row, lines[row.get<QUuid>(4)], take);
    }
    done += documents.size();
    if (!goOn(done))
      return false;
    if (documents.size() < taxPage)
      return true;
  }
}

} // namespace tenantry::billing
