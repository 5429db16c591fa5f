// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/members_tab.h"
#include "models/organizations/member_form.h"
#include "models/organizations/organization_record.h"
#include "ui/forms/form_dialog.h"
#include "ui/lists/reading_notice.h"
#include "ui/organizations/member_cells.h"
#include "ui/organizations/member_fields.h"
#include "ui/organizations/words.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::MemberList;
using organizations::Membership;

namespace {
constexpr int memberSearchWidth = 200, leastPerson = 190;
} // namespace

MembersTab::MembersTab(models::Connection &connection, QWidget *parent)
    : QWidget(parent), m_connection(connection), m_list(connection), m_cells(new MemberCells(this)),
      m_search(new SearchField(tr("Filter members"))),
      m_count(new Label({}, TextStyle::Meta, Tone::Muted)),
      m_remove(makeButton(tr("Remove"), ButtonVariant::Secondary)),
      m_add(makeButton(tr("Add member"), ButtonVariant::Secondary, u"plus"_s)),
      m_table(new TableView(tr("Members"), RowDensity::TwoLine)), m_empty(new EmptyState),
      m_pages(new QStackedLayout) {
  m_cells->setSourceModel(&m_list);
  setUpTable();
  m_pages->addWidget(m_table);
  m_pages->addWidget(m_empty);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(new Separator);
  auto *rows = new QWidget;
  rows->setLayout(m_pages);
  auto *notice = new ReadingNotice(m_list.reading(), rows);
  layout->addWidget(notice);
  layout->addWidget(rows, 1);
  connect(notice, &ReadingNotice::againRequested, &m_list, &MemberList::reload);
  connectList();
  showState();
}

QWidget *MembersTab::makeBar() {
  m_search->setMaximumWidth(memberSearchWidth);
  auto *acts = new QWidget;
  auto *row = new QHBoxLayout(acts);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  row->addWidget(m_count);
  for (auto *button : {m_remove, m_add}) {
    setCompact(button);
    row->addWidget(button);
  }
  connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
    m_cells->setSearch(text.trimmed());
    showState();
  });
  connect(m_remove, &QPushButton::clicked, this, &MembersTab::remove);
  auto *removing = new ButtonAction(m_remove, icon(u"x"_s), QKeySequence::Delete);
  removing->setShortcutContext(Qt::WidgetWithChildrenShortcut); // elsewhere Del means others
  addAction(removing);
  connect(m_add, &QPushButton::clicked, this, &MembersTab::add);
  return new FilterBar({m_search}, acts);
}

void MembersTab::setUpTable() {
  m_table->setModel(m_cells);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setStretchColumn(MemberList::PersonColumn);
  m_table->fitColumn(MemberList::TeamColumn, u"Customer support"_s);
  m_table->fitColumn(MemberList::RoleColumn, tr("Administrator"));
  m_table->fitDayColumn(MemberList::SinceColumn);
  m_table->fitDayColumn(MemberList::ExpiresColumn);
  m_table->setColumnsToDrop(
      {MemberList::SinceColumn, MemberList::TeamColumn, MemberList::ExpiresColumn}, leastPerson);
  m_table->installEventFilter(this);
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &MembersTab::showWhetherPossible);
}

void MembersTab::connectList() {
  connect(&m_list, &MemberList::stateChanged, this, &MembersTab::showState);
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
  connect(m_empty, &EmptyState::actionTriggered, this, [this](EmptyState::Kind kind) {
    if (m_list.state() == MemberList::State::Failed)
      m_list.reload();
    else if (kind == EmptyState::Kind::Empty)
      add();
    else if (kind == EmptyState::Kind::NoMatch)
      m_search->clear();
  });
}

EmptyState *MembersTab::state() const {
  return m_pages->currentWidget() == m_empty ? m_empty : nullptr;
}

bool MembersTab::stop() { return isVisible() && m_list.stop(); }

FormDialog *MembersTab::form() const { return m_form; }

/// Read only once somebody looks.
void MembersTab::show(const models::OrganizationFacts &facts) {
  const auto &organization = facts.organization;
  if (organization.id != m_organization)
    m_removed.reset();
  m_organization = organization.id;
  m_name = organization.name;
  m_zone = organization.zone;
  m_cells->setZone(m_zone);
  if (isVisible())
    m_list.show(m_organization);
}

void MembersTab::choose(const OrganizationId &organization, const MemberId &member) {
  m_wantedIn = organization;
  m_wanted = member;
  chooseWanted();
}

void MembersTab::chooseWanted() {
  if (m_wanted.isNull() || m_list.organization() != m_wantedIn || m_list.isFetching() ||
      m_list.state() != MemberList::State::Ready)
    return;
  m_search->clear(); // whoever is wanted is shown, whatever was looked for before
  for (int row = 0; row < m_cells->rowCount(); ++row) {
    const auto membership = m_cells->index(row, 0).data(models::MembershipRole);
    if (membership.value<organizations::Membership>().member == m_wanted) {
      m_table->chooseRow(row);
      m_table->setFocus();
      break;
    }
  }
  m_wanted = {};
}

void MembersTab::showEvent(QShowEvent *event) {
  QWidget::showEvent(event);
  m_list.show(m_organization);
}

void MembersTab::showState() {
  const int all = m_list.rowCount(), shown = m_cells->rowCount();
  m_count->setText(
      all == 0 ? QString()
      : m_cells->search().isEmpty()
          ? formatNumber(all, locale())
          : tr("%1 of %2").arg(formatNumber(shown, locale()), formatNumber(all, locale())));
  const bool hasRows = m_list.state() == MemberList::State::Ready && shown > 0;
  if (!hasRows)
    showPicture();
  m_pages->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_empty);
  chooseWanted();
  showWhetherPossible();
  if (isSettled())
    Q_EMIT settled();
}

void MembersTab::showPicture() {
  if (m_list.state() == MemberList::State::Loading)
    return m_empty->showLoading();
  if (m_list.state() == MemberList::State::Failed && m_list.reading().isStopped())
    return m_empty->showMessage(EmptyState::Kind::NoMatch, stoppedContent());
  if (m_list.state() == MemberList::State::Failed)
    return m_empty->showMessage(EmptyState::Kind::Error,
                                {tr("The members could not be loaded"),
                                 saidWithReference(m_list.error()), tr("Try again")});
  if (m_list.rowCount() > 0)
    return m_empty->showMessage(
        EmptyState::Kind::NoMatch,
        {tr("Nothing matches"),
         tr("No member has “%1” in name, e-mail, team or role.").arg(m_cells->search()),
         tr("Clear filter")});
  const auto why = notForMe();
  m_empty->showMessage(EmptyState::Kind::Empty,
                       {tr("No members yet"),
                        why.isEmpty() ? tr("Add the first one: whoever uses the seats of the plan "
                                           "is a member.")
                                      : why,
                        why.isEmpty() ? tr("Add member") : QString(), u"users"_s});
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
  setBlocked(m_remove, !why.isEmpty()                              ? why
                       : !m_connection.isConnected()               ? offline
                       : m_table->selectionModel()->hasSelection() ? QString()
                                                                   : tr("No member is selected"));
}

void MembersTab::add() {
  if (m_form || m_organization.isNull() || !m_add->isEnabled())
    return;
  m_form = new FormDialog(
      m_connection, m_drafts, models::addMember(m_organization, m_zone),
      {.title = tr("Add member"), .about = m_name, .submit = tr("Add"), .done = tr("Member added")},
      memberFields(), window());
  connect(m_form, &FormDialog::saved, &m_list, &MemberList::reload);
  connect(m_form, &FormDialog::settled, this, &MembersTab::settled);
  connect(m_form, &QDialog::finished, this, [this] { m_form = nullptr; });
  m_form->open();
}

void MembersTab::remove() {
  const auto current = m_table->currentIndex();
  if (!current.isValid() || !m_remove->isEnabled())
    return;
  m_list.remove(m_cells->mapToSource(current).data(models::MembershipRole).value<Membership>());
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
  return QWidget::eventFilter(watched, event);
}

} // namespace tenantry::ui
