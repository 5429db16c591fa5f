// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mails/mails_pane.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/sidebar_count.h"
#include "ui/mails/mail_cells.h"
#include "ui/mails/mail_inspector.h"
#include "ui/mails/mail_offers.h"
#include "ui/mails/outbox_words.h"
#include "ui/widgets/table_view.h"
#include <QAction>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using automation::MailState;
using models::MailListModel;

namespace {
constexpr int leastOwnerWidth = 160;
constexpr std::array mailStates{MailState::Queued, MailState::Sent, MailState::Failed,
                                MailState::Cancelled, MailState::Suppressed};
} // namespace

MailsPane::MailsPane(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : MailsPane(connection, work, new MailListModel(connection), parent) {}

MailsPane::MailsPane(models::Connection &connection, models::RunningWork &work, MailListModel *list,
                     QWidget *parent)
    : ListPane(connection, work, list, new MailCells(connection.zone()), specOf(), parent),
      m_list(*list), m_looked(connection), m_inspector(new MailInspector(connection.zone())) {
  putBeside(m_inspector);
  countInSidebar(this, connection, MailListModel::countOf,
                 {{u"state"_s, automation::toString(MailState::Failed)}});
  offerMails(*acts(), connection.rights());
  m_inspector->setActs(acts()->actions());
  connectList();
  connectMail();
}

ListSpec MailsPane::specOf() {
  return {.title = tr("Mails"),
          .iconName = u"mail"_s,
          .key = u"mails"_s,
          .home = {Place::Kind::Mails, {}, {}, {}},
          .counted = tr("Mails that could not be sent."),
          .counting = MailListModel::countOf,
          .table = tableOf(),
          .search = {.invitation = tr("Filter mails")},
          .filters = filtersOf(),
          .failed = tr("Mails could not be loaded"),
          .noMatch = {tr("Nothing matches"), tr("No mail matches now."), tr("Clear filters")},
          .none = {tr("No mails yet"),
                   tr("Customers get mail about invoices, payments, trials and limits: what is "
                      "written to them is listed here."),
                   tr("See what is due"), u"mail"_s}};
}

/// There is none: what they come with is elsewhere.
void MailsPane::act(EmptyState::Kind kind) {
  if (kind == EmptyState::Kind::Empty)
    Q_EMIT placeRequested({Place::Kind::Billing, {}, {}, {}});
  else
    ListPane::act(kind);
}

ListTable MailsPane::tableOf() {
  using List = MailListModel;
  QString longest;
  for (const auto &kind : List::kinds())
    if (const auto word = mailKindWord(kind); word.size() > longest.size())
      longest = word;
  return {.name = tr("Mails to customers"),
          .density = RowDensity::TwoLine,
          .stretch = List::SubjectColumn,
          .leastWidth = leastOwnerWidth,
          .widest = {{List::OrganizationColumn, u"billing@northwind.example mm"_s},
                     {List::KindColumn, longest},
                     {List::StateColumn, mailLook(MailState::Suppressed).text + u"mm"_s},
                     {List::TriesColumn, u"88"_s},
                     {List::SentColumn, tr("due %1").arg(u"28 Nov 2026, 12:88 PM mm"_s)},
                     {List::WrittenColumn, u"28 Nov 2026, 12:88 PM mm"_s}},
          .drops = {List::TriesColumn, List::KindColumn, List::SentColumn, List::WrittenColumn}};
}

QList<FilterOffer> MailsPane::filtersOf() {
  return {{tr("State"), u"state"_s,
           [] {
             QStringList values;
             for (const auto state : mailStates)
               values += automation::toString(state);
             return values;
           },
           [](const QString &value) {
             const auto state = automation::parseMailState(value);
             return state ? mailLook(*state).text : value;
           }},
          {tr("Kind"), u"kind"_s, MailListModel::kinds, mailKindWord}};
}

void MailsPane::connectList() {
  connect(records(), &RecordList::shown, this, [this] {
    showWanted();
    reportSettled();
  });
  connect(records(), &RecordList::currentChanged, this, [this](const QModelIndex &current) {
    const auto key = m_list.keyAt(current.row());
    if (m_wanted.isEmpty() && !key.isEmpty())
      m_looked.show(automation::MailId::fromString(key));
  });
  connect(records(), &RecordList::emptied, this, [this] {
    if (!m_wanted.isEmpty())
      return;
    m_looked.clear();
    m_inspector->showNothing();
  });
  connect(acts(), &ListActs::acted, &m_looked, &models::MailView::refresh);
  connect(table(), &QTableView::activated, this, [this] {
    if (const auto *mail = m_looked.mail())
      Q_EMIT placeRequested(
          {Place::Kind::Organization, mail->organization.toString(), u"timeline"_s, {}});
  });
}

void MailsPane::connectMail() {
  connect(m_inspector, &MailInspector::retryRequested, this, [this] {
    m_inspector->showLoading();
    m_looked.refresh();
  });
  connect(&m_looked, &models::MailView::changed, this, [this] {
    m_looked.mail() ? m_inspector->showMail(*m_looked.mail()) : m_inspector->showLoading();
    reportSettled();
  });
  connect(&m_looked, &models::MailView::failed, this, [this](const Error &error) {
    m_inspector->showError(error);
    reportSettled();
  });
}

void MailsPane::open(const Place &place) {
  ListPane::open(place);
  if (place.key.isEmpty())
    return;
  m_wanted = place.key;
  m_looked.show(automation::MailId::fromString(place.key));
  showWanted();
}

/// The mail that a link leads to: in the list too, once its page is there.
void MailsPane::showWanted() {
  if (m_wanted.isEmpty() || m_list.state() != MailListModel::State::Ready)
    return;
  records()->setCurrent(m_wanted);
  m_wanted.clear();
}

void MailsPane::reload() {
  m_list.refresh();
  m_looked.refresh();
}

bool MailsPane::isSettled() const { return records()->isSettled() && !m_looked.isFetching(); }

} // namespace tenantry::ui
