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
    return LateCells::tr("On the next invoice");
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
  return u"%1 – %2"_s.arg(formatAxisDay(period.days.from, locale),
                          formatDay(period.days.to - std::chrono::days(1), locale));
}

} // namespace tenantry::ui
