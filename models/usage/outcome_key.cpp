// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/outcome_key.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using usage::EventOutcome;

namespace {

QString outcomeKey(EventOutcome outcome) {
  switch (outcome) {
  case EventOutcome::OnItsInvoice:
    return u"on_its_invoice"_s;
  case EventOutcome::Billed:
    return u"billed"_s;
  case EventOutcome::Waits:
    return u"waits"_s;
  case EventOutcome::NoCharge:
    return u"no_charge"_s;
  case EventOutcome::Free:
    break;
  }
  return u"free"_s;
}

} // namespace

QString outcomeText(const usage::Outcome &outcome) {
  const auto key = outcomeKey(outcome.kind);
  return outcome.invoice.isEmpty() ? key : u"%1 %2"_s.arg(key, outcome.invoice);
}

} // namespace tenantry::models
