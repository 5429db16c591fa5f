// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/book_exports.h"

#include "services/billing/book_file.h"
#include "services/billing/customer_balances.h"
#include "services/billing/months.h"
#include "services/billing/revenue_lines.h"
#include "services/billing/tax_lines.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr int taxPlaces = 6;

} // namespace

Result<std::int64_t> exportJournal(store::Session &session, const DayRange &days,
                                   const QString &path, const BookProgress &goOn) {
  return writeBookFile(
      path,
      {u"day"_s, u"transaction"_s, u"account"_s, u"debit"_s, u"credit"_s, u"currency"_s, u"cause"_s,
       u"document"_s, u"organization"_s, u"organization_id"_s, u"booked_at"_s, u"reference"_s},
      [&](const AddRow &add) {
        return readJournal(
            session, days,
            [&](const JournalEntry &entry) {
              const Money amount(std::abs(entry.amount.minor()), entry.amount.currency());
              const bool isDebit = entry.amount.minor() > 0;
              add({toIso(entry.day), entry.transaction.toString(QUuid::WithoutBraces),
                   entry.account, isDebit ? amount.majorString() : QString(),
                   isDebit ? QString() : amount.majorString(), amount.currency().code(),
                   entry.cause, entry.document, entry.organizationName,
                   entry.organization.toString(), toIso(entry.bookedAt), entry.reference});
            },
            goOn);
      });
}

Result<std::int64_t> exportOpenItems(store::Session &session, std::optional<LocalDay> asOf,
                                     const QString &path, const BookProgress &goOn) {
  return writeBookFile(path,
                       {u"number"_s, u"organization"_s, u"organization_id"_s, u"issued_on"_s,
                        u"due_on"_s, u"currency"_s, u"total"_s, u"due"_s},
                       [&](const AddRow &add) {
                         const auto take = [&](const OpenItem &item) {
                           add({item.number, item.organizationName, item.organization.toString(),
                                toIso(item.issuedOn), toIso(item.dueOn), item.due.currency().code(),
                                item.total.majorString(), item.due.majorString()});
                         };
                         return asOf ? readOpenItemsOn(session, *asOf, take, goOn)
                                     : readOpenItems(session, take, goOn);
                       });
}

Result<std::int64_t> exportCustomerBalances(store::Session &session, std::optional<LocalDay> asOf,
                                            const QString &path, const BookProgress &goOn) {
  return writeBookFile(path, {u"organization"_s, u"organization_id"_s, u"currency"_s, u"balance"_s},
                       [&](const AddRow &add) {
                         return readCustomerBalances(
                             session, asOf,
                             [&](const CustomerBalance &one) {
                               add({one.organizationName, one.organization.toString(),
                                    one.amount.currency().code(), one.amount.majorString()});
                             },
                             goOn);
                       });
}

Result<std::int64_t> exportRevenue(store::Session &session, business::AppliedBusiness &business,
                                   std::chrono::year_month month, const QString &path,
                                   const BookProgress &goOn) {
  return writeBookFile(path,
                       {u"organization"_s, u"organization_id"_s, u"document"_s, u"line"_s,
                        u"kind"_s, u"item"_s, u"from"_s, u"to"_s, u"currency"_s, u"net"_s,
                        u"recognized_before"_s, u"recognized"_s, u"still_deferred"_s},
                       [&](const AddRow &add) {
                         return readRevenueLines(
                             session, business, month,
                             [&](const RevenueLine &line) {
                               const bool isDated = !line.days.isEmpty();
                               add({line.organizationName, line.organization.toString(),
                                    line.document, QString::number(line.line), line.kind, line.item,
                                    isDated ? toIso(line.days.from) : QString(),
                                    isDated ? toIso(line.days.to) : QString(),
                                    line.net.currency().code(), line.net.majorString(),
                                    line.before.majorString(), line.inMonth.majorString(),
                                    line.after.majorString()});
                             },
                             goOn);
                       });
}

Result<std::int64_t> exportTax(store::Session &session, const DayRange &days, const QString &path,
                               const BookProgress &goOn) {
  return writeBookFile(
      path,
      {u"day"_s, u"document"_s, u"cause"_s, u"organization"_s, u"organization_id"_s, u"country"_s,
       u"region"_s, u"rate"_s, u"reverse_charge"_s, u"vat_id"_s, u"currency"_s, u"net"_s, u"tax"_s},
      [&](const AddRow &add) {
        return readTaxLines(
            session, days,
            [&](const TaxLine &line) {
              add({toIso(line.day), line.document, line.cause, line.organizationName,
                   line.organization.toString(), line.country, line.region,
                   line.percent ? formatDecimal(*line.percent, taxPlaces) : QString(),
                   line.reverseCharge ? u"yes"_s : u"no"_s, line.vatId, line.net.currency().code(),
                   line.net.majorString(), line.tax.majorString()});
            },
            goOn);
      });
}

Result<std::int64_t> exportSchedule(store::Session &session, business::AppliedBusiness &business,
                                    const QString &path, const BookProgress &goOn) {
  return writeBookFile(path, {u"month"_s, u"currency"_s, u"revenue"_s},
                       [&](const AddRow &add) -> Result<bool> {
                         TENANTRY_TRY(schedule, revenueSchedule(session, business, goOn));
                         if (!schedule)
                           return false;
                         for (const auto &[key, amount] : *schedule)
                           add({toIso(firstDayOf(key.first)).left(7), key.second.code(),
                                Money(amount, key.second).majorString()});
                         return true;
                       });
}

} // namespace tenantry::billing
