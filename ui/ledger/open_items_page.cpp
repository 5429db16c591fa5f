// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/open_items_page.h"
#include "ui/ledger/ledger_words.h"
#include "ui/organizations/issued_cells.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/sum_text.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using billing::DueAge;
using models::IssuedInvoicesModel;

namespace {

constexpr int leastDebtorWidth = 150;

Tone ageTone(DueAge age) {
  switch (age) {
  case DueAge::NotDue:
    return Tone::Info;
  case DueAge::Month:
    return Tone::Warning;
  default:
    return Tone::Danger;
  }
}

} // namespace

OpenItemsPage::OpenItemsPage(models::Connection &connection, models::RunningWork &work,
                             QWidget *pane)
    : OpenItemsPage(connection, work, new models::OpenItemsModel(connection), pane) {}

OpenItemsPage::OpenItemsPage(models::Connection &connection, models::RunningWork &work,
                             models::OpenItemsModel *list, QWidget *pane)
    : ListPage(connection, work, list, new IssuedCells(nullptr), specOf(), pane),
      m_zone(connection.zone()), m_list(*list) {
  putAmongFilters(makeTiles());
  connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto number = index.siblingAtColumn(0).data(models::NumberRole).toString();
    if (!number.isEmpty())
      Q_EMIT placeRequested({Place::Kind::Invoice, number, {}, {}});
  });
}

ListSpec OpenItemsPage::specOf() {
  return {.key = u"open-items"_s,
          .counting = IssuedInvoicesModel::countOf,
          .table = tableOf(),
          .failed = tr("Open items could not be loaded"),
          .noMatch = {tr("Nothing is that late"), tr("No open invoice has been due that long."),
                      tr("Show all open items")},
          .none = {tr("Nothing is owed"),
                   tr("Every invoice that was issued is settled."),
                   {},
                   u"check-circle"_s}};
}

ListTable OpenItemsPage::tableOf() {
  using List = IssuedInvoicesModel;
  return {.name = tr("Open items"),
          .density = RowDensity::OneLine,
          .stretch = List::OrganizationColumn,
          .leastWidth = leastDebtorWidth,
          .days = {List::IssuedColumn, List::DueColumn},
          .widest = {{List::NumberColumn, u"INV-2026-888888"_s},
                     {List::StatusColumn, tr("Overdue") + u"mmm"_s},
                     {List::TotalColumn, u"$888,888.88"_s},
                     {List::AmountDueColumn, u"$888,888.88"_s}},
          .drops = {List::IssuedColumn, List::TotalColumn, List::StatusColumn}};
}

/// Among themselves they are the filter.
QWidget *OpenItemsPage::makeTiles() {
  auto *tiles = new QWidget;
  auto *row = new QHBoxLayout(tiles);
  row->setContentsMargins(space::x4, space::x3, space::x4, space::x3);
  row->setSpacing(space::x2);
  for (const auto age : billing::dueAges) {
    auto *tile = new FigureTile(dueAgeWord(age), ageTone(age));
    connect(tile, &FigureTile::clicked, this, [this, age] {
      filters()->choose(u"age"_s,
                        m_list.filter().age == age ? QString() : IssuedInvoicesModel::ageKey(age));
    });
    m_tiles[age] = tile;
    row->addWidget(tile, 1);
  }
  return tiles;
}

void OpenItemsPage::begin() {
  if (!kept() && m_list.filter().kind != billing::InvoiceFilter::Open)
    m_list.narrow({});
  ListPage::begin();
}

void OpenItemsPage::showFilter() {
  ListPage::showFilter();
  for (const auto &[age, tile] : m_tiles)
    tile->setChecked(m_list.filter().age == age);
}

void OpenItemsPage::show(const models::BookFacts &facts) {
  std::map<DueAge, std::map<Currency, std::int64_t>> due;
  std::map<DueAge, std::int64_t> invoices;
  for (const auto &one : facts.receivables) {
    due[one.age][one.currency] += one.due;
    invoices[one.age] += one.invoices;
  }
  const auto asOf = formatAsOf(facts.asOf, m_zone, locale());
  for (const auto &[age, tile] : m_tiles) {
    tile->show(formatNumber(invoices[age], locale()), sumText(due[age], locale()));
    explainFigure(tile, tr("Σ of what is due of open invoices by their due days."), asOf);
    tile->setToolTip(tile->accessibleName() + u'\n' + tile->toolTip()); // what may be elided
  }
}

} // namespace tenantry::ui
