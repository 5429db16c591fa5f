// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/invoices_pane.h"
#include "models/billing/invoice_key.h"
#include "ui/billing/explain_page.h"
#include "ui/billing/invoice_inspector.h"
#include "ui/billing/invoice_offers.h"
#include "ui/billing/invoice_page.h"
#include "ui/billing/money_words.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_views.h"
#include "ui/lists/sidebar_count.h"
#include "ui/organizations/invoice_acts.h"
#include "ui/organizations/invoice_kinds.h"
#include "ui/organizations/issued_cells.h"
#include "ui/organizations/timeline_page.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/table_view.h"
#include <QLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using billing::InvoiceFilter;
using models::IssuedInvoicesModel;

namespace {

constexpr int leastNameWidth = 150;
const QString kindSetting = u"kind"_s, organizationSetting = u"organization"_s;

} // namespace

InvoicesPane::InvoicesPane(models::Connection &connection, models::RunningWork &work,
                           QWidget *parent)
    : InvoicesPane(connection, work, new IssuedInvoicesModel(connection), parent) {}

InvoicesPane::InvoicesPane(models::Connection &connection, models::RunningWork &work,
                           IssuedInvoicesModel *list, QWidget *parent)
    : ListPane(connection, work, list, new IssuedCells(nullptr), specOf(this), parent),
      m_list(*list), m_chosen(connection), m_inspector(new InvoiceInspector),
      m_invoicePage(new InvoicePage(connection, work)),
      m_explainPage(new ExplainPage(connection, *this)), m_pages(new QStackedWidget) {
  putBeside(m_inspector);
  layout()->addWidget(m_pages);
  for (auto *page :
       {listPage(), static_cast<QWidget *>(m_invoicePage), static_cast<QWidget *>(m_explainPage)})
    m_pages->addWidget(page);
  showFilter();
  connectList();
  countInSidebar(this, connection, IssuedInvoicesModel::countOf,
                 {{kindSetting, IssuedInvoicesModel::kindKey(InvoiceFilter::Overdue)}});
  offerInvoiceActs(*acts(), connection.rights());
  auto *finalize = makeButton(tr("Finalize selected"), ButtonVariant::Primary, u"check"_s);
  header()->addAction(finalize);
  followAction(finalize, acts()->actions().front());
  connect(acts(), &ListActs::acted, &m_chosen, &models::InvoiceView::refresh);
  connectPages();
  m_offers = new InvoiceOffers(
      connection, m_chosen, m_inspector, m_invoicePage, [this] { return looked(); }, this);
  connect(m_pages, &QStackedWidget::currentChanged, m_offers, &InvoiceOffers::follow);
  connect(m_offers->again(), &MoneyOffer::placeRequested, this, &Pane::placeRequested);
  m_inspector->showNothing();
}

ListSpec InvoicesPane::specOf(const InvoicesPane *pane) {
  return {.title = tr("Invoices"),
          .iconName = u"file-text"_s,
          .key = u"invoices"_s,
          .home = {Place::Kind::Invoices, {}, {}, {}},
          .counted = tr("Invoices that are open after their due day."),
          .counting = IssuedInvoicesModel::countOf,
          .table = tableOf(),
          .search = {tr("Number begins with"), u"number"_s},
          .filters = {invoiceKinds(),
                      {tr("Organization"), organizationSetting,
                       [pane] {
                         return pane->m_whose.isEmpty() ? QStringList()
                                                        : QStringList{pane->m_whose};
                       },
                       [pane](const QString &id) { return pane->organizationWord(id); }}},
          .failed = tr("Invoices could not be loaded"),
          .noMatch = {},
          .none = {tr("No invoices yet"),
                   tr("The first ones come with the first billing run, or with an import."),
                   tr("See what is due"), u"file-text"_s}};
}

/// There is none: what they come with is elsewhere.
void InvoicesPane::act(EmptyState::Kind kind) {
  if (kind == EmptyState::Kind::Empty)
    Q_EMIT placeRequested({Place::Kind::Billing, {}, {}, {}});
  else
    ListPane::act(kind);
}

ListTable InvoicesPane::tableOf() {
  using List = IssuedInvoicesModel;
  return {.name = tr("Invoices"),
          .density = RowDensity::OneLine,
          .stretch = List::OrganizationColumn,
          .leastWidth = leastNameWidth,
          .days = {List::IssuedColumn, List::DueColumn},
          .widest = {{List::NumberColumn, u"INV-2026-888888"_s},
                     {List::StatusColumn, tr("Uncollectible") + u"m"_s},
                     {List::TotalColumn, u"$888,888.88"_s},
                     {List::AmountDueColumn, u"$888,888.88"_s}}};
}

void InvoicesPane::choose(const QString &key) {
  if (models::isCreditNoteKey(key))
    m_chosen.showCreditNote(models::invoiceKeyOf(key));
  else
    m_chosen.showStored(models::invoiceKeyOf(key));
}

void InvoicesPane::connectList() {
  connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto row = index.siblingAtColumn(0);
    const auto number = row.data(models::NumberRole).toString();
    if (!number.isEmpty())
      Q_EMIT placeRequested({row.data(models::IsCreditNoteRole).toBool() ? Place::Kind::CreditNote
                                                                         : Place::Kind::Invoice,
                             number,
                             {},
                             {}});
  });
  connect(records(), &RecordList::currentChanged, this, [this](const QModelIndex &current) {
    meet(current);
    choose(m_list.keyAt(current.row()));
  });
  connect(records(), &RecordList::emptied, this, [this] {
    m_whose.clear();
    m_chosen.clear();
    m_inspector->showNothing();
  });
}

void InvoicesPane::meet(const QModelIndex &row) {
  const auto key = m_list.keyAt(row.row());
  if (key.isEmpty())
    return;
  const auto whose = models::invoiceKeyOf(key).organization.toString();
  const bool isNews = m_whose.isEmpty() || !m_names.contains(whose);
  m_whose = whose;
  m_names[whose] = row.data(models::InvoiceOrganizationRole).toString();
  if (isNews) // not with each row that one passes
    showFilter();
}

QString InvoicesPane::organizationWord(const QString &id) const {
  return m_names.value(id, tr("one"));
}

models::PagedListModel::ViewSettings InvoicesPane::filterOf(const Place &place) const {
  auto settings = ListPane::filterOf(place);
  if (!place.organization.isEmpty())
    settings[organizationSetting] = place.organization;
  return settings;
}

void InvoicesPane::connectPages() {
  connect(&m_chosen, &models::InvoiceView::changed, this, [this] {
    m_chosen.sheet() ? m_inspector->showSheet(*m_chosen.sheet()) : m_inspector->showLoading();
    reportSettled();
  });
  connect(&m_chosen, &models::InvoiceView::failed, this, [this](const Error &error) {
    m_chosen.isKept(error) ? m_inspector->showSheet(*m_chosen.sheet())
                           : m_inspector->showError(error, m_chosen.isNote());
    reportSettled();
  });
  connect(m_inspector, &InvoiceInspector::retryRequested, this, [this] {
    m_inspector->showLoading();
    m_chosen.reload();
  });
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
  connect(m_invoicePage, &InvoicePage::backRequested, this, &InvoicesPane::leavePage);
  connect(m_explainPage, &ExplainPage::backRequested, this, &InvoicesPane::leavePage);
  connect(m_explainPage, &ExplainPage::listRequested, this, [this] {
    if (const auto place = outermost())
      Q_EMIT placeRequested(*place);
  });
}

const models::InvoiceSheet *InvoicesPane::looked() const {
  return m_pages->currentWidget() == listPage() ? m_chosen.sheet() : m_invoicePage->sheet();
}

QString InvoicesPane::heading() const {
  if (m_pages->currentWidget() == m_explainPage && !m_explainPage->heading().isEmpty())
    return m_explainPage->heading();
  const auto *sheet = m_pages->currentWidget() == listPage() ? nullptr : m_invoicePage->sheet();
  return sheet ? u"%1, %2"_s.arg(sheet->invoice.number, sheet->organizationName) : title();
}

bool InvoicesPane::holds(const Place &place) const {
  return place.kind == Place::Kind::Invoices || place.kind == Place::Kind::Invoice ||
         place.kind == Place::Kind::CreditNote;
}

/// Where a line is looked at, a step back leads to what it was chosen in.
void InvoicesPane::openLine(const Place &place) {
  m_beforeExplain = std::exchange(m_explaining, nullptr);
  m_explained = place;
  const bool isInPage = m_beforeExplain != listPage() && place.kind != Place::Kind::Invoices;
  m_explainPage->explain(place.line, isInPage ? place.key : QString());
  auto &invoice = m_explainPage->invoice();
  if (place.kind == Place::Kind::CreditNote)
    invoice.showCreditNote(place.key);
  else if (place.kind == Place::Kind::Invoice)
    invoice.showStored(place.key);
  else
    invoice.showStored(models::invoiceKeyOf(place.key));
  m_pages->setCurrentWidget(m_explainPage);
  m_explainPage->setFocus();
}

Place InvoicesPane::beforeExplain() const {
  Place place = m_explained;
  place.line = 0;
  if (m_beforeExplain == listPage() || place.kind == Place::Kind::Invoices) {
    const auto key = place.kind == Place::Kind::Invoices ? place.key : QString();
    place = home();
    place.key = key;
    place.view = views()->current();
    return narrowedTo(place);
  }
  return place;
}

void InvoicesPane::open(const Place &place) {
  if (place.line > 0)
    return openLine(place);
  if (place.kind == Place::Kind::Invoice || place.kind == Place::Kind::CreditNote) {
    m_pages->setCurrentWidget(m_invoicePage);
    m_invoicePage->show(place.key,
                        place.kind == Place::Kind::CreditNote ? InvoicePage::Shows::CreditNote
                                                              : InvoicePage::Shows::Invoice,
                        place.tab);
    return;
  }
  m_pages->setCurrentWidget(listPage());
  ListPane::open(place); // it may let others through, and then the first of them would be chosen
  if (place.key.isEmpty())
    return;
  records()->setCurrent(place.key);
  choose(place.key); // a draft that was just made is in no row yet
}

void InvoicesPane::reload() {
  if (m_pages->currentWidget() == m_invoicePage)
    m_invoicePage->reload();
  else
    m_list.refresh();
}

void InvoicesPane::keepDraftsIn(models::DraftStore &drafts) {
  ListPane::keepDraftsIn(drafts);
  m_offers->keepDraftsIn(drafts);
  m_invoicePage->keepDraftsIn(drafts);
}

void InvoicesPane::keepIn(ListMemory &memory) {
  ListPane::keepIn(memory);
  m_invoicePage->timeline()->keepIn(memory);
}

/// What is read stops first; then the page is left.
bool InvoicesPane::stepBack() {
  if (m_pages->currentWidget() == listPage())
    return ListPane::stepBack();
  if (m_pages->currentWidget() == m_explainPage ? m_explainPage->stop() : m_invoicePage->stop())
    return true;
  if (m_invoicePage->timeline()->isVisible() && m_invoicePage->timeline()->stepWithin())
    return true;
  leavePage();
  return true;
}

Place InvoicesPane::listPlace() const {
  auto list = home();
  list.view = views()->current();
  return narrowedTo(list);
}

std::optional<Place> InvoicesPane::outermost() const {
  if (m_pages->currentWidget() == listPage())
    return std::nullopt;
  const auto before = m_pages->currentWidget() == m_explainPage ? beforeExplain() : Place();
  return before.kind == Place::Kind::Invoices ? before : listPlace();
}

void InvoicesPane::leavePage() {
  Q_EMIT placeRequested(m_pages->currentWidget() == m_explainPage ? beforeExplain() : listPlace());
}

QList<QWidget *> InvoicesPane::areas() {
  return m_pages->currentWidget() == listPage() ? ListPane::areas() : Pane::areas();
}

bool InvoicesPane::isSettled() const {
  if (m_pages->currentWidget() == m_invoicePage)
    return m_invoicePage->isSettled();
  if (m_pages->currentWidget() == m_explainPage)
    return m_explainPage->isSettled();
  return records()->isSettled() && !m_chosen.isFetching();
}

/// A credit note moves no money.
QList<Pane::Part> InvoicesPane::partsOf(const Place &record, const QString &) const {
  const bool isInvoice = record.kind == Place::Kind::Invoice;
  if (!isInvoice && record.kind != Place::Kind::CreditNote)
    return {};
  const Part save = partOf(actionOf(m_invoicePage->saving()), record, {});
  if (!isInvoice)
    return {save};
  return {partOf(m_offers->receive(), record, m_offers->receive()->refusal()),
          partOf(m_offers->credit(), record, m_offers->credit()->refusal()), save};
}

bool InvoicesPane::isShowing(const Place &record) const {
  const auto *sheet = m_invoicePage->sheet();
  return m_pages->currentWidget() == m_invoicePage && sheet &&
         record.key == m_invoicePage->number() &&
         sheet->note.has_value() == (record.kind == Place::Kind::CreditNote);
}

/// Where there is little room, what is to be paid is the last to go, and before it the day that the
/// list is in order of.
void InvoicesPane::showFilter() {
  ListPane::showFilter();
  const bool isSearched = !m_list.filter().number.isEmpty();
  for (const auto &setting : {kindSetting, organizationSetting}) {
    auto *chip = filters()->chip(setting);
    const bool hasNothing =
        setting == organizationSetting && m_whose.isEmpty() && !m_list.filter().organization;
    chip->setEnabled(!isSearched && !hasNothing);
    chip->setToolTip(isSearched   ? tr("A number is looked for among all invoices, whatever their "
                                         "status and organization.")
                     : hasNothing ? tr("Choose an invoice: those of its organization can be shown "
                                       "alone.")
                                  : QString());
  }
  const bool byDue = m_list.sortColumn() == IssuedInvoicesModel::DueColumn;
  const int ordered = byDue ? IssuedInvoicesModel::DueColumn : IssuedInvoicesModel::IssuedColumn;
  const int other = byDue ? IssuedInvoicesModel::IssuedColumn : IssuedInvoicesModel::DueColumn;
  table()->setColumnsToDrop(
      {other, IssuedInvoicesModel::TotalColumn, ordered, IssuedInvoicesModel::AmountDueColumn},
      leastNameWidth);
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
  return {tr("Nothing matches"),
          m_list.filter().organization ? tr("This organization has no such invoice.")
                                       : tr("No invoice has this status."),
          tr("Clear filters")};
}

void InvoicesPane::explain(const models::InvoiceSheet *sheet, const billing::StoredLine &line) {
  if (!sheet)
    return;
  const auto &invoice = sheet->invoice;
  auto place = invoicePlace({invoice.organization, invoice.id}, invoice.number);
  if (sheet->note)
    place.kind = Place::Kind::CreditNote;
  place.line = line.lineNo;
  m_explaining = m_pages->currentWidget();
  Q_EMIT placeRequested(place);
}

} // namespace tenantry::ui
