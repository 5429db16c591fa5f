// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/months_column.h"
#include "ui/ledger/ledger_words.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table_view.h"
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int monthsWidth = 236;
constexpr int mostClosings = 3; ///< that are shown; the tool tip has all

StatusLook monthLook(const billing::BookMonth &month) {
  if (month.isClosed)
    return {MonthRows::tr("Closed"), Tone::Neutral, true};
  if (month.isRunning)
    return {MonthRows::tr("Running"), Tone::Info, true};
  return {MonthRows::tr("Open"), Tone::Warning, true};
}

QString monthHelp(const billing::BookMonth &month) {
  if (month.isClosed)
    return MonthRows::tr("Nothing is booked on its days any more.");
  if (month.isRunning)
    return MonthRows::tr("It is not over yet: it can be closed afterwards.");
  return MonthRows::tr("It is over and still takes postings, until it is closed.");
}

/// What was done to that month, the latest first.
QStringList closingLines(const models::BookFacts &facts, const Zone &zone, const QLocale &locale) {
  QStringList lines;
  for (const auto &one : facts.closings) {
    if (!one.concerns(facts.month))
      continue;
    const auto at = formatInstant(one.at, zone, locale);
    lines += one.isReopening
                 ? MonthsColumn::tr("Opened again by %1, %2: %3").arg(one.actor, at, one.reason)
                 : MonthsColumn::tr("Closed by %1, %2").arg(one.actor, at);
  }
  return lines;
}

} // namespace

void MonthRows::set(const std::vector<billing::BookMonth> &months) {
  beginResetModel();
  m_months = months;
  endResetModel();
}

std::optional<std::chrono::year_month> MonthRows::monthAt(int row) const {
  if (row < 0 || row >= rowCount())
    return {};
  return m_months[std::size_t(row)].month;
}

int MonthRows::rowOf(std::chrono::year_month month) const {
  const auto found = std::find_if(m_months.begin(), m_months.end(),
                                  [&](const auto &one) { return one.month == month; });
  return found == m_months.end() ? -1 : int(found - m_months.begin());
}

int MonthRows::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_months.size());
}

int MonthRows::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant MonthRows::data(const QModelIndex &index, int role) const {
  if (role == KindRole)
    return int(index.column() == StateColumn ? CellKind::Badge : CellKind::Text);
  const auto &month = m_months[std::size_t(index.row())];
  if (role == Qt::ToolTipRole)
    return monthHelp(month);
  if (index.column() == StateColumn)
    return badgeCell(monthLook(month), role);
  return role == Qt::DisplayRole ? QVariant(monthName(month.month, QLocale())) : QVariant();
}

QVariant MonthRows::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  return section == MonthColumn ? tr("Month") : tr("Books");
}

MonthsColumn::MonthsColumn(QWidget *parent)
    : Surface(Kind::Canvas, parent), m_rows(new MonthRows(this)),
      m_table(new TableView(tr("Months of the books"))),
      m_history(new Label({}, TextStyle::Meta, Tone::Muted)) {
  setFixedWidth(monthsWidth);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_table, 1);
  m_history->setContentsMargins(space::x3, space::x2, space::x3, space::x2);
  m_history->setWordWrap(true);
  m_history->hide();
  layout->addWidget(m_history);
  m_table->setModel(m_rows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setStretchColumn(MonthRows::MonthColumn);
  m_table->fitColumn(MonthRows::StateColumn, MonthRows::tr("Running") + u"m"_s);
  m_table->horizontalHeader()->setSectionsClickable(false);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex &current) {
            const auto month = m_rows->monthAt(current.row());
            if (month && !m_isShowing)
              Q_EMIT monthChosen(*month);
          });
}

QString MonthsColumn::history() const {
  return m_history->isHidden() ? QString() : m_history->text();
}

void MonthsColumn::show(const models::BookFacts &facts, const Zone &zone) {
  m_isShowing = true;
  m_rows->set(facts.months);
  if (const int row = m_rows->rowOf(facts.month); row >= 0)
    m_table->chooseRow(row);
  const auto lines = closingLines(facts, zone, locale());
  m_history->setText(lines.first(std::min<qsizetype>(lines.size(), mostClosings)).join(u'\n'));
  m_history->setToolTip(lines.join(u'\n'));
  m_history->setVisible(!lines.isEmpty());
  m_isShowing = false;
}

} // namespace tenantry::ui
