// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/bank_entry_view.h"
#include "models/matching/bank_list_model.h"
#include "models/matching/statement_gaps.h"
#include "ui/lists/list_pane.h"

class QPushButton;

namespace tenantry::ui {

class EntryInspector;
class MatchingOffers;
class NoticeBar;

/// What came by bank and waits for a person: the entry beside the list, what it may mean and why,
/// and what can be done with it (BILL-4).
class MatchingPane : public ListPane {
  Q_OBJECT

public:
  MatchingPane(models::Connection &connection, models::RunningWork &work,
               QWidget *parent = nullptr);

  [[nodiscard]] QChar letter() const override { return u'M'; }
  void open(const Place &place) override;
  void reload() override;
  void keepDraftsIn(models::DraftStore &drafts) override;
  [[nodiscard]] bool isSettled() const override;

  void setStatus(const models::BankListModel::Status &status) { m_list.setStatus(status); }
  [[nodiscard]] models::BankListModel &list() { return m_list; }
  [[nodiscard]] models::StatementGaps &gaps() { return m_gaps; }
  [[nodiscard]] models::BankEntryView &looked() { return m_looked; }
  [[nodiscard]] EntryInspector *inspector() const { return m_inspector; }
  [[nodiscard]] MatchingOffers *offers() const { return m_offers; }
  [[nodiscard]] NoticeBar *gapNotice() const { return m_notice; }
  [[nodiscard]] QPushButton *accepting() const { return m_accept; } ///< a gap

protected:
  bool stopBeside() override;
  void showCount() override;
  void act(EmptyState::Kind kind) override;
  [[nodiscard]] EmptyStateContent noMatch() const override;
  [[nodiscard]] EmptyStateContent none() const override;

private:
  MatchingPane(models::Connection &connection, models::RunningWork &work,
               models::BankListModel *list, QWidget *parent);
  [[nodiscard]] static ListSpec specOf();
  void connectList();
  void connectEntry();
  void showGaps();
  void goOn();
  void showWanted();
  void showWhetherPossible();

  models::BankListModel &m_list;
  models::BankEntryView m_looked;
  models::StatementGaps m_gaps;
  NoticeBar *m_notice; ///< statements that do not follow each other
  QPushButton *m_accept;
  QPushButton *m_import;
  EntryInspector *m_inspector;
  MatchingOffers *m_offers = nullptr;
  QString m_wanted;   ///< the entry of a link, until the list is there
  int m_doneRow = -1; ///< where the entry stood that was just assigned
};

} // namespace tenantry::ui
