// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// The provider is asked again about what it contradicts; keys are ids of attempts, refunds and
/// setups.
[[nodiscard]] BulkAct askContradictedAgain();
/// They end as a person saw it at the provider (`payments::settleByHand`).
[[nodiscard]] BulkAct settleContradicted(bool moved, const QString &reason);
/// What a provider did without us gets into the books (`payments::FindingActs`); `as` is a word of
/// `payments::BookAs`. What it took in another currency than was paid asks for its amount in that
/// of the payment, which is `taken` of that one.
[[nodiscard]] BulkAct bookFindings(const QString &as, const QString &reason,
                                   const std::optional<BulkAmount> &taken = {});
/// Those words, the likeliest first.
[[nodiscard]] QStringList waysToBookFindings();

} // namespace tenantry::models
