// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/organizations/organization_record.h"
#include "ui/organizations/money_dialog.h"
#include <QPointer>

namespace tenantry::ui {

/// Giving to the balance of the organization that is shown, or taking from it, or writing down that
/// it was paid out: a button that says when and for whom it is, and the dialog behind it. Where
/// there is more than one of these, it asks which.
class BalanceAct : public QObject {
  Q_OBJECT

public:
  BalanceAct(models::Connection &connection, QWidget *host);

  void show(const models::OrganizationFacts &facts);
  void keepDraftsIn(models::DraftStore &drafts) { m_drafts = &drafts; }
  [[nodiscard]] QPushButton *button() const { return m_button; }
  [[nodiscard]] MoneyDialog *dialog() const { return m_dialog; } ///< null while none is open

Q_SIGNALS:
  void adjusted();

private:
  void start();
  using Kind = models::MoneyAct::Kind;
  struct Choice {
    Kind kind;
    Currency currency;
  };
  void open(const Choice &choice);
  [[nodiscard]] std::vector<Choice> choices() const;
  [[nodiscard]] QString wordOf(const Choice &choice) const;
  [[nodiscard]] MoneyWords wordsOf(const Choice &choice) const;
  void showWhetherPossible();
  [[nodiscard]] std::vector<Currency> currencies() const;
  [[nodiscard]] std::int64_t balanceIn(const Currency &currency) const;

  models::Connection &m_connection;
  QWidget *m_host;
  models::DraftStore *m_drafts = nullptr;
  QPushButton *m_button;
  std::optional<models::OrganizationFacts> m_facts;
  QPointer<MoneyDialog> m_dialog;
};

} // namespace tenantry::ui
