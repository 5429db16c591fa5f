// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/services/billing/billing_house.h"

namespace tenantry::tests {

/// From now on the plan is sold without charges for that metric in that currency.
inline void sellWithout(BillingHouse &house, const QString &plan, const QString &metric,
                        const QString &currency) {
  auto business = expect(house.worker.business.current(house.worker.session))->business;
  std::erase_if(business.plans[plan].charges, [&](const business::Charge &charge) {
    return charge.metric == metric && charge.currency.code() == currency;
  });
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
}

} // namespace tenantry::tests
