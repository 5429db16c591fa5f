// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/ui/shell/console.h"
#include "ui/billing/invoices_pane.h"
#include "ui/home/home_pane.h"
#include "ui/matching/matching_pane.h"

namespace tenantry::tests {

/// A console that has the home as its first pane, as the program has.
struct House : Console {
  explicit House(const QString &role = u"administrator"_s, bool empty = false) : Console(role) {
    if (empty)
      asOther([](store::Database &database) {
        run(database, "set session_replication_role = replica; delete from organization");
      });
    home = new ui::HomePane(connection(), work());
    invoices = new ui::InvoicesPane(connection(), work());
    matching = new ui::MatchingPane(connection(), work());
    window->addPane(home);
    window->addPane(invoices);
    window->addPane(matching);
  }
  static void run(store::Database &database, const QByteArray &sql) {
    if (const auto done = database.script(sql); !done)
      qFatal("%s", qPrintable(done.error().toString()));
  }
  /// The first organization has an open invoice that is overdue for a week.
  void owe(const QByteArray &number = "INV-2026-000001") {
    asOther([&](store::Database &database) {
      run(database,
          "set session_replication_role = replica; insert into invoice (organization_id, "
          "invoice_id, number, kind, status, currency, net, tax, total, customer, issued_on, "
          "due_on, due_at, created_at, finalized_at) values ('" +
              ids[0].toString().toLatin1() + "', gen_random_uuid(), '" + number +
              "', 'one_off', 'open', 'EUR', 12345, 0, 12345, '{}', current_date - 37, "
              "current_date - 7, now() - interval '7 days', now(), now())");
    });
  }
  void suspend() {
    asOther([&](store::Database &database) {
      run(database, "set session_replication_role = replica; update organization set status = "
                    "'suspended', status_before = 'active' where organization_id = '" +
                        ids[1].toString().toLatin1() + "'");
    });
  }
  [[nodiscard]] bool showHome() {
    window->open(home->home());
    static_cast<QWidget *>(window.get())->show();
    window->activateWindow();
    return QTest::qWaitForWindowActive(window.get()) &&
           QTest::qWaitFor([&] { return home->isSettled(); }, 15'000);
  }

  ui::HomePane *home;
  ui::InvoicesPane *invoices;
  ui::MatchingPane *matching;
};

} // namespace tenantry::tests
