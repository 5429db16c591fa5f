// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_run.h"
#include "models/forms/typed_draft.h"
#include "ui/lists/bulk_offer.h"
#include <QPointer>

class QAction;
class QMenu;
class QPushButton;

namespace tenantry::ui {

class BulkDialog;
class RecordList;
class ReportDialog;

/// What a list's pane does with the rows that are selected: actions in the selection bar, the
/// context menu, the palette and by their keys; the question before, progress in the status bar,
/// what came of it, and its undo.
class ListActs : public QObject {
  Q_OBJECT

public:
  /// A list that is seen beside another has keys of its own, and its undo that of the toast.
  enum class Place { Alone, Beside };

  ListActs(models::Connection &connection, models::RunningWork &work, RecordList &records,
           QWidget *pane, Place place = Place::Alone);

  void add(const BulkOffer &offer);
  /// Reasons and days that are typed, by the name of the list and the act.
  void keepDraftsIn(models::DraftStore &drafts, const QString &list) {
    m_drafts = &drafts;
    m_name = list;
  }
  [[nodiscard]] QList<QAction *> actions() const; ///< in the order added
  [[nodiscard]] QAction *undo() const { return m_undo; }
  [[nodiscard]] QAction *failures() const { return m_failures; }
  [[nodiscard]] BulkDialog *question() const; ///< null while none is open
  [[nodiscard]] ReportDialog *report() const; ///< null while none is open
  [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }
  /// What was done last cannot be undone.
  [[nodiscard]] bool wasFinal() const { return m_current.isFinal; }

Q_SIGNALS:
  void previewed(); ///< the question is complete
  void acted();     ///< rows were changed, or changed back

private:
  struct Offered {
    BulkOffer offer;
    QAction *action;
  };
  [[nodiscard]] QKeySequence keysOf(const BulkOffer &offer) const;
  QAction *addAction(const QString &name, const QString &icon, const QKeySequence &keys);
  void ask(const BulkOffer &offer);
  void start(const BulkOffer &offer, const models::BulkTarget &target, const BulkAnswer &answer,
             const std::shared_ptr<const SeenRows> &seen);
  void showOutcome(const models::BulkReport &report);
  void showUndone(const models::BulkReport &report);
  void takeBack();
  void showFailures();
  void showWhetherPossible();
  void keepFailures(const QString &what, const models::BulkReport &report);
  void tell(const QString &what, const models::BulkReport &report, bool isUndoable);
  [[nodiscard]] QString obstacle(const BulkOffer &offer) const;

  models::Connection &m_connection;
  RecordList &m_records;
  models::BulkRun m_run;
  QWidget *m_pane;
  const Place m_place;
  models::DraftStore *m_drafts = nullptr;
  QString m_name;
  std::unique_ptr<models::TypedDraft> m_draft; ///< of what is asked, or runs
  QMenu *m_menu;
  QList<Offered> m_offers;
  BulkOffer m_current; ///< what runs, or ran last
  std::vector<models::BulkChange> m_changes;
  QString m_failedWhat;
  std::vector<models::FailedRow> m_failed;
  QAction *m_undo;
  QAction *m_failures;
  QPointer<BulkDialog> m_question;
  QPointer<ReportDialog> m_report;
};

} // namespace tenantry::ui
