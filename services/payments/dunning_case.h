// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/dunning.h"

/// How an invoice that is dunned stands, in the words of the board: pure rules.
namespace tenantry::payments {

/// Where it stands. `Exhausted`: it is not tried again by itself, suspension or the final step come
/// next. `Final`: nothing more comes, a person decides.
enum class DunningStep { Retrying, Exhausted, Suspended, Extended, Final };
/// Why the last try brought nothing. `Hard`: the same method is not tried again; `Action`: the
/// customer has to act first.
enum class DeclineClass { None, Soft, Hard, Action };

[[nodiscard]] QString toString(DunningStep step);
[[nodiscard]] QString toString(DeclineClass decline);
[[nodiscard]] QString toString(DunningAct act);
[[nodiscard]] Result<DunningStep>
parseDunningStep(QStringView text); ///< error `dunning.step_unknown`
[[nodiscard]] Result<DeclineClass>
parseDeclineClass(QStringView text); ///< error `dunning.decline_unknown`
[[nodiscard]] Result<DunningAct> parseDunningAct(QStringView text); ///< error `dunning.act_unknown`

[[nodiscard]] DeclineClass declineClass(const business::Dunning &policy, const OpenDebt &debt);

struct DunningStanding {
  DunningStep step = DunningStep::Retrying;
  DunningAct act = DunningAct::None; ///< what comes next
  std::optional<Instant> at;         ///< when
  int tries = 0;                     ///< that failed
  QString declineCode;               ///< of the last one
  DeclineClass decline = DeclineClass::None;
};

/// Of an invoice with that plan; `isHeldBack`: it can suspend a subscription.
[[nodiscard]] DunningStanding standingOf(const business::Dunning &policy, const OpenDebt &debt,
                                         const DunningPlan &plan, bool isHeldBack, Instant now);

struct DunningStage {
  DunningAct act = DunningAct::None;
  Instant at{};
  bool operator==(const DunningStage &) const = default;
};

/// What is to come if every further try fails, in order; nothing while a try is running.
[[nodiscard]] std::vector<DunningStage> dunningOutlook(const business::Dunning &policy,
                                                       OpenDebt debt, bool isHeldBack, Instant now);

} // namespace tenantry::payments
