// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/invoices_pane.h"
#include "models/billing/invoice_key.h"
#include "ui/billing/approval_offer.h"
#include "ui/billing/explain_page.h"
#include "ui/billing/finalize_offer.h"
#include "ui/billing/hold_offers.h"
#include "ui/billing/invoice_inspector.h"
#include "ui/billing/invoice_offers.h"
#include "ui/billing/invoice_page.h"
#include "ui/billing/issued_cells.h"
#include "ui/billing/write_off_offer.h"
#include "ui/lists/facet_menu.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_views.h"
#include "ui/lists/list_words.h"
#include "ui/lists/sidebar_count.h"
#include "ui/shell/export_action.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using billing::InvoiceFilter;
using models::IssuedInvoicesModel;

namespace {

constexpr int numberSearchWidth = 220, leastNameWidth = 150;
constexpr std::array chosenKinds{InvoiceFilter::Draft,     InvoiceFilter::Open,
                                 InvoiceFilter::Overdue,   InvoiceFilter::Paid,
                                 InvoiceFilter::Void,      InvoiceFilter::Uncollectible,
                                 InvoiceFilter::CreditNote};

QString kindWord(InvoiceFilter kind) {
  switch (kind) {
  case InvoiceFilter::All:
    return {};
  case InvoiceFilter::Open:
    return InvoicesPane::tr("Open");
  case InvoiceFilter::Overdue:
    return InvoicesPane::tr("Overdue");
  case InvoiceFilter::Paid:
    return InvoicesPane::tr("Paid");
  case InvoiceFilter::Void:
    return InvoicesPane::tr("Void");
  case InvoiceFilter::Uncollectible:
    return InvoicesPane::tr("Uncollectible");
  case InvoiceFilter::Draft:
    return InvoicesPane::tr("Draft");
  case InvoiceFilter::CreditNote:
    return InvoicesPane::tr("Credit notes");
  }
  return {};
}

} // namespace

InvoicesPane::InvoicesPane(models::Connection &connection, models::RunningWork &work,
                           QWidget *parent)
    : Pane(Kind::Canvas, parent), m_connection(connection), m_list(connection),
      m_chosen(connection), m_cells(new IssuedCells(this)),
      m_header(new SectionHeader(tr("Invoices"), SectionHeader::Level::Pane)),
      m_search(new SearchField(tr("Number begins with"))), m_kind(new Chip(tr("Status"))),
      m_view(new Chip(tr("View"))), m_table(new TableView(tr("Invoices"))),
      m_export(new ExportAction(connection, work, m_list, *m_table, u"invoices"_s, this)),
      m_inspector(new InvoiceInspector), m_invoicePage(new InvoicePage(connection, work)),
      m_explainPage(new ExplainPage(connection)), m_pages(new QStackedWidget) {
  m_cells->setSourceModel(&m_list);
  m_records = new RecordList(m_list, *m_cells, m_table, makeFilterBar(), words(),
                             RecordList::FirstRow::Taken);
  m_listPage = makeListPage();
  for (auto *page :
       {m_listPage, static_cast<QWidget *>(m_invoicePage), static_cast<QWidget *>(m_explainPage)})
    m_pages->addWidget(page);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_pages);
  m_header->addAction(m_export->button());
  setUpTable();
  connectList();
  m_columns = new ListColumns(m_list, *m_table, u"invoices"_s);
  m_views = new ListViews(connection, m_list, *m_columns, IssuedInvoicesModel::countOf,
                          u"invoices"_s, home(), m_view, this);
  connect(m_views, &ListViews::applied, this, &InvoicesPane::showFilter);
  connect(m_views, &ListViews::placeRequested, this, &Pane::placeRequested);
  connect(m_views, &ListViews::pinsChanged, this, &Pane::pinsChanged);
  countInSidebar(this, connection, IssuedInvoicesModel::countOf,
                 {{u"kind"_s, IssuedInvoicesModel::kindKey(InvoiceFilter::Overdue)}});
  m_acts = new ListActs(connection, work, *m_records, this);
  m_acts->add(finalizeOffer(connection.rights()));
  offerHolds(*m_acts, connection.rights());
  offerApproval(*m_acts, connection.rights());
  connect(m_acts, &ListActs::acted, &m_chosen, &models::InvoiceView::refresh);
  m_acts->add(writeOffOffer(connection.rights()));
  connectPages();
  m_offers = new InvoiceOffers(
      connection, m_chosen, m_inspector, m_invoicePage, [this] { return looked(); }, this);
  connect(m_pages, &QStackedWidget::currentChanged, m_offers, &InvoiceOffers::follow);
  m_inspector->showNothing();
}

QWidget *InvoicesPane::makeListPage() {
  auto *body = new QHBoxLayout;
  body->setSpacing(0);
  body->addWidget(m_records, 1);
  body->addWidget(new Separator(Qt::Vertical));
  body->addWidget(m_inspector);
  auto *page = new QWidget;
  auto *layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addLayout(body, 1);
  return page;
}

QWidget *InvoicesPane::makeFilterBar() {
  m_search->setMaximumWidth(numberSearchWidth);
  auto *bar = new FilterBar({m_search, m_kind, m_view});
  connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
    auto filter = m_list.filter();
    filter.number = text.trimmed();
    setFilter(filter);
  });
  connect(m_kind, &Chip::clicked, this, &InvoicesPane::chooseKind);
  connect(m_kind, &Chip::removeRequested, this, [this] {
    auto filter = m_list.filter();
    filter.kind = InvoiceFilter::All;
    setFilter(filter);
  });
  return bar;
}

void InvoicesPane::setUpTable() {
  m_table->setStretchColumn(IssuedInvoicesModel::OrganizationColumn);
  m_table->fitColumn(IssuedInvoicesModel::NumberColumn, u"INV-2026-888888"_s);
  m_table->fitDayColumn(IssuedInvoicesModel::IssuedColumn);
  m_table->fitDayColumn(IssuedInvoicesModel::DueColumn);
  m_table->fitColumn(IssuedInvoicesModel::StatusColumn, tr("Uncollectible") + u"mm"_s);
  m_table->fitColumn(IssuedInvoicesModel::TotalColumn, u"$888,888.88"_s);
  m_table->fitColumn(IssuedInvoicesModel::AmountDueColumn, u"$888,888.88"_s);
  auto *header = m_table->horizontalHeader();
  header->setSortIndicatorShown(true);
  header->setSectionsClickable(true);
  showOrder();
  connect(header, &QHeaderView::sortIndicatorChanged, this, &InvoicesPane::sortBy);
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto number = index.siblingAtColumn(0).data(models::NumberRole).toString();
    if (!number.isEmpty())
      Q_EMIT placeRequested({index.siblingAtColumn(0).data(models::IsCreditNoteRole).toBool()
                                 ? Place::Kind::CreditNote
                                 : Place::Kind::Invoice,
                             number,
                             {},
                             {}});
  });
}

void InvoicesPane::connectList() {
  connect(&m_list, &IssuedInvoicesModel::countChanged, this, &InvoicesPane::showCount);
  connect(m_records, &RecordList::shown, this, &InvoicesPane::reportSettled);
  connect(m_records, &RecordList::currentChanged, this, [this](const QModelIndex &current) {
    const auto key = m_list.keyAt(current.row());
    if (models::isCreditNoteKey(key))
      m_chosen.showCreditNote(models::invoiceKeyOf(key));
    else
      m_chosen.showStored(models::invoiceKeyOf(key));
  });
  connect(m_records, &RecordList::emptied, this, [this] {
    m_chosen.clear();
    m_inspector->showNothing();
  });
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      setFilter({});
    else
      m_list.reload();
  });
}

void InvoicesPane::connectPages() {
  connect(&m_chosen, &models::InvoiceView::changed, this, [this] {
    m_chosen.sheet() ? m_inspector->showSheet(*m_chosen.sheet()) : m_inspector->showLoading();
    reportSettled();
  });
  connect(&m_chosen, &models::InvoiceView::failed, m_inspector, &InvoiceInspector::showError);
  connect(m_inspector, &InvoiceInspector::lineRequested, this,
          [this](const billing::StoredLine &line) { explain(m_chosen.sheet(), line); });
  connect(m_inspector, &InvoiceInspector::organizationRequested, this, [this] {
    if (const auto *sheet = m_chosen.sheet())
      Q_EMIT placeRequested(
          {Place::Kind::Organization, sheet->invoice.organization.toString(), {}, {}});
  });
  connect(m_inspector, &InvoiceInspector::placeRequested, this, &Pane::placeRequested);
  connect(m_invoicePage, &InvoicePage::explainRequested, this,
          [this](const billing::StoredLine &line) { explain(m_invoicePage->sheet(), line); });
  connect(m_invoicePage, &InvoicePage::placeRequested, this, &Pane::placeRequested);
  connect(m_invoicePage, &InvoicePage::settled, this, &InvoicesPane::reportSettled);
  connect(m_explainPage, &ExplainPage::settled, this, &InvoicesPane::reportSettled);
  connect(m_invoicePage, &InvoicePage::backRequested, this, &InvoicesPane::stepBack);
  connect(m_explainPage, &ExplainPage::backRequested, this, &InvoicesPane::stepBack);
}

const models::InvoiceSheet *InvoicesPane::looked() const {
  return m_pages->currentWidget() == m_listPage ? m_chosen.sheet() : m_invoicePage->sheet();
}

QString InvoicesPane::title() const { return tr("Invoices"); }
QString InvoicesPane::heading() const {
  const auto *sheet = m_pages->currentWidget() == m_listPage ? nullptr : m_invoicePage->sheet();
  return sheet ? u"%1, %2"_s.arg(sheet->invoice.number, sheet->organizationName) : title();
}
QString InvoicesPane::iconName() const { return u"file-text"_s; }
Place InvoicesPane::home() const { return {Place::Kind::Invoices, {}, {}, {}}; }

bool InvoicesPane::holds(const Place &place) const {
  return place.kind == Place::Kind::Invoices || place.kind == Place::Kind::Invoice ||
         place.kind == Place::Kind::CreditNote;
}

void InvoicesPane::open(const Place &place) {
  if (place.kind == Place::Kind::Invoice || place.kind == Place::Kind::CreditNote) {
    m_pages->setCurrentWidget(m_invoicePage);
    m_invoicePage->show(place.key,
                        place.kind == Place::Kind::CreditNote ? InvoicePage::Shows::CreditNote
                                                              : InvoicePage::Shows::Invoice,
                        place.tab);
    return;
  }
  m_views->open(place.view);
  for (const auto kind : chosenKinds)
    if (place.filter == IssuedInvoicesModel::kindKey(kind))
      setFilter({kind, {}});
  m_list.begin();
  m_pages->setCurrentWidget(m_listPage);
  m_table->setFocus();
}

void InvoicesPane::reload() {
  if (m_pages->currentWidget() == m_invoicePage)
    m_invoicePage->reload();
  else
    m_list.refresh();
}

void InvoicesPane::focusFilter() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

bool InvoicesPane::stepBack() {
  if (m_pages->currentWidget() == m_explainPage && m_beforeExplain) {
    m_pages->setCurrentWidget(m_beforeExplain);
    return true;
  }
  if (m_pages->currentWidget() == m_invoicePage) {
    auto list = home();
    list.view = m_views->current();
    Q_EMIT placeRequested(list);
    return true;
  }
  if (!m_search->hasFocus() && m_records->stepBack())
    return true;
  if (m_search->hasFocus() && !m_search->text().isEmpty()) {
    m_search->clear();
    return true;
  }
  m_table->setFocus();
  return false;
}

bool InvoicesPane::isSettled() const {
  if (m_pages->currentWidget() == m_invoicePage)
    return m_invoicePage->isSettled();
  if (m_pages->currentWidget() == m_explainPage)
    return m_explainPage->isSettled();
  return m_records->isSettled() && !m_chosen.isFetching();
}

void InvoicesPane::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

void InvoicesPane::setFilter(const models::IssuedInvoicesFilter &filter) {
  if (m_search->text().trimmed() != filter.number)
    m_search->setText(filter.number);
  m_list.setFilter(filter);
  showFilter();
}

void InvoicesPane::showFilter() {
  const auto &filter = m_list.filter();
  const QSignalBlocker quiet(m_search);
  if (m_search->text().trimmed() != filter.number)
    m_search->setText(filter.number);
  m_kind->setValue(kindWord(filter.kind));
  m_kind->setEnabled(filter.number.isEmpty());
  m_kind->setToolTip(filter.number.isEmpty()
                         ? QString()
                         : tr("A number is looked for among all invoices, whatever their status."));
  showOrder();
}

void InvoicesPane::chooseKind() {
  QList<Facet> facets;
  for (const auto kind : chosenKinds)
    facets.append({kindWord(kind), IssuedInvoicesModel::kindKey(kind), [this, kind] {
                     auto filter = m_list.filter();
                     filter.kind = kind;
                     setFilter(filter);
                   }});
  makeFacetMenu(m_connection, IssuedInvoicesModel::countOf, m_list.viewSettings(), u"kind"_s,
                facets, this)
      ->popup(m_kind->mapToGlobal(m_kind->rect().bottomLeft()));
}

void InvoicesPane::sortBy(int column, Qt::SortOrder order) {
  m_list.sort(column, order);
  showOrder(); // also where the column cannot be sorted by
}

/// Where there is little room, the day that the list is in order of is the last to go.
void InvoicesPane::showOrder() {
  const bool byDue = m_list.sortColumn() == IssuedInvoicesModel::DueColumn;
  const int ordered = byDue ? IssuedInvoicesModel::DueColumn : IssuedInvoicesModel::IssuedColumn;
  const int other = byDue ? IssuedInvoicesModel::IssuedColumn : IssuedInvoicesModel::DueColumn;
  m_table->setColumnsToDrop(
      {other, IssuedInvoicesModel::TotalColumn, IssuedInvoicesModel::AmountDueColumn, ordered},
      leastNameWidth);
  const QSignalBlocker blocked(m_table->horizontalHeader());
  m_table->horizontalHeader()->setSortIndicator(m_list.sortColumn(), m_list.sortOrder());
  m_table->horizontalHeader()->viewport()->update();
}

ListWords InvoicesPane::words() {
  return {tr("Invoices could not be loaded"), [this] { return noMatch(); },
          [] {
            return EmptyStateContent{
                tr("No invoices yet"),
                tr("The first ones come with the first billing run, or with an import."),
                {},
                u"file-text"_s};
          }};
}

EmptyStateContent InvoicesPane::noMatch() const {
  const auto &number = m_list.filter().number;
  if (!number.isEmpty())
    return {tr("Nothing matches “%1”").arg(number),
            tr("No invoice has a number that begins so. Capitals count."), tr("Clear filters")};
  if (m_list.filter().kind == InvoiceFilter::CreditNote)
    return {tr("No credit notes"),
            tr("They come when a subscription changes within its period, or when an invoice is "
               "credited by hand."),
            tr("Clear filters")};
  return {tr("Nothing matches"), tr("No invoice has this status."), tr("Clear filters")};
}

void InvoicesPane::showCount() {
  const QString number = countText(m_list, locale());
  m_header->setFact(m_list.filter().isEmpty() ? number : tr("%1 found").arg(number));
}

void InvoicesPane::explain(const models::InvoiceSheet *sheet, const billing::StoredLine &line) {
  if (!sheet)
    return;
  m_beforeExplain = m_pages->currentWidget();
  m_explainPage->show(*sheet, line);
  m_pages->setCurrentWidget(m_explainPage);
}

} // namespace tenantry::ui
