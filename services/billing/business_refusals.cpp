// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/business_refusals.h"

#include "services/billing/numbering.h"
#include "services/core/zone.h"
#include "services/usage/metric_change.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

/// Each issuer counts by itself: one that is new begins at 1, and the numbers of this year may be
/// those of the one before.
Result<> refuseNumbers(store::Session &session, const business::Business &after,
                       const QString &series, const QString &format, std::vector<Error> &refusals) {
  const auto zone = Zone::find(after.timeZone).value_or(Zone());
  const int year = int(std::chrono::year_month_day(zone.dayOf(session.clock.now())).year());
  TENANTRY_TRY(next, session.database.one<std::int64_t>(
                         "number_next",
                         {{"issuer", after.issuer.legalName}, {"series", series}, {"year", year}}));
  const auto number = formatNumber(format, {year, std::get<0>(*next)});
  TENANTRY_TRY(taken, session.database.one<bool>("number_is_taken", {{"number", number}}));
  if (std::get<0>(*taken))
    refusals.push_back({u"business.number_taken"_s,
                        u"The next number of %1 would be %2, which a document has already. Change "
                        u"[invoice] %3 too."_s.arg(after.issuer.legalName, number,
                                                   series == u"invoice"_s ? u"number"_s : series)});
  return {};
}

} // namespace

Result<std::vector<Error>> businessRefusals(store::Session &session,
                                            const business::Business &before,
                                            const business::Business &after) {
  TENANTRY_TRY(refusals, usage::metricRefusals(session, before, after));
  const bool isOther = before.issuer.legalName != after.issuer.legalName;
  if (isOther || before.invoice.numberFormat != after.invoice.numberFormat)
    TENANTRY_CHECK(
        refuseNumbers(session, after, u"invoice"_s, after.invoice.numberFormat, refusals));
  if (isOther || before.invoice.creditNoteFormat != after.invoice.creditNoteFormat)
    TENANTRY_CHECK(
        refuseNumbers(session, after, u"credit_note"_s, after.invoice.creditNoteFormat, refusals));
  return refusals;
}

} // namespace tenantry::billing
