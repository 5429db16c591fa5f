// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "tests/services/billing/billing_house.h"

namespace tenantry::tests {

/// From now on the add-on “Ten rooms” costs that, in cents of a dollar and by month; `without`: a
/// plan that is sold no more.
inline void sellRooms(BillingHouse &house, std::int64_t byMonth, const QString &without = {}) {
  auto business = expect(house.worker.business.current(house.worker.session))->business;
  auto &rooms = business.addons[u"rooms"_s];
  rooms.id = u"rooms"_s;
  rooms.name.byLanguage[{}] = u"Ten rooms"_s;
  rooms.prices = {{Money(byMonth, *Currency::parse(u"USD"_s)), Interval::Month}};
  business.plans.erase(without);
  const auto owner = house.test.connect();
  store::Session session{*owner, house.clock, u"tests"_s};
  expect(business::BusinessApply(session).apply(business, u"tests"_s));
}

} // namespace tenantry::tests
