// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dunning/dunning_figures.h"

#include "services/billing/months.h"

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

Result<DunningFacts> readDunningFacts(store::Session &session, business::AppliedBusiness &business,
                                      LocalDay today, const Zone &zone) {
  payments::DunningBoard board(session, business);
  const Instant now = session.clock.now();
  DunningFacts facts;
  facts.readAt = now;
  facts.month = billing::firstDayOf(billing::monthOf(today));
  TENANTRY_TRY(sums, board.sums());
  TENANTRY_TRY(ofMonth, board.outcome(zone.midnight(facts.month), now + 1us));
  TENANTRY_TRY(lately,
               board.outcome(now - std::chrono::hours(24) * DunningFigures::lateDays, now + 1us));
  facts.sums = std::move(sums);
  facts.ofMonth = std::move(ofMonth);
  facts.lately = std::move(lately);
  return facts;
}

} // namespace

payments::DunningSum DunningFacts::whole() const {
  payments::DunningSum whole;
  for (const auto &[step, sum] : sums) {
    whole.count += sum.count;
    for (const auto &[currency, due] : sum.due)
      whole.due[currency] += due;
  }
  return whole;
}

DunningFigures::Reading DunningFigures::reading() {
  return [today = connection().today(), zone = connection().zone()](
             store::Session &session, business::AppliedBusiness &business) {
    return readDunningFacts(session, business, today, zone);
  };
}

} // namespace tenantry::models
