// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "ui/organizations/customer_link_dialog.h"
#include <QPointer>

namespace tenantry::ui {

/// A link for the customer that is looked at: a button that says when and for whom it is, and the
/// dialog behind it.
class LinkAct : public QObject {
  Q_OBJECT

public:
  LinkAct(models::Connection &connection, QWidget *host);

  /// None: nothing is looked at that has a page; `why` says so.
  void show(const std::optional<LinkSubject> &subject, const QString &why = {});
  void keepDraftsIn(models::DraftStore &drafts) { m_drafts = &drafts; }
  [[nodiscard]] QPushButton *button() const { return m_button; }
  [[nodiscard]] QString refusal() const;                                ///< of whomever
  [[nodiscard]] CustomerLinkDialog *dialog() const { return m_dialog; } ///< null: none is open

private:
  void open();
  void showWhetherPossible();

  models::Connection &m_connection;
  QWidget *m_host;
  models::DraftStore *m_drafts = nullptr;
  QPushButton *m_button;
  std::optional<LinkSubject> m_subject;
  QString m_why;
  QPointer<CustomerLinkDialog> m_dialog;
};

} // namespace tenantry::ui
