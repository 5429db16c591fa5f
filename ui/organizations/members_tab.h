// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/draft_store.h"
#include "models/organizations/member_list.h"
#include "ui/lists/list_page.h"
#include <QPointer>

namespace tenantry::models {
struct OrganizationFacts;
}

namespace tenantry::ui {

class FormDialog;
class MemberCells;

/// Who has which role in which team of the organization: somebody is added in a form, and removed
/// until it is undone.
class MembersTab : public ListPage {
  Q_OBJECT

public:
  MembersTab(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void keepDraftsIn(models::DraftStore &drafts) { m_drafts = &drafts; }
  /// Whose; they are read once the tab is looked at.
  void show(const models::OrganizationFacts &facts);
  using QWidget::show;
  /// Selects that member of that organization, as soon as they are there.
  void choose(const OrganizationId &organization, const MemberId &member);
  [[nodiscard]] models::MemberList &list() { return m_list; }
  [[nodiscard]] QPushButton *adding() const { return m_add; }
  [[nodiscard]] QPushButton *removing() const { return m_remove; }
  [[nodiscard]] FormDialog *form() const; ///< null: none is open
  [[nodiscard]] bool isSettled() const override { return !isVisible() || ListPage::isSettled(); }
  void add();
  void remove();
  void takeBack();

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;
  void showEvent(QShowEvent *event) override;
  void showCount() override;
  [[nodiscard]] EmptyStateContent none() const override;
  void act(EmptyState::Kind kind) override;

private:
  MembersTab(models::Connection &connection, models::RunningWork &work, models::MemberList *list,
             QWidget *pane);
  [[nodiscard]] static ListSpec specOf(const models::MemberList *list);
  void makeActs();
  void connectList();
  void read();
  void chooseWanted();
  void showWhetherPossible();
  void tellRemoved(const organizations::Membership &membership);
  [[nodiscard]] QString notForMe() const; ///< why one may not; empty: one may

  models::Connection &m_connection;
  models::MemberList &m_list;
  MemberCells *m_cells;
  models::DraftStore *m_drafts = nullptr;
  OrganizationId m_organization;
  QString m_name;
  Zone m_zone;
  QPushButton *m_remove;
  QPushButton *m_add;
  QPointer<FormDialog> m_form;
  OrganizationId m_wantedIn;
  MemberId m_wanted;                                  ///< null: nobody
  std::optional<organizations::Membership> m_removed; ///< the last one, until it is undone
};

} // namespace tenantry::ui
