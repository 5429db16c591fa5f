// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/form.h"
#include <QPointer>

class QAction;
class QPushButton;

namespace tenantry::ui {

class FormDialog;

/// Entering organizations and amending them, as a pane offers it: the buttons, whom they are for,
/// and the form that is open.
class OrganizationForms : public QObject {
  Q_OBJECT

public:
  OrganizationForms(models::Connection &connection, QWidget *pane);

  void keepDraftsIn(models::DraftStore &drafts) { m_drafts = &drafts; }
  /// The button that opens them, blocked for whom it is not.
  [[nodiscard]] QPushButton *entering() const { return m_enter; }
  [[nodiscard]] QPushButton *amending() const { return m_amend; }
  [[nodiscard]] QString amendRefusal() const;                     ///< of whomever
  void setCurrent(const OrganizationId &id, const QString &name); ///< the null id: none
  void enter();
  void amend();
  [[nodiscard]] FormDialog *open() const; ///< null: none

Q_SIGNALS:
  void entered(const QString &organization);
  void settled();

private:
  void show(const models::FormAct &act, const struct FormWords &words);

  models::Connection &m_connection;
  QWidget *m_pane;
  models::DraftStore *m_drafts = nullptr;
  QPushButton *m_enter;
  QPushButton *m_amend;
  OrganizationId m_current;
  QString m_name;
  QPointer<FormDialog> m_open;
};

} // namespace tenantry::ui
