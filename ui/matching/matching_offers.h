// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/matching/assign_dialog.h"
#include "ui/matching/gap_dialog.h"
#include "ui/matching/statement_dialog.h"
#include "ui/matching/unassign_dialog.h"
#include <QPointer>

class QAction;

namespace tenantry::ui {

class EntryInspector;

/// What can be done with the entry that is looked at, and the import, as actions: blocked where it
/// cannot be, with the reason.
class MatchingOffers : public QObject {
  Q_OBJECT

public:
  MatchingOffers(models::Connection &connection, models::RunningWork &work,
                 models::BankEntryView &looked, EntryInspector *inspector, QWidget *pane);

  void follow(); ///< another one is looked at, or it changed
  void assign(); ///< opens the dialog
  void undo();
  void takeReturned();           ///< what the bank sent back
  StatementDialog *importFile(); ///< null where it is not for this login
  /// Null where it is not for this login, or none is open.
  GapDialog *acceptGap(models::StatementGaps &gaps);
  void keepDraftsIn(models::DraftStore &drafts) { m_drafts = &drafts; }
  [[nodiscard]] QAction *assigning() const { return m_assign; }
  [[nodiscard]] QAction *undoing() const { return m_undo; }
  [[nodiscard]] QAction *returning() const { return m_returned; }
  [[nodiscard]] AssignDialog *assignDialog() const { return m_assignDialog; }
  [[nodiscard]] UnassignDialog *undoDialog() const { return m_undoDialog; }
  [[nodiscard]] StatementDialog *importDialog() const { return m_importDialog; }
  [[nodiscard]] GapDialog *gapDialog() const { return m_gapDialog; }
  /// Why nothing of it is for this login, or not now; empty: it is.
  [[nodiscard]] QString obstacle() const;

Q_SIGNALS:
  void assigned(); ///< the entry that is looked at
  void changed();

private:
  [[nodiscard]] QAction *addAction(const QString &name, const QString &icon,
                                   const QKeySequence &keys);
  [[nodiscard]] QString assignObstacle() const;
  [[nodiscard]] QString undoObstacle() const;
  [[nodiscard]] QString returnObstacle() const;
  void openUndoDialog();
  void tell(const QString &what, const payments::BankEntryId &undoable);
  void takeBackAtOnce(const payments::BankEntryId &id);

  models::Connection &m_connection;
  models::RunningWork &m_work;
  models::BankEntryView &m_looked;
  EntryInspector *m_inspector;
  QWidget *m_pane;
  QAction *m_assign;
  QAction *m_undo;
  QAction *m_returned;
  QPointer<AssignDialog> m_assignDialog;
  QPointer<UnassignDialog> m_undoDialog;
  QPointer<StatementDialog> m_importDialog;
  QPointer<GapDialog> m_gapDialog;
  models::DraftStore *m_drafts = nullptr;
};

} // namespace tenantry::ui
