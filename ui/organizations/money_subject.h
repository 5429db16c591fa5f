// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/money_act.h"
#include "ui/widgets/buttons.h"

namespace tenantry::ui {

/// What the dialog of an act says.
struct MoneyWords {
  QString window;
  QString title;
  QString amount; ///< what is typed; empty: the whole is meant, and no amount is typed
  QString amountHint;
  QString text; ///< what is typed beside the amount; empty: nothing is
  QString textHint;
  bool needsText = true;
  QString preview;
  QString consequence;
  QString confirm;
  ButtonVariant variant = ButtonVariant::Danger;
  QString done;
  QString day{}; ///< what day is asked for; empty: none
  QString dayHint{};
};

/// A line of what an act comes to.
struct MoneyFact {
  QString what;
  std::int64_t amount = 0;
  bool isSum = false; ///< stands below a line
  QString text{};     ///< in place of the amount
};

/// Whose money is moved, and what is said about it.
struct MoneySubject {
  models::MoneyAct::Kind kind{};
  billing::InvoiceKey key; ///< without an invoice: of the organization alone
  Currency currency;
  MoneyWords words;
  std::function<std::vector<MoneyFact>(const models::MoneyAct::Picture &)> facts;
  /// What else is to be known of it; mostly nothing.
  std::function<QString(const models::MoneyAct::Picture &)> warning{};
  /// Where the whole is meant: how much that is, and what is typed to confirm it, with its name.
  std::int64_t whole = 0;
  QString typed{};
  QString typedName{};
  LocalDay day{};                ///< proposed, where one is asked for
  payments::PaymentId payment{}; ///< that is taken back
};

} // namespace tenantry::ui
