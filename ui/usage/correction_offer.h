// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/usage/correction_dialog.h"
#include <QAction>
#include <QPointer>

namespace tenantry::ui {

class EventsPage;

/// Taking back what was counted too much of the event that is chosen: an action of the pane that
/// says when and for whom it is, and the dialog behind it.
class CorrectionOffer : public QAction {
  Q_OBJECT

public:
  CorrectionOffer(models::Connection &connection, EventsPage &page, QWidget *pane);

  void follow(); ///< another event is chosen, or it changed
  void keepDraftsIn(models::DraftStore &drafts) { m_drafts = &drafts; }
  [[nodiscard]] CorrectionDialog *dialog() const { return m_dialog; } ///< null while none is open

Q_SIGNALS:
  void corrected();

private:
  void open();
  [[nodiscard]] QString obstacle() const;

  models::Connection &m_connection;
  EventsPage &m_page;
  QWidget *m_pane;
  models::DraftStore *m_drafts = nullptr;
  QPointer<CorrectionDialog> m_dialog;
};

} // namespace tenantry::ui
