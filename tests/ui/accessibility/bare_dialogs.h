// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/bank_desk.h"
#include "ui/ledger/month_dialog.h"
#include "ui/matching/unassign_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notification_list.h"
#include "ui/usage/correction_dialog.h"

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// The dialogs that need no record to be looked at, each by a word.
struct BareDialog {
  ui::MainWindow *window;
  models::Connection &connection;
  payments::Candidates::Named whose;

  static constexpr std::array words{"close a month", "reopen a month", "correction", "unassign",
                                    "notifications"};
  /// Null: it is none of them.
  [[nodiscard]] QDialog *open(const QString &word) const {
    using namespace ui;
    using namespace std::chrono;
    constexpr auto month = 2026y / February;
    if (word == u"close a month")
      return new MonthDialog(connection, MonthDialog::Act::Close, month, window);
    if (word == u"reopen a month")
      return new MonthDialog(connection, MonthDialog::Act::Reopen, month, window);
    if (word == u"correction")
      return new CorrectionDialog(connection, {whose.id, whose.name, {}, {}}, window);
    if (word == u"unassign") {
      models::BankEntrySheet matched;
      matched.kept.status = payments::BankEntryStatus::Matched;
      return new UnassignDialog(connection, matched, window);
    }
    if (word == u"notifications") {
      window->notify(u"Link copied"_s, u"tenantry://home"_s);
      return window->showNotifications();
    }
    return nullptr;
  }
};

} // namespace tenantry::tests
