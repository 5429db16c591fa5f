// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/receipt_export.h"

#include "services/billing/book_file.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

constexpr std::int64_t receiptPage = 2'000;

Receipt readReceipt(const store::Row &row) {
  const auto currency = *Currency::parse(row.get<QString>(8));
  const auto amount = row.get<std::int64_t>(9), toBalance = row.get<std::int64_t>(10);
  return {.day = row.get<LocalDay>(0),
          .cause = row.get<QString>(4),
          .source = row.get<QString>(5),
          .reference = row.get<QString>(6),
          .organization = row.get<OrganizationId>(1),
          .organizationName = row.get<QString>(3),
          .invoices = row.get<QString>(7),
          .amount = Money(amount, currency),
          .toBalance = Money(amount < 0 ? -toBalance : toBalance, currency)};
}

} // namespace

Result<bool> readReceipts(store::Session &session, const DayRange &days,
                          const std::function<void(const Receipt &)> &take,
                          const billing::BookProgress &goOn) {
  std::int64_t done = 0;
  LocalDay day = days.from;
  OrganizationId organization;
  QUuid transaction;
  for (;;) {
    TENANTRY_TRY(rows, session.database.query("ledger_receipts", {{"day", day},
                                                                  {"organization", organization},
                                                                  {"transaction", transaction},
                                                                  {"end_day", days.to},
                                                                  {"limit", receiptPage}}));
    for (const auto row : rows) {
      day = row.get<LocalDay>(0);
      organization = row.get<OrganizationId>(1);
      transaction = row.get<QUuid>(2);
      take(readReceipt(row));
    }
    done += rows.size();
    if (!goOn(done))
      return false;
    if (rows.size() < receiptPage)
      return true;
  }
}

Result<std::int64_t> exportReceipts(store::Session &session, const DayRange &days,
                                    const QString &path, const billing::BookProgress &goOn) {
  return billing::writeBookFile(
      path,
      {u"day"_s, u"cause"_s, u"source"_s, u"reference"_s, u"organization"_s, u"organization_id"_s,
       u"invoice"_s, u"currency"_s, u"amount"_s, u"to_balance"_s},
      [&](const billing::AddRow &add) {
        return readReceipts(
            session, days,
            [&](const Receipt &one) {
              add({toIso(one.day), one.cause, one.source, one.reference, one.organizationName,
                   one.organization.toString(), one.invoices, one.amount.currency().code(),
                   one.amount.majorString(), one.toBalance.majorString()});
            },
            goOn);
      });
}

} // namespace tenantry::payments
