// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/usage/values.h"

namespace tenantry::business {
struct Applied;
} // namespace tenantry::business

namespace tenantry::usage {

/// What became of an event.
enum class EventOutcome {
  OnItsInvoice, ///< the closing invoice of its part was made afterwards, and has it
  Billed,       ///< a later invoice bills the difference
  Waits,        ///< the next one will
  NoCharge,     ///< what its part comes to costs no more than was billed
  Free          ///< it is not billed: the plan charges nothing for it, or its part was a trial
};

struct Outcome {
  EventOutcome kind = EventOutcome::Waits;
  QString invoice; ///< the closing one, or the one that bills the difference; empty: none
  bool operator==(const Outcome &) const = default;
};

/// What is known of an event's part.
struct OutcomeFacts {
  bool isCharged = true;   ///< and not a trial
  QString closing{};       ///< the number of the closing invoice; empty: there is none yet
  bool wasClosed = false;  ///< before the event came
  QString billed{};        ///< the first other invoice with a line of it since; empty: none
  bool isUnbilled = false; ///< it comes to something else than was billed
};

[[nodiscard]] Outcome outcomeOf(const OutcomeFacts &facts);

/// Whether the plan that was in force asks for money for it.
[[nodiscard]] bool isCharged(const business::Applied &applied, const PlanVersionId &version,
                             const QString &metric);

} // namespace tenantry::usage
