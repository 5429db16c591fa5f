// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/movement_export.h"

#include "services/billing/book_file.h"
#include "services/payments/figure_rows.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

using TakeRow = std::function<void(const FigureRow &)>;

Result<bool> readMovements(store::Session &session, const Zone &zone, const MovementSpan &span,
                           std::int64_t &done, const TakeRow &take,
                           const billing::BookProgress &goOn) {
  FigureRows rows(session, zone, FigureList::Movements, span);
  std::optional<FigureCursor> after;
  do {
    TENANTRY_TRY(page, rows.page(FigureRows::mostRows, after));
    for (const auto &row : page.rows)
      take(row);
    done += std::int64_t(page.rows.size());
    if (!goOn(done))
      return false;
    after = page.next;
  } while (after);
  return true;
}

/// Of every currency that MRR ever had until then.
Result<bool> readAllMovements(store::Session &session, const Zone &zone, const DayRange &days,
                              const TakeRow &take, const billing::BookProgress &goOn) {
  TENANTRY_TRY(currencies, session.database.query("mrr_on", {{"day", days.to}}));
  std::int64_t done = 0;
  for (const auto row : currencies) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(0)));
    TENANTRY_TRY(isWhole, readMovements(session, zone, {{}, currency, days.from, days.to}, done,
                                        take, goOn));
    if (!isWhole)
      return false;
  }
  return true;
}

} // namespace

Result<std::int64_t> exportMovements(store::Session &session, business::AppliedBusiness &business,
                                     const DayRange &days, const QString &path,
                                     const billing::BookProgress &goOn) {
  TENANTRY_TRY(applied, business.current(session));
  return billing::writeBookFile(path,
                                {u"day"_s, u"organization"_s, u"organization_id"_s, u"kind"_s,
                                 u"mrr"_s, u"currency"_s, u"twelfths"_s},
                                [&, zone = applied->zone()](const billing::AddRow &add) {
                                  return readAllMovements(
                                      session, zone, days,
                                      [&](const FigureRow &row) {
                                        add({toIso(*row.day), row.name, row.organization.toString(),
                                             row.word, row.amount.majorString(),
                                             row.amount.currency().code(),
                                             QString::number(row.twelfths)});
                                      },
                                      goOn);
                                });
}

} // namespace tenantry::payments
