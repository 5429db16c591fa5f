// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/members_tab.h"
#include "models/organizations/member_form.h"
#include "models/organizations/organization_record.h"
#include "ui/forms/form_dialog.h"
#include "ui/lists/list_words.h"
#include "ui/organizations/member_cells.h"
#include "ui/organizations/member_fields.h"
#include "ui/organizations/words.h"
#include "ui/shell/export_action.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::MemberList;
using organizations::Membership;

namespace {
constexpr int leastPerson = 190;
} // namespace

MembersTab::MembersTab(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : MembersTab(connection, work, new MemberList(connection), pane) {}

MembersTab::MembersTab(models::Connection &connection, models::RunningWork &work, MemberList *list,
                       QWidget *pane)
    : ListPage(connection, work, list, new MemberCells(connection.zone()), specOf(list), pane,
               ExportButton::InHeader, Qt::CTRL | Qt::ALT | Qt::Key_X),
      m_connection(connection), m_list(*list),
      m_cells(qobject_cast<MemberCells *>(table()->model())),
      m_remove(makeButton(tr("Remove"), ButtonVariant::Secondary)),
      m_add(makeButton(tr("Add member"), ButtonVariant::Secondary, u"plus"_s)) {
  table()->setSelectionMode(QAbstractItemView::SingleSelection);
  table()->installEventFilter(this);
  makeActs();
  connectList();
  showWhetherPossible();
}

ListSpec MembersTab::specOf(const MemberList *list) {
  using List = MemberList;
  return {.key = u"members"_s,
          .counting = List::countOf,
          .table = {.name = tr("Members"),
                    .density = RowDensity::TwoLine,
                    .stretch = List::PersonColumn,
                    .leastWidth = leastPerson,
                    .days = {List::SinceColumn, List::ExpiresColumn},
                    .widest = {{List::TeamColumn, u"Customer support"_s},
                               {List::RoleColumn, tr("Administrator")}},
                    .drops = {List::SinceColumn, List::TeamColumn, List::ExpiresColumn}},
          .search = {.invitation = tr("Filter members")},
          .filters = {{tr("Role"), u"role"_s, [list] { return list->roles(); }, roleWord}},
          .hasResult = true,
          .failed = tr("The members could not be loaded"),
          .first = RecordList::FirstRow::Left,
          .noMatch = {tr("Nothing matches"),
                      tr("No member of that role has this in name, e-mail or team."),
                      tr("Clear filters")}};
}

void MembersTab::makeActs() {
  putActs({exporting()->button(), m_remove, m_add});
  connect(m_remove, &QPushButton::clicked, this, &MembersTab::remove);
  auto *removing = new ButtonAction(m_remove, icon(u"x"_s), QKeySequence::Delete);
  removing->setShortcutContext(Qt::WidgetWithChildrenShortcut); // elsewhere Del means others
  addAction(removing);
  connect(m_add, &QPushButton::clicked, this, &MembersTab::add);
}

void MembersTab::connectList() {
  connect(&records()->selection(), &models::RowSelection::chosenChanged, this,
          &MembersTab::showWhetherPossible);
  connect(records(), &RecordList::shown, this, [this] {
    chooseWanted();
    showWhetherPossible();
  });
  connect(&m_list, &MemberList::removed, this, &MembersTab::tellRemoved);
  connect(&m_list, &MemberList::addedAgain, this, [this](const Membership &membership) {
    Toast::present(window(), {tr("%1 is a member again").arg(models::nameOf(membership)), m_name},
                   height::statusBar);
  });
  connect(&m_list, &MemberList::failed, this, [this](const Error &error) {
    Toast::present(window(), {said(error), m_name, Tone::Danger}, height::statusBar);
  });
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &MembersTab::showWhetherPossible);
}

FormDialog *MembersTab::form() const { return m_form; }

void MembersTab::show(const models::OrganizationFacts &facts) {
  const auto &organization = facts.organization;
  if (organization.id != m_organization)
    m_removed.reset();
  m_organization = organization.id;
  m_name = organization.name;
  m_zone = organization.zone;
  m_cells->setZone(m_zone);
  if (isVisible())
    read();
}

void MembersTab::showEvent(QShowEvent *event) {
  ListPage::showEvent(event);
  read();
}

/// What narrowed those of this organization before a restart does so again.
void MembersTab::read() {
  if (m_organization.isNull())
    return;
  const auto before = std::exchange(kept(), std::nullopt);
  m_list.show(m_organization);
  if (before && m_list.isOf(*before))
    m_list.setViewSettings(*before);
  chooseWanted();
}

void MembersTab::choose(const OrganizationId &organization, const MemberId &member) {
  m_wantedIn = organization;
  m_wanted = member;
  chooseWanted();
}

/// Page by page, until they are there.
void MembersTab::chooseWanted() {
  if (m_wanted.isNull() || m_list.organization() != m_wantedIn || m_list.isFetching() ||
      m_list.state() != MemberList::State::Ready)
    return;
  if (m_list.isFiltered())
    return m_list.narrow({}); // whoever is wanted is shown, whatever was looked for before
  for (int row = 0; row < m_list.rowCount(); ++row) {
    const auto value = m_list.index(row, 0).data(MemberList::RowRole);
    if (!value.isValid() || value.value<Membership>().member != m_wanted)
      continue;
    m_wanted = {};
    table()->chooseRow(row);
    return table()->setFocus();
  }
  if (!m_list.isComplete())
    return m_list.fetchMore({});
  m_wanted = {};
}

void MembersTab::showCount() {
  if (m_list.count() < 0)
    return result()->setText({});
  const auto count = countText(m_list, locale());
  const auto found = m_list.isFiltered() ? tr("%1 found").arg(count) : count;
  const bool isNone = m_list.count() == 0 && !m_list.isFiltered();
  result()->setText(isNone ? QString() : u"%1 · %2"_s.arg(found, m_zone.id())); // days are of it
}

EmptyStateContent MembersTab::none() const {
  const auto why = notForMe();
  return {tr("No members yet"),
          why.isEmpty() ? tr("Add the first one: whoever uses the seats of the plan is a member.")
                        : why,
          why.isEmpty() ? tr("Add member") : QString(), u"users"_s};
}

void MembersTab::act(EmptyState::Kind kind) {
  kind == EmptyState::Kind::Empty ? add() : ListPage::act(kind);
}

QString MembersTab::notForMe() const {
  const auto &rights = m_connection.rights();
  return rights.mayAssign ? QString()
                          : notForGroups(rights.groups, {u"success"_s, u"administrator"_s});
}

void MembersTab::showWhetherPossible() {
  const auto why = notForMe();
  setBlocked(m_add, why);
  const auto offline = offLineReason();
  setBlocked(m_remove, !why.isEmpty()                     ? why
                       : !m_connection.isConnected()      ? offline
                       : records()->selection().isEmpty() ? tr("No member is selected")
                                                          : QString());
}

void MembersTab::add() {
  if (m_form || m_organization.isNull() || !m_add->isEnabled())
    return;
  m_form = new FormDialog(
      m_connection, m_drafts, models::addMember(m_organization, m_zone),
      {.title = tr("Add member"), .about = m_name, .submit = tr("Add"), .done = tr("Member added")},
      memberFields(), window());
  connect(m_form, &FormDialog::saved, &m_list, &MemberList::refresh);
  connect(m_form, &FormDialog::settled, this, &MembersTab::settled);
  connect(m_form, &QDialog::finished, this, [this] { m_form = nullptr; });
  m_form->open();
}

void MembersTab::remove() {
  const auto current = m_list.index(table()->currentIndex().row(), 0).data(MemberList::RowRole);
  if (current.isValid() && m_remove->isEnabled())
    m_list.remove(current.value<Membership>());
}

void MembersTab::tellRemoved(const Membership &membership) {
  m_removed = membership;
  auto *toast = Toast::present(window(),
                               {tr("%1 removed").arg(models::nameOf(membership)),
                                tr("%1, %2").arg(membership.teamName, m_name), Tone::Success,
                                tr("Undo"), undoKeys()},
                               height::statusBar);
  connect(toast, &Toast::actionTriggered, this, &MembersTab::takeBack);
}

void MembersTab::takeBack() {
  if (const auto removed = std::exchange(m_removed, {}))
    m_list.addAgain(*removed);
}

/// Ctrl+Z undoes here before the list of organizations hears of it.
bool MembersTab::eventFilter(QObject *watched, QEvent *event) {
  const bool isOverride = event->type() == QEvent::ShortcutOverride;
  if (isOverride || event->type() == QEvent::KeyPress) {
    auto *key = static_cast<QKeyEvent *>(event);
    if (m_removed && key->matches(QKeySequence::Undo)) {
      key->accept();
      if (!isOverride)
        takeBack();
      return true;
    }
  }
  return ListPage::eventFilter(watched, event);
}

} // namespace tenantry::ui
