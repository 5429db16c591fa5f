// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/money_act.h"
#include "ui/widgets/buttons.h"

namespace tenantry::ui {

/// What the dialog of an act says.
struct MoneyWords {
  QString window;
  QString title;
  QString amount;
  QString amountHint;
  QString text; ///< what is typed beside the amount
  QString textHint;
  bool needsText = true;
  QString preview;
  QString consequence;
  QString confirm;
  ButtonVariant variant = ButtonVariant::Danger;
  QString done;
};

[[nodiscard]] MoneyWords moneyWords(models::MoneyAct::Kind kind, const models::InvoiceSheet &sheet,
                                    const QLocale &locale);

/// A line of what an act comes to.
struct MoneyFact {
  QString what;
  std::int64_t amount = 0;
  bool isSum = false; ///< stands below a line
};

[[nodiscard]] std::vector<MoneyFact> moneyFacts(const models::MoneyAct::Picture &picture,
                                                const models::InvoiceSheet &sheet,
                                                const QLocale &locale);
/// What else is to be known of it; mostly nothing.
[[nodiscard]] QString moneyWarning(const models::MoneyAct::Picture &picture);

} // namespace tenantry::ui
