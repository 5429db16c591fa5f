// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/ui/panes/every_pane.h"
#include "ui/lists/list_filters.h"

namespace tenantry::tests {

/// The first lacks an address, the second used much, the third is new.
inline void prepare(EveryPane &house) {
  house.asOther([&](store::Database &database) {
    expect(database.adHoc("update organization set name = case organization_id when :first then "
                          "'Lacking' when :second then 'Busy' else 'Steady' end",
                          {{"first", house.organizations[0]}, {"second", house.organizations[1]}}));
    expect(
        database.adHoc("update organization set street_address = '' where organization_id = :first",
                       {{"first", house.organizations[0]}}));
  });
}

inline QStringList names(const EveryPane &house) {
  QStringList names;
  const auto *rows = house.billing->table()->model();
  for (int i = 0; i < rows->rowCount(); ++i)
    names += rows->index(i, models::PreviewQuery::NameColumn).data().toString();
  return names;
}

/// With usage that makes the second one's invoice differ.
inline std::unique_ptr<EveryPane> reviewed() {
  auto house = std::make_unique<EveryPane>();
  house->withoutRule([&] {
    house->house.clock.set(BillingHouse::start() + std::chrono::days(20));
    house->house.use(house->organizations[1], u"api_calls"_s, 20'000'000);
    house->house.clock.set(BillingHouse::start() + std::chrono::days(35));
  });
  prepare(*house);
  return house;
}

inline void show(const EveryPane &house, models::PreviewKind kind) {
  house.billing->filters()->choose(u"show"_s, models::PreviewQuery::keyOf(kind));
}

} // namespace tenantry::tests
