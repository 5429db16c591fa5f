// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/month_end.h"

#include "services/billing/book_months.h"
#include "services/billing/months.h"
#include "services/core/seen_rows.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

QString MonthEnd::digest() const {
  QStringList all{toIso(through), isRecognized ? u"recognized"_s : QString()};
  if (!months.empty())
    all += toIso(billing::firstDayOf(months.front()));
  for (const auto count : {entries, drafts, unbilled, unanswered, contradicted, unmatched})
    all += QString::number(count);
  return pictureDigest(all.join(u'-').toUtf8());
}

Result<MonthEnd> monthEnd(store::Session &session, business::AppliedBusiness &business,
                          std::chrono::year_month month) {
  TENANTRY_CHECK(billing::checkClosing(session, business, month));
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(known, billing::bookMonths(session, business));
  MonthEnd end;
  for (auto one = known.rbegin(); one != known.rend(); ++one)
    if (!one->isClosed && one->month <= month)
      end.months.push_back(one->month);
  if (end.months.empty())
    end.months.push_back(month); // nothing was ever booked until then
  const auto next = billing::firstDayOf(month + std::chrono::months(1));
  end.through = next - std::chrono::days(1);
  TENANTRY_TRY(rows, session.database.query("month_end_open",
                                            {{"first_day", billing::firstDayOf(end.months.front())},
                                             {"end_day", next},
                                             {"end", applied->zone().midnight(next)}}));
  end.drafts = rows[0].get<std::int64_t>(0);
  end.unbilled = rows[0].get<std::int64_t>(1);
  end.unanswered = rows[0].get<std::int64_t>(2);
  end.contradicted = rows[0].get<std::int64_t>(3);
  end.unmatched = rows[0].get<std::int64_t>(4);
  end.entries = rows[0].get<std::int64_t>(5);
  end.isRecognized = rows[0].get<bool>(6);
  return end;
}

Result<MonthEnd> closeMonth(store::Session &session, business::AppliedBusiness &business,
                            std::chrono::year_month month, const QString &seen) {
  TENANTRY_TRY(end, monthEnd(session, business, month));
  if (!seen.isEmpty() && seen != end.digest())
    return fail(u"ledger.picture_changed"_s,
                u"What closing %1 comes to has changed since; look at it again."_s.arg(
                    toIso(billing::firstDayOf(month)).left(7)));
  TENANTRY_CHECK(billing::closeMonth(session, business, month));
  return end;
}

} // namespace tenantry::payments
