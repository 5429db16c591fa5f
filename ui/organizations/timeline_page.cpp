// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/timeline_page.h"
#include "ui/lists/list_words.h"
#include "ui/organizations/timeline_cells.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/table_view.h"
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::TimelineListModel;
using What = audit::TimelineScope::What;

namespace {

constexpr int leastWhatWidth = 280;

QString whatWord(What what) {
  switch (what) {
  case What::Events:
    return TimelinePage::tr("events");
  case What::Money:
    return TimelinePage::tr("invoices and payments");
  case What::Mails:
    return TimelinePage::tr("mails");
  case What::Changes:
    return TimelinePage::tr("changed fields");
  case What::All:
    break;
  }
  return {};
}

} // namespace

TimelinePage::TimelinePage(models::Connection &connection, models::RunningWork &work,
                           const QString &key, QWidget *pane)
    : TimelinePage(connection, work, new TimelineListModel(connection), key, pane) {}

TimelinePage::TimelinePage(models::Connection &connection, models::RunningWork &work,
                           TimelineListModel *list, const QString &key, QWidget *pane)
    : ListPage(connection, work, list, new TimelineCells(*list, connection.zone()), specOf(key),
               pane, ExportButton::AmongFilters, Qt::CTRL | Qt::ALT | Qt::Key_X),
      m_list(*list), m_cells(qobject_cast<TimelineCells *>(table()->model())) {
  connect(table(), &QTableView::activated, this, &TimelinePage::open);
}

ListSpec TimelinePage::specOf(const QString &key) {
  using List = TimelineListModel;
  const auto values = [] {
    QStringList keys;
    for (const auto what : {What::Events, What::Money, What::Mails, What::Changes})
      keys += List::whatKey(what);
    return keys;
  };
  const auto word = [](const QString &value) { return whatWord(List::whatOf(value)); };
  return {.key = key,
          .counting = List::countOf,
          .table = {.name = tr("Timeline"),
                    .density = RowDensity::TwoLine,
                    .stretch = List::WhatColumn,
                    .leastWidth = leastWhatWidth,
                    .widest = {{List::AtColumn, u"28 Nov 2026, 28:88 mm"_s},
                               {List::ActorColumn, u"mmmmmmmmmm"_s}},
                    .drops = {List::ActorColumn},
                    .isSorted = false},
          .filters = {{tr("Show"), u"show"_s, values, word}},
          .hasResult = true,
          .failed = tr("The timeline could not be loaded"),
          .first = RecordList::FirstRow::Left,
          .noMatch = {tr("Nothing of this kind"), {}, tr("Show everything"), u"clock"_s},
          .none = {tr("Nothing happened yet"),
                   tr("What is entered, changed, billed and paid is listed here."),
                   {},
                   u"clock"_s}};
}

void TimelinePage::show(const OrganizationId &organization, const Zone &zone,
                        const std::optional<InvoiceId> &invoice) {
  m_organization = organization;
  m_invoice = invoice;
  m_cells->setZone(zone);
  if (isVisible())
    read();
}

void TimelinePage::showEvent(QShowEvent *event) {
  ListPage::showEvent(event);
  read();
}

/// Of another record all is shown first; what narrowed this one before a restart does so again.
void TimelinePage::read() {
  if (m_organization.isNull())
    return;
  const auto before = std::exchange(kept(), std::nullopt);
  m_list.show(m_organization, m_invoice);
  if (before && m_list.isOf(*before))
    m_list.setViewSettings(*before);
}

void TimelinePage::showCount() {
  if (m_list.count() < 0)
    return result()->setText({});
  const auto count = u"%1 · %2"_s.arg(
      tr("%1 entry(ies)", nullptr, int(m_list.count())).arg(countText(m_list, locale())),
      m_cells->zone().id());
  result()->setText(m_list.words().showsChanges
                        ? count
                        : tr("%1 · your group does not see who changed which field").arg(count));
}

namespace {

/// The record that waits, or waited, for a person; none where money moved without us before that
/// was kept as one.
QString contradictedBy(const audit::TimelineRow &row) {
  const bool isEvent = row.type == u"payment.contradicted" || row.type == u"payment.disputed" ||
                       row.type == u"payment.dispute_ended";
  if (!isEvent || !row.payload.is_object())
    return {};
  const auto code = row.payload.value("decline_code", std::string());
  const bool isFinding = row.type != u"payment.contradicted" || code == "second_charge" ||
                         code == "refunded_elsewhere";
  for (const auto *key :
       isFinding ? std::array{"finding", "", ""} : std::array{"refund", "setup", "attempt"})
    if (row.payload.contains(key) && row.payload.at(key).is_string())
      return QString::fromStdString(row.payload.at(key).get<std::string>());
  return {};
}

} // namespace

/// A mail leads to its text, what is contradicted to where it is ended, an entry about an invoice
/// to that.
void TimelinePage::open(const QModelIndex &index) {
  const auto value = m_list.index(index.row(), 0).data(TimelineListModel::RowRole);
  if (!value.isValid())
    return;
  const auto row = value.value<audit::TimelineRow>();
  if (row.is(audit::TimelineId::Kind::Mail))
    return Q_EMIT placeRequested({Place::Kind::Mails, row.id.mail.toString(), {}, {}});
  if (const auto id = contradictedBy(row); !id.isEmpty())
    return Q_EMIT placeRequested({Place::Kind::Contradictions, id, {}, {}});
  if (!row.payload.is_object() || !row.payload.contains("number") || m_invoice)
    return;
  const auto number = QString::fromStdString(row.payload.at("number").get<std::string>());
  Q_EMIT placeRequested(
      {row.type == u"invoice.credited" ? Place::Kind::CreditNote : Place::Kind::Invoice,
       number,
       {},
       {}});
}

} // namespace tenantry::ui
