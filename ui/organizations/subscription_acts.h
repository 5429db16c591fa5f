// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/change_dialog.h"
#include <QPointer>

namespace tenantry::ui {

/// What is done with the subscription of the record that is shown: buttons that say when and for
/// whom they are, and the dialogs behind them.
class SubscriptionActs : public QObject {
  Q_OBJECT

public:
  SubscriptionActs(models::Connection &connection, QWidget *host);

  void show(const models::OrganizationFacts &facts);
  void keepDraftsIn(models::DraftStore &drafts) { m_drafts = &drafts; }
  [[nodiscard]] QPushButton *change() const { return m_change; }
  [[nodiscard]] QPushButton *pause() const { return m_pause; } ///< resumes one that is paused
  [[nodiscard]] QPushButton *end() const { return m_end; }
  [[nodiscard]] QPushButton *takeBack() const { return m_takeBack; }
  [[nodiscard]] ChangeDialog *dialog() const { return m_dialog; } ///< null while none is open

private:
  void open(ChangeDialog::Kind kind);
  void takeBackNow();
  void showWhetherPossible();
  void say(const QString &what, bool isError = false);
  [[nodiscard]] QString obstacle() const;

  models::Connection &m_connection;
  QWidget *m_host;
  models::DraftStore *m_drafts = nullptr;
  QPushButton *m_change;
  QPushButton *m_pause;
  QPushButton *m_end;
  QPushButton *m_takeBack;
  std::optional<models::OrganizationFacts> m_facts;
  QPointer<ChangeDialog> m_dialog;
};

} // namespace tenantry::ui
