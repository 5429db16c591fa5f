// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/accounts_page.h"
#include "ui/ledger/ledger_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/sum_text.h"
#include "ui/widgets/table_view.h"
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int leastAccountWidth = 130;

CellKind accountCellKind(int column) {
  switch (column) {
  case AccountRows::AccountColumn:
  case AccountRows::CurrencyColumn:
    return CellKind::Text;
  case AccountRows::EntriesColumn:
    return CellKind::Number;
  default:
    return CellKind::Money;
  }
}

std::int64_t amountOf(const billing::AccountFigures &figures, int column) {
  switch (column) {
  case AccountRows::OpeningColumn:
    return figures.opening;
  case AccountRows::DebitColumn:
    return figures.debit;
  case AccountRows::CreditColumn:
    return figures.credit;
  default:
    return figures.closing();
  }
}

} // namespace

void AccountRows::set(const std::vector<billing::AccountFigures> &figures, const QString &month,
                      const QString &asOf) {
  m_month = month;
  m_asOf = asOf;
  const bool isSame = figures.size() == m_figures.size();
  if (!isSame)
    beginResetModel();
  m_figures = figures;
  if (!isSame)
    endResetModel();
  else if (!figures.empty())
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const billing::AccountFigures *AccountRows::at(int row) const {
  return row >= 0 && row < rowCount() ? &m_figures[std::size_t(row)] : nullptr;
}

int AccountRows::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_figures.size());
}

int AccountRows::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString AccountRows::help(const billing::AccountFigures &figures, int column) const {
  const auto formula = [column]() -> QString {
    switch (column) {
    case OpeningColumn:
      return tr("Σ of all entries before %1.");
    case DebitColumn:
      return tr("Σ of the debit entries of %1.");
    case CreditColumn:
      return tr("Σ of the credit entries of %1.");
    case ClosingColumn:
      return tr("Opening + debit − credit: Σ of all entries to the end of %1.");
    case EntriesColumn:
      return tr("How many entries %1 has. Enter shows them.");
    default:
      return {};
    }
  }();
  if (formula.isEmpty())
    return accountMeaning(figures.account);
  return u"%1 %2"_s.arg(formula.arg(m_month), tr("As of %1.").arg(m_asOf));
}

QVariant AccountRows::data(const QModelIndex &index, int role) const {
  const auto &figures = m_figures[std::size_t(index.row())];
  const int column = index.column();
  const auto kind = accountCellKind(column);
  if (role == KindRole)
    return int(kind);
  if (role == Qt::ToolTipRole)
    return help(figures, column);
  if (role == MoneyRole && kind == CellKind::Money)
    return QVariant::fromValue(Money(amountOf(figures, column), figures.currency));
  if (role == NumberRole && kind == CellKind::Number)
    return qint64(figures.entries);
  if (role == StrongRole)
    return column == ClosingColumn;
  if (role == Qt::DisplayRole && column == AccountColumn)
    return accountWord(figures.account);
  return role == Qt::DisplayRole && column == CurrencyColumn ? QVariant(figures.currency.code())
                                                             : QVariant();
}

QVariant AccountRows::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return QAbstractTableModel::headerData(section, orientation, role);
  if (role == Qt::TextAlignmentRole && accountCellKind(section) != CellKind::Text)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  const QStringList titles{tr("Account"), tr("Currency"), tr("Opening"), tr("Debit"),
                           tr("Credit"),  tr("Closing"),  tr("Entries")};
  return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

AccountsPage::AccountsPage(QWidget *parent)
    : QStackedWidget(parent), m_rows(new AccountRows(this)),
      m_table(new TableView(tr("Accounts of the month"))),
      m_sums(new Label({}, TextStyle::Meta, Tone::Muted)), m_empty(new EmptyState) {
  addWidget(makeTable());
  addWidget(m_empty);
}

QWidget *AccountsPage::makeTable() {
  auto *page = new QWidget;
  auto *layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_table, 1);
  layout->addWidget(new Separator);
  m_sums->setContentsMargins(space::x4, space::x2, space::x4, space::x2);
  m_sums->setWordWrap(true);
  layout->addWidget(m_sums);
  m_table->setModel(m_rows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setStretchColumn(AccountRows::AccountColumn);
  m_table->fitColumn(AccountRows::CurrencyColumn, u"USD"_s);
  for (int column = AccountRows::OpeningColumn; column <= AccountRows::ClosingColumn; ++column)
    m_table->fitColumn(column, u"−$88,888,888.88"_s);
  m_table->fitColumn(AccountRows::EntriesColumn, u"8,888,888"_s);
  m_table->setColumnsToDrop(
      {AccountRows::EntriesColumn, AccountRows::CurrencyColumn, AccountRows::OpeningColumn},
      leastAccountWidth);
  m_table->horizontalHeader()->setSectionsClickable(false);
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
    if (const auto *figures = m_rows->at(index.row()))
      Q_EMIT entriesRequested(figures->account, figures->currency.code());
  });
  return page;
}

void AccountsPage::show(const models::BookFacts &facts, const Zone &zone) {
  const auto month = monthName(facts.month, locale());
  m_rows->set(facts.figures, month, formatInstant(facts.asOf, zone, locale()));
  std::map<Currency, std::int64_t> debit;
  for (const auto &one : facts.figures)
    debit[one.currency] += one.debit;
  m_sums->setText(tr("Debits and credits of %1 come to the same: %2. Debit is positive.")
                      .arg(month, sumText(debit, locale())));
  if (!facts.figures.empty())
    return setCurrentIndex(0);
  m_empty->showMessage(
      EmptyState::Kind::Empty,
      {tr("Nothing is booked yet"),
       tr("The books begin with the first finalized invoice or the first payment."),
       {},
       u"book"_s});
  setCurrentWidget(m_empty);
}

} // namespace tenantry::ui
