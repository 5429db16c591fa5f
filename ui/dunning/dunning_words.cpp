// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dunning/dunning_words.h"
#include "ui/widgets/decline_word.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using payments::DeclineClass;
using payments::DunningAct;
using payments::DunningStep;

namespace {

struct DunningWords {
  Q_DECLARE_TR_FUNCTIONS(Dunning)
};

Tone actTone(DunningAct act) {
  switch (act) {
  case DunningAct::Suspend:
  case DunningAct::Finish:
    return Tone::Danger;
  case DunningAct::Resume:
    return Tone::Warning;
  case DunningAct::Retry:
    return Tone::Info;
  case DunningAct::None:
  case DunningAct::PastDue:
    break;
  }
  return Tone::Neutral;
}

} // namespace

QString stepWord(DunningStep step) {
  switch (step) {
  case DunningStep::Retrying:
    return DunningWords::tr("Failed, retrying");
  case DunningStep::Exhausted:
    return DunningWords::tr("No try left");
  case DunningStep::Suspended:
    return DunningWords::tr("Suspended");
  case DunningStep::Extended:
    return DunningWords::tr("Extended");
  case DunningStep::Final:
    return DunningWords::tr("To be decided");
  }
  return {};
}

Tone stepTone(DunningStep step) {
  switch (step) {
  case DunningStep::Retrying:
    return Tone::Info;
  case DunningStep::Extended:
    return Tone::Warning;
  case DunningStep::Exhausted:
  case DunningStep::Suspended:
  case DunningStep::Final:
    break;
  }
  return Tone::Danger;
}

QString declineClassWord(DeclineClass decline) {
  switch (decline) {
  case DeclineClass::None:
    return DunningWords::tr("Not tried");
  case DeclineClass::Soft:
    return DunningWords::tr("May succeed later");
  case DeclineClass::Hard:
    return DunningWords::tr("For good");
  case DeclineClass::Action:
    return DunningWords::tr("Customer must act");
  }
  return {};
}

QString declineWord(const payments::DunningRow &row) {
  return row.tries == 0 ? DunningWords::tr("Not paid when due") : declineWord(row.declineCode);
}

QString actWord(DunningAct act) {
  switch (act) {
  case DunningAct::None:
    return DunningWords::tr("Nothing planned");
  case DunningAct::PastDue:
    return DunningWords::tr("Past due");
  case DunningAct::Retry:
    return DunningWords::tr("Retry");
  case DunningAct::Suspend:
    return DunningWords::tr("Suspends");
  case DunningAct::Finish:
    return DunningWords::tr("Final step");
  case DunningAct::Resume:
    return DunningWords::tr("Goes on");
  }
  return {};
}

StatusLook nextLook(const payments::DunningRow &row, Instant now, const Zone &zone,
                    const QLocale &locale) {
  if (row.isTrying)
    return {DunningWords::tr("Being tried"), Tone::Info, true};
  if (!row.actAt)
    return {actWord(DunningAct::None), Tone::Neutral, false};
  const auto when = *row.actAt <= now ? DunningWords::tr("%1 now")
                    : zone.dayOf(*row.actAt) == zone.dayOf(now)
                        ? DunningWords::tr("%1 today")
                        : u"%1 "_s + formatAxisDay(zone.dayOf(*row.actAt), locale);
  return {when.arg(actWord(row.act)), actTone(row.act), false};
}

} // namespace tenantry::ui
