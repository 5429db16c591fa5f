// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/timeline_page.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_words.h"
#include "ui/organizations/timeline_cells.h"
#include "ui/shell/export_action.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>

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

TimelinePage::TimelinePage(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : m_list(connection), m_cells(new TimelineCells(m_list, connection.zone(), this)),
      m_what(new Chip(tr("Show"))), m_count(new ElidedLabel(TextStyle::Meta, Tone::Muted)),
      m_table(new TableView(tr("Timeline"), RowDensity::TwoLine)),
      m_export(new ExportAction(connection, work, m_list, *m_table, u"timeline"_s, pane,
                                Qt::CTRL | Qt::ALT | Qt::Key_X)) {
  m_records = new RecordList(m_list, *m_cells, m_table, makeFilterBar(), words(),
                             RecordList::FirstRow::Left);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_records);
  setUpTable();
  m_columns = new ListColumns(m_list, *m_table, u"timeline"_s);
  connect(m_records, &RecordList::shown, this, &TimelinePage::settled);
  connect(&m_list, &TimelineListModel::countChanged, this, &TimelinePage::showCount);
  connect(&m_list, &TimelineListModel::pageShown, this, &TimelinePage::showCount);
  connect(m_table, &QTableView::activated, this, &TimelinePage::open);
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      setWhat(What::All);
    else
      m_list.reload();
  });
}

QWidget *TimelinePage::makeFilterBar() {
  connect(m_what, &Chip::clicked, this, &TimelinePage::chooseWhat);
  connect(m_what, &Chip::removeRequested, this, [this] { setWhat(What::All); });
  return new FilterBar({m_what, m_export->button()}, m_count);
}

void TimelinePage::setUpTable() {
  m_table->setStretchColumn(TimelineListModel::WhatColumn);
  m_table->fitColumn(TimelineListModel::AtColumn, u"28 Nov 2026, 28:88 mm"_s);
  m_table->fitColumn(TimelineListModel::ActorColumn, u"mmmmmmmmmm"_s);
  m_table->setColumnsToDrop({TimelineListModel::ActorColumn}, leastWhatWidth);
  m_table->horizontalHeader()->setSectionsClickable(false);
}

void TimelinePage::show(const OrganizationId &organization, const Zone &zone,
                        const std::optional<InvoiceId> &invoice) {
  const bool isOther = organization != m_organization || invoice != m_invoice;
  m_organization = organization;
  m_invoice = invoice;
  m_cells->setZone(zone);
  if (isOther)
    m_what->setValue({});
  if (isVisible() && !m_organization.isNull())
    m_list.show(m_organization, m_invoice);
}

void TimelinePage::showEvent(QShowEvent *event) {
  QWidget::showEvent(event);
  if (!m_organization.isNull())
    m_list.show(m_organization, m_invoice);
}

void TimelinePage::setWhat(What what) {
  m_list.setWhat(what);
  m_what->setValue(whatWord(what));
}

void TimelinePage::chooseWhat() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const auto what : {What::Events, What::Money, What::Mails, What::Changes})
    menu->addAction(whatWord(what), this, [this, what] { setWhat(what); });
  menu->popup(m_what->mapToGlobal(m_what->rect().bottomLeft()));
}

void TimelinePage::showCount() {
  if (m_list.count() < 0)
    return m_count->setText({});
  const auto count = tr("%1 entries").arg(countText(m_list, locale()));
  m_count->setText(m_list.words().showsChanges
                       ? count
                       : tr("%1 · who changed which field is not for your group").arg(count));
}

/// A mail leads to its text, an entry about an invoice to that.
void TimelinePage::open(const QModelIndex &index) {
  const auto value = m_cells->mapToSource(index).data(TimelineListModel::RowRole);
  if (!value.isValid())
    return;
  const auto row = value.value<audit::TimelineRow>();
  if (row.is(audit::TimelineId::Kind::Mail))
    return Q_EMIT placeRequested({Place::Kind::Mails, row.id.mail.toString(), {}, {}});
  if (!row.payload.is_object() || !row.payload.contains("number") || m_invoice)
    return;
  const auto number = QString::fromStdString(row.payload.at("number").get<std::string>());
  Q_EMIT placeRequested(
      {row.type == u"invoice.credited" ? Place::Kind::CreditNote : Place::Kind::Invoice,
       number,
       {},
       {}});
}

bool TimelinePage::stepBack() {
  if (m_records->stepBack())
    return true;
  if (!m_list.isFiltered())
    return false;
  setWhat(What::All);
  return true;
}

ListWords TimelinePage::words() {
  return {
      tr("The timeline could not be loaded"),
      [] {
        return EmptyStateContent{tr("Nothing of this kind"), {}, tr("Show everything"), u"clock"_s};
      },
      [] {
        return EmptyStateContent{tr("Nothing happened yet"),
                                 tr("What is entered, changed, billed and paid stands here."),
                                 {},
                                 u"clock"_s};
      }};
}

} // namespace tenantry::ui
