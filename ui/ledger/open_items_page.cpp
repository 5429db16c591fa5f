// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/open_items_page.h"
#include "ui/billing/issued_cells.h"
#include "ui/ledger/ledger_words.h"
#include "ui/lists/list_columns.h"
#include "ui/shell/export_action.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/sum_text.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using billing::DueAge;
using billing::InvoiceFilter;
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
    : m_zone(connection.zone()), m_list(connection), m_cells(new IssuedCells(this)),
      m_table(new TableView(tr("Open items"))),
      m_export(new ExportAction(connection, work, m_list, *m_table, u"open-items"_s, pane)) {
  m_cells->setSourceModel(&m_list);
  m_records =
      new RecordList(m_list, *m_cells, m_table, makeTiles(), words(), RecordList::FirstRow::Taken);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_records);
  setUpTable();
  m_columns = new ListColumns(m_list, *m_table, u"open-items"_s);
  connect(m_records, &RecordList::shown, this, &OpenItemsPage::settled);
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      setAge({});
    else
      m_list.reload();
  });
}

QWidget *OpenItemsPage::makeTiles() {
  auto *tiles = new QWidget;
  auto *row = new QHBoxLayout(tiles);
  row->setContentsMargins(space::x4, space::x3, space::x4, space::x3);
  row->setSpacing(space::x2);
  for (const auto age : billing::dueAges) {
    auto *tile = new FigureTile(dueAgeWord(age), ageTone(age));
    connect(tile, &FigureTile::clicked, this, [this, age] {
      const auto now = m_list.filter().age;
      setAge(now == age ? std::nullopt : std::optional(age));
    });
    m_tiles[age] = tile;
    row->addWidget(tile, 1);
  }
  return tiles;
}

void OpenItemsPage::setUpTable() {
  m_table->setStretchColumn(IssuedInvoicesModel::OrganizationColumn);
  m_table->fitColumn(IssuedInvoicesModel::NumberColumn, u"INV-2026-888888"_s);
  m_table->fitDayColumn(IssuedInvoicesModel::IssuedColumn);
  m_table->fitDayColumn(IssuedInvoicesModel::DueColumn);
  m_table->fitColumn(IssuedInvoicesModel::StatusColumn, tr("Overdue") + u"mmm"_s);
  m_table->fitColumn(IssuedInvoicesModel::TotalColumn, u"$888,888.88"_s);
  m_table->fitColumn(IssuedInvoicesModel::AmountDueColumn, u"$888,888.88"_s);
  m_table->setColumnsToDrop({IssuedInvoicesModel::IssuedColumn, IssuedInvoicesModel::TotalColumn,
                             IssuedInvoicesModel::StatusColumn},
                            leastDebtorWidth);
  auto *header = m_table->horizontalHeader();
  header->setSortIndicatorShown(true);
  header->setSectionsClickable(true);
  const auto showOrder = [this, header] {
    const QSignalBlocker quiet(header);
    header->setSortIndicator(m_list.sortColumn(), m_list.sortOrder());
    header->viewport()->update();
  };
  connect(header, &QHeaderView::sortIndicatorChanged, this,
          [this, showOrder](int column, Qt::SortOrder order) {
            m_list.sort(column, order);
            showOrder(); // also where the column cannot be sorted by
          });
  connect(&m_list, &QAbstractItemModel::modelReset, this, showOrder);
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto number = index.siblingAtColumn(0).data(models::NumberRole).toString();
    if (!number.isEmpty())
      Q_EMIT placeRequested({Place::Kind::Invoice, number, {}, {}});
  });
}

void OpenItemsPage::begin() {
  if (m_list.filter().kind != InvoiceFilter::Open)
    setAge({});
  m_list.begin();
}

void OpenItemsPage::setAge(std::optional<DueAge> age) {
  m_list.setAge(age);
  for (const auto &[one, tile] : m_tiles)
    tile->setChecked(one == age);
}

bool OpenItemsPage::stepBack() {
  if (m_records->stepBack())
    return true;
  if (m_list.filter().age) {
    setAge({});
    return true;
  }
  m_table->setFocus();
  return false;
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

ListWords OpenItemsPage::words() {
  return {tr("Open items could not be loaded"),
          [] {
            return EmptyStateContent{tr("Nothing is that late"),
                                     tr("No open invoice is due for so long."),
                                     tr("Show all open items")};
          },
          [] {
            return EmptyStateContent{tr("Nothing is owed"),
                                     tr("Every invoice that was issued is settled."),
                                     {},
                                     u"check-circle"_s};
          }};
}

} // namespace tenantry::ui
