// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/ui/panes/every_pane.h"

namespace tenantry::tests {

/// The place of an invoice's line that counts usage: the first customer's, who used much. All have
/// been billed up to today then.
[[nodiscard]] inline QString usageLine(EveryPane &panes) {
  QString link;
  panes.withoutRule([&] {
    auto &book = panes.house;
    const auto now = book.clock.now();
    book.clock.set(BillingHouse::start() + std::chrono::days(5));
    book.use(panes.organizations.front(), u"api_calls"_s, 20'000'000);
    book.clock.set(now);
    book.runAll();
    const auto rows = expect(book.worker.database->adHoc(
        "select i.number, l.line_no from invoice_line as l join invoice as i using "
        "(organization_id, invoice_id) where l.part_from is not null and i.number is not null "
        "order by i.number limit 1"));
    if (!rows.isEmpty())
      link =
          u"tenantry://invoice/%1?line=%2"_s.arg(rows[0].get<QString>(0)).arg(rows[0].get<int>(1));
  });
  return link;
}

} // namespace tenantry::tests
