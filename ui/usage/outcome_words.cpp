// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/outcome_words.h"
#include "ui/usage/late_cells.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using usage::EventOutcome;

namespace {

struct OutcomeTexts {
  Q_DECLARE_TR_FUNCTIONS(tenantry::ui::OutcomeWords)
};

} // namespace

Tone outcomeTone(EventOutcome outcome) {
  switch (outcome) {
  case EventOutcome::Waits:
    return Tone::Warning;
  case EventOutcome::Billed:
  case EventOutcome::OnItsInvoice:
    return Tone::Success;
  default:
    return Tone::Neutral;
  }
}

QString outcomeWord(const usage::Outcome &outcome) {
  switch (outcome.kind) {
  case EventOutcome::OnItsInvoice:
    return LateCells::tr("On %1, its own").arg(outcome.invoice);
  case EventOutcome::Billed:
    return LateCells::tr("Billed on %1").arg(outcome.invoice);
  case EventOutcome::Waits:
    return LateCells::tr("With the next invoice");
  case EventOutcome::NoCharge:
    return LateCells::tr("Costs nothing more");
  case EventOutcome::Free:
    break;
  }
  return LateCells::tr("Not billed");
}

QString periodWord(const usage::EventPeriod &period, const QLocale &locale) {
  if (period.isOutside())
    return OutcomeTexts::tr("Outside of any period");
  return daysWord(period.days, locale);
}

QString daysWord(const DayRange &days, const QLocale &locale) {
  const auto from = days.from, last = days.to - std::chrono::days(1);
  const auto yearOf = [](LocalDay day) { return std::chrono::year_month_day(day).year(); };
  return u"%1 – %2"_s.arg(yearOf(from) == yearOf(last) ? formatAxisDay(from, locale)
                                                       : formatDay(from, locale),
                          formatDay(last, locale));
}

} // namespace tenantry::ui
