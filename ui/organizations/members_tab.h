// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/draft_store.h"
#include "models/organizations/member_list.h"
#include "ui/widgets/empty_state.h"
#include <QPointer>
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace tenantry::models {
struct OrganizationFacts;
}

namespace tenantry::ui {

class FormDialog;
class Label;
class MemberCells;
class SearchField;
class TableView;

/// Who has which role in which team of the organization: a list that can be narrowed, somebody is
/// added in a form, and removed until it is undone.
class MembersTab : public QWidget {
  Q_OBJECT

public:
  explicit MembersTab(models::Connection &connection, QWidget *parent = nullptr);

  void keepDraftsIn(models::DraftStore &drafts) { m_drafts = &drafts; }
  void show(const models::OrganizationFacts &facts);
  /// Selects that member of that organization, as soon as they are there.
  void choose(const OrganizationId &organization, const MemberId &member);
  [[nodiscard]] models::MemberList &list() { return m_list; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] EmptyState *state() const; ///< the picture in its place; null: none
  [[nodiscard]] SearchField *search() const { return m_search; }
  [[nodiscard]] QPushButton *adding() const { return m_add; }
  [[nodiscard]] QPushButton *removing() const { return m_remove; }
  [[nodiscard]] FormDialog *form() const; ///< null: none is open
  [[nodiscard]] bool isSettled() const { return !isVisible() || !m_list.isFetching(); }
  bool stop(); ///< the reading, where somebody sees it
  void add();
  void remove();
  void takeBack();

Q_SIGNALS:
  void settled();

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;
  void showEvent(QShowEvent *event) override;

private:
  [[nodiscard]] QWidget *makeBar();
  void setUpTable();
  void connectList();
  void showState();
  void chooseWanted();
  void showPicture();
  void showWhetherPossible();
  void tellRemoved(const organizations::Membership &membership);
  [[nodiscard]] QString notForMe() const; ///< why one may not; empty: one may

  models::Connection &m_connection;
  models::MemberList m_list;
  models::DraftStore *m_drafts = nullptr;
  OrganizationId m_organization;
  QString m_name;
  Zone m_zone;
  MemberCells *m_cells;
  SearchField *m_search;
  Label *m_count;
  QPushButton *m_remove;
  QPushButton *m_add;
  TableView *m_table;
  EmptyState *m_empty;
  QStackedLayout *m_pages;
  QPointer<FormDialog> m_form;
  OrganizationId m_wantedIn;
  MemberId m_wanted;                                  ///< null: nobody
  std::optional<organizations::Membership> m_removed; ///< the last one, until it is undone
};

} // namespace tenantry::ui
