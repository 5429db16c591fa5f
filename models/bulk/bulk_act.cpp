// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

void BulkPreview::add(const BulkVerdict &verdict) {
  asked = changes + unchanged + refused == 0 ? verdict.asked : std::nullopt;
  if (verdict.refusal) {
    auto &refusal = refusals[verdict.refusal->code];
    if (refusal.rows++ == 0)
      refusal.message = verdict.refusal->message;
    ++refused;
    return;
  }
  if (!verdict.changes) {
    ++unchanged;
    return;
  }
  ++changes;
  if (names.size() < mostNames)
    names.append(verdict.name);
  if (verdict.stays)
    ++staying[*verdict.stays];
  if (verdict.amount)
    sum[verdict.amount->currency()] += verdict.amount->minor();
  if (!verdict.recurring)
    return;
  auto &all = recurring[verdict.recurring->currency];
  all.before = checkedAdd(all.before, verdict.recurring->before);
  all.after = checkedAdd(all.after, verdict.recurring->after);
  all.more += verdict.recurring->after > verdict.recurring->before ? 1 : 0;
  all.less += verdict.recurring->after < verdict.recurring->before ? 1 : 0;
}

} // namespace tenantry::models
