// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dunning/dunning_pane.h"
#include "models/billing/invoice_key.h"
#include "ui/dunning/dunning_cells.h"
#include "ui/dunning/dunning_detail.h"
#include "ui/dunning/dunning_offers.h"
#include "ui/dunning/dunning_words.h"
#include "ui/dunning/figures_bar.h"
#include "ui/lists/facet_menu.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_views.h"
#include "ui/lists/list_words.h"
#include "ui/shell/export_action.h"
#include "ui/shell/group_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/format.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/sum_text.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"
#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::DunningListModel;
using payments::DeclineClass;
using payments::DunningFilter;
using payments::DunningStep;

namespace {

constexpr int caseSearchWidth = 176, leastOrganizationWidth = 150;

} // namespace

DunningPane::DunningPane(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : Pane(Kind::Canvas, parent), m_connection(connection), m_list(connection),
      m_chosen(connection), m_figures(connection),
      m_cells(new DunningCells(connection.clock(), connection.zone(), this)),
      m_header(new SectionHeader(tr("Dunning"), SectionHeader::Level::Pane)),
      m_search(new SearchField(tr("Filter cases"))), m_decline(new Chip(tr("Decline"))),
      m_currency(new Chip(tr("Currency"))), m_view(new Chip(tr("View"))),
      m_lately(new ElidedLabel(TextStyle::Meta, Tone::Muted)), m_bar(new FiguresBar),
      m_table(new TableView(tr("Cases of dunning"), RowDensity::TwoLine)),
      m_export(new ExportAction(connection, work, m_list, *m_table, u"dunning"_s, this)),
      m_retry(makeButton(tr("Retry selected"), ButtonVariant::Primary, u"refresh"_s)),
      m_detail(new DunningDetail(connection.clock(), connection.zone())) {
  m_cells->setSourceModel(&m_list);
  m_records = new RecordList(m_list, *m_cells, m_table, makeFilterBar(), words(),
                             RecordList::FirstRow::Taken);
  m_header->addAction(m_export->button());
  m_header->addAction(m_retry);
  lay();
  setUpTable();
  m_columns = new ListColumns(m_list, *m_table, u"dunning"_s);
  m_views = new ListViews(connection, m_list, *m_columns, DunningListModel::countOf, u"dunning"_s,
                          home(), m_view, this);
  m_acts = new ListActs(connection, work, *m_records, this);
  setUpActs();
  connectList();
  connectChosen();
  showFilter();
  m_figures.reload();
}

void DunningPane::lay() {
  auto *body = new QHBoxLayout;
  body->setSpacing(0);
  body->addWidget(m_records, 1);
  body->addWidget(new Separator(Qt::Vertical));
  body->addWidget(m_detail);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addWidget(m_bar);
  layout->addWidget(new Separator);
  layout->addLayout(body, 1);
}

QWidget *DunningPane::makeFilterBar() {
  m_search->setMaximumWidth(caseSearchWidth);
  auto *bar = new FilterBar({m_search, m_decline, m_currency, m_view}, m_lately);
  const auto change = [this](auto &&edit) {
    auto filter = m_list.filter();
    edit(filter);
    setFilter(filter);
  };
  connect(m_search, &SearchField::searchChanged, this, [change](const QString &text) {
    change([&](DunningFilter &filter) { filter.search = text.trimmed(); });
  });
  connect(m_decline, &Chip::clicked, this, &DunningPane::chooseDecline);
  connect(m_decline, &Chip::removeRequested, this,
          [change] { change([](DunningFilter &filter) { filter.decline.reset(); }); });
  connect(m_currency, &Chip::clicked, this, &DunningPane::chooseCurrency);
  connect(m_currency, &Chip::removeRequested, this,
          [change] { change([](DunningFilter &filter) { filter.currency.clear(); }); });
  return bar;
}

void DunningPane::setUpTable() {
  m_table->setStretchColumn(DunningListModel::OrganizationColumn);
  m_table->fitColumn(DunningListModel::DueColumn, u"$888,888.88"_s);
  m_table->fitColumn(DunningListModel::StepColumn, stepWord(DunningStep::Retrying) + u"mm"_s);
  m_table->fitColumn(DunningListModel::TriesColumn, u"mmmmmmm8/8"_s);
  QString longest = declineWord(payments::DunningRow());
  for (const auto &code : {u"insufficient_funds"_s, u"authentication_required"_s})
    if (declineWord(code).size() > longest.size())
      longest = declineWord(code);
  m_table->fitColumn(DunningListModel::DeclineColumn, longest);
  m_table->fitColumn(DunningListModel::NextColumn,
                     actWord(payments::DunningAct::Finish) + u" 28 Nov m"_s);
  m_table->fitDayColumn(DunningListModel::OpenedColumn);
  m_table->setColumnsToDrop({DunningListModel::OpenedColumn, DunningListModel::TriesColumn,
                             DunningListModel::DeclineColumn, DunningListModel::StepColumn,
                             DunningListModel::DueColumn},
                            leastOrganizationWidth);
  auto *header = m_table->horizontalHeader();
  header->setSortIndicatorShown(true);
  header->setSectionsClickable(true);
  connect(header, &QHeaderView::sortIndicatorChanged, this,
          [this](int column, Qt::SortOrder order) {
            m_list.sort(column, order);
            showFilter(); // also where the column cannot be sorted by
          });
  connect(m_table, &QTableView::activated, this, [this] {
    if (const auto *sheet = m_chosen.sheet())
      Q_EMIT placeRequested({Place::Kind::Invoice, sheet->row.number, {}, {}});
  });
}

void DunningPane::setUpActs() {
  offerDunning(*m_acts, m_connection);
  const auto &rights = m_connection.rights();
  if (!rights.mayDun)
    m_detail->setRevokingBlocked(
        notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s}));
  m_detail->setActs(m_acts->actions());
  auto *retry = m_acts->actions().front();
  followAction(m_retry, retry);
  connect(m_acts, &ListActs::acted, &m_chosen, &models::DunningView::refresh);
  connect(m_acts, &ListActs::acted, &m_figures, &models::DunningFigures::reload);
}

void DunningPane::connectList() {
  connect(m_views, &ListViews::applied, this, &DunningPane::showFilter);
  connect(m_views, &ListViews::placeRequested, this, &Pane::placeRequested);
  connect(m_views, &ListViews::pinsChanged, this, &Pane::pinsChanged);
  connect(&m_figures, &models::DunningFigures::changed, this, &DunningPane::showFacts);
  connect(m_bar, &FiguresBar::stepPressed, this, [this](DunningStep step) {
    auto filter = m_list.filter();
    filter.step = filter.step == step ? std::nullopt : std::optional(step);
    setFilter(filter);
  });
  connect(m_records, &RecordList::shown, this, &DunningPane::reportSettled);
  connect(m_records, &RecordList::currentChanged, this,
          [this](const QModelIndex &current) { chooseCase(m_list.keyAt(current.row())); });
  connect(m_records, &RecordList::emptied, this, [this] {
    m_chosen.clear();
    m_detail->showNothing();
  });
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      setFilter({});
    else
      m_list.reload();
  });
}

void DunningPane::connectChosen() {
  connect(&m_chosen, &models::DunningView::changed, this, [this] {
    m_chosen.sheet() ? m_detail->showSheet(*m_chosen.sheet()) : m_detail->showLoading();
    if (m_chosen.sheet())
      Q_EMIT placeChanged(place());
    reportSettled();
  });
  connect(&m_chosen, &models::DunningView::failed, this, [this](const Error &error) {
    m_detail->showError(error);
    reportSettled();
  });
  connect(&m_chosen, &models::DunningView::found, this, [this](const QString &key) {
    m_records->setCurrent(key);
    chooseCase(key);
  });
  connect(&m_chosen, &models::DunningView::revoked, this, [this](const QString &number) {
    tell(tr("Time taken back"), number, Tone::Success);
    m_list.refresh();
  });
  connect(&m_chosen, &models::DunningView::notRevoked, this,
          [this](const Error &error) { tell(error.message, error.code, Tone::Danger); });
  connect(m_detail, &DunningDetail::placeRequested, this, &Pane::placeRequested);
  connect(m_detail, &DunningDetail::revokeRequested, &m_chosen, &models::DunningView::revoke);
}

void DunningPane::chooseCase(const QString &key) {
  if (!key.isEmpty())
    m_chosen.show(models::invoiceKeyOf(key));
}

void DunningPane::tell(const QString &what, const QString &where, Tone tone) {
  Toast::present(window(), {what, where, tone}, height::statusBar);
}

QString DunningPane::title() const { return tr("Dunning"); }
QString DunningPane::heading() const {
  const auto *sheet = m_chosen.sheet();
  return sheet ? u"%1, %2"_s.arg(sheet->row.number, sheet->row.organizationName) : title();
}
QString DunningPane::iconName() const { return u"board"_s; }
Place DunningPane::home() const { return {Place::Kind::Dunning, {}, {}, {}}; }
bool DunningPane::holds(const Place &place) const { return place.kind == Place::Kind::Dunning; }

Place DunningPane::place() const {
  auto place = home();
  if (const auto *sheet = m_chosen.sheet())
    place.key = sheet->row.number;
  place.view = m_views->current();
  return place;
}

void DunningPane::open(const Place &place) {
  m_views->open(place.view);
  if (const auto step = payments::parseDunningStep(place.filter))
    setFilter({.step = *step});
  m_list.begin();
  if (!place.key.isEmpty() && !(m_chosen.sheet() && m_chosen.sheet()->row.number == place.key))
    m_chosen.find(place.key);
  m_table->setFocus();
}

void DunningPane::reload() {
  m_list.refresh();
  m_chosen.refresh();
  m_figures.reload();
}

void DunningPane::focusFilter() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

bool DunningPane::stepBack() {
  if (!m_search->hasFocus() && m_records->stepBack())
    return true;
  if (m_search->hasFocus() && !m_search->text().isEmpty()) {
    m_search->clear();
    return true;
  }
  if (m_list.filter().step) {
    auto filter = m_list.filter();
    filter.step.reset();
    setFilter(filter);
    return true;
  }
  m_table->setFocus();
  return false;
}

QList<QWidget *> DunningPane::areas() { return {m_records->area(), m_detail}; }

bool DunningPane::isSettled() const {
  return m_records->isSettled() && !m_chosen.isFetching() && !m_figures.isFetching();
}

void DunningPane::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

void DunningPane::setFilter(const DunningFilter &filter) {
  m_list.setFilter(filter);
  showFilter();
}

void DunningPane::showFilter() {
  const auto &filter = m_list.filter();
  const QSignalBlocker quiet(m_search), quietHeader(m_table->horizontalHeader());
  if (m_search->text().trimmed() != filter.search)
    m_search->setText(filter.search);
  m_bar->setChosen(filter.step);
  m_decline->setValue(filter.decline ? declineClassWord(*filter.decline) : QString());
  m_currency->setValue(filter.currency);
  m_table->horizontalHeader()->setSortIndicator(m_list.sortColumn(), m_list.sortOrder());
  m_table->horizontalHeader()->viewport()->update();
}

void DunningPane::showFacts() {
  const auto *facts = m_figures.facts();
  if (!facts)
    return reportSettled();
  m_bar->show(*facts, m_connection.zone());
  const auto whole = facts->whole();
  const auto cases = tr("%n case(s)", nullptr, int(whole.count));
  m_header->setFact(whole.due.empty() ? cases
                                      : tr("%1, %2 open").arg(cases, sumText(whole.due, locale())));
  const auto ended = facts->lately.cases + facts->lately.lostCases;
  m_lately->setText(
      ended == 0 ? QString()
                 : tr("%1 recovered in %2 days")
                       .arg(formatShare(double(facts->lately.cases) / double(ended), locale()),
                            QString::number(models::DunningFigures::lateDays)));
  Q_EMIT countChanged(whole.count, false);
  reportSettled();
}

void DunningPane::chooseDecline() {
  QList<Facet> facets;
  for (const auto decline :
       {DeclineClass::Soft, DeclineClass::Hard, DeclineClass::Action, DeclineClass::None})
    facets.append({declineClassWord(decline), payments::toString(decline), [this, decline] {
                     auto filter = m_list.filter();
                     filter.decline = decline;
                     setFilter(filter);
                   }});
  showFacets(m_decline, u"decline"_s, facets);
}

void DunningPane::chooseCurrency() {
  QList<Facet> facets;
  const auto known =
      m_figures.facts() ? m_figures.facts()->whole().due : std::map<Currency, std::int64_t>();
  for (const auto &[currency, due] : known)
    facets.append({currency.code(), currency.code(), [this, code = currency.code()] {
                     auto filter = m_list.filter();
                     filter.currency = code;
                     setFilter(filter);
                   }});
  showFacets(m_currency, u"currency"_s, facets);
}

void DunningPane::showFacets(Chip *chip, const QString &setting, const QList<Facet> &facets) {
  makeFacetMenu(m_connection, DunningListModel::countOf, m_list.viewSettings(), setting, facets,
                this)
      ->popup(chip->mapToGlobal(chip->rect().bottomLeft()));
}

ListWords DunningPane::words() {
  return {tr("Cases could not be loaded"),
          [] {
            return EmptyStateContent{tr("Nothing matches"), tr("No case is like that now."),
                                     tr("Clear filters")};
          },
          [] {
            return EmptyStateContent{
                tr("Nothing is dunned"),
                tr("Invoices stand here when a payment fails or their due date has passed."),
                {},
                u"check-circle"_s};
          }};
}

} // namespace tenantry::ui
