// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/business/what_if_page.h"
#include "services/core/rational.h"
#include "ui/business/business_words.h"
#include "ui/business/fact_rows.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/label.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/scroll_page.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int mostMonths = 120, usualMonths = 12, rowsShown = 8, leastNameWidth = 160;
constexpr int mostDecimals = 12;

/// `dropped`: the columns that go where there is little room, the first one first.
TableView *makeTable(const QString &name, FactRows *rows, const QString &widest,
                     const QList<int> &dropped) {
  auto *table = new TableView(name);
  table->setModel(rows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setStretchColumn(0);
  for (int column = 1; column < rows->columnCount(); ++column)
    table->fitColumn(column, widest);
  table->setColumnsToDrop(dropped, leastNameWidth);
  table->horizontalHeader()->setSectionsClickable(false);
  return table;
}

/// As high as its rows, as far as they are not many; its card goes where there are none.
void fitHeight(TableView *table) {
  const int rows = std::min(table->model()->rowCount(), rowsShown);
  table->parentWidget()->setVisible(rows > 0);
  auto *head = table->horizontalHeader();
  table->setFixedHeight(std::max(head->height(), head->sizeHint().height()) +
                        rows * table->verticalHeader()->defaultSectionSize() +
                        2 * table->frameWidth());
}

QString limitText(std::int64_t limit, const QLocale &locale) {
  return limit == business::unlimited ? WhatIfPage::tr("none") : formatNumber(limit, locale);
}

} // namespace

WhatIfPage::WhatIfPage(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : QWidget(parent), m_zone(connection.zone()), m_reading(connection, work),
      m_months(new QSpinBox),
      m_run(makeButton(tr("Rate again"), ButtonVariant::Secondary, u"refresh"_s)),
      m_more(new KeyFigure(tr("Would have paid more"))),
      m_less(new KeyFigure(tr("Would have paid less"))), m_same(new KeyFigure(tr("The same"))),
      m_over(new KeyFigure(tr("Over a new limit"))),
      m_note(new Label({}, TextStyle::Meta, Tone::Muted)),
      m_plans(new FactRows({{businessWord(BusinessWord::Plan)},
                            {tr("Fees now"), CellKind::Money},
                            {tr("Usage now"), CellKind::Money},
                            {tr("Fees then"), CellKind::Money},
                            {tr("Usage then"), CellKind::Money},
                            {tr("Difference"), CellKind::Money}},
                           this)),
      m_customers(new FactRows({{tr("Customer")},
                                {tr("Paid now"), CellKind::Money},
                                {tr("Paid then"), CellKind::Money},
                                {tr("Difference"), CellKind::Money}},
                               this)),
      m_limits(new FactRows(
          {{tr("Customer")}, {tr("Metric")}, {tr("Used")}, {tr("Limit now")}, {tr("Limit then")}},
          this)),
      m_planTable(makeTable(tr("By plan"), m_plans, u"−$88,888,888.88"_s, {2, 4, 1})),
      m_customerTable(makeTable(tr("By customer"), m_customers, u"−$88,888,888.88"_s, {1})),
      m_limitTable(makeTable(tr("Over a new limit today"), m_limits, u"888,888,888"_s, {3})),
      m_state(new EmptyState) {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(makePage());
  connect(&m_reading, &models::WhatIfReading::changed, this, &WhatIfPage::showReading);
  connect(m_run, &QPushButton::clicked, this, &WhatIfPage::run);
  connect(m_customerTable, &QTableView::activated, this, [this](const QModelIndex &index) {
    Q_EMIT placeRequested({Place::Kind::Organization,
                           m_customerIds[std::size_t(index.row())].toString(),
                           u"subscription"_s,
                           {}});
  });
  connect(m_limitTable, &QTableView::activated, this, [this](const QModelIndex &index) {
    Q_EMIT placeRequested({Place::Kind::Organization,
                           m_limitIds[std::size_t(index.row())].toString(),
                           u"usage"_s,
                           {}});
  });
  showReading();
}

QWidget *WhatIfPage::makeHead() {
  auto *head = new QWidget;
  auto *row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x3);
  m_months->setRange(1, mostMonths);
  m_months->setValue(usualMonths);
  row->addWidget(new FormField(tr("Months back"), m_months));
  row->addWidget(m_run, 0, Qt::AlignBottom);
  row->addStretch(1);
  return head;
}

QWidget *WhatIfPage::makePage() {
  auto *content = new QWidget;
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x5, space::x4, space::x5, space::x5);
  column->setSpacing(space::x4);
  column->addWidget(makeHead());
  auto *report = new QWidget;
  auto *parts = new QVBoxLayout(report);
  parts->setContentsMargins(0, 0, 0, 0);
  parts->setSpacing(space::x4);
  auto *figures = new QHBoxLayout;
  figures->setSpacing(space::x6);
  for (auto *figure : {m_more, m_less, m_same, m_over})
    figures->addWidget(figure, 1, Qt::AlignTop);
  parts->addLayout(figures);
  const std::pair<QString, TableView *> tables[] = {
      {tr("By plan and currency"), m_planTable},
      {tr("Customers whose amounts differ, the greatest difference first"), m_customerTable},
      {tr("Over a new limit today"), m_limitTable}};
  for (const auto &[title, table] : tables) {
    auto *card = makeSnugCard(title);
    card->body()->addWidget(table);
    parts->addWidget(card);
  }
  m_note->setWordWrap(true);
  parts->addWidget(m_note);
  parts->addStretch(1);
  // No stack: the page is as high as what it shows.
  column->addWidget(report, 1);
  column->addWidget(m_state, 1);
  const auto choose = [this, report] {
    const bool isThere = m_reading.report() && !m_reading.isRunning();
    report->setVisible(isThere);
    m_state->setVisible(!isThere);
  };
  connect(&m_reading, &models::WhatIfReading::changed, report, choose);
  choose();
  auto *scroll = new ScrollPage(tr("What if"));
  scroll->setWidget(content);
  return scroll;
}

void WhatIfPage::setWanted(const std::shared_ptr<const business::Business> &wanted) {
  if (wanted == m_wanted)
    return;
  m_wanted = wanted;
  m_reading.clear();
}

void WhatIfPage::setBlocked(const QString &reason) {
  m_blocked = reason;
  showWhetherPossible();
}

void WhatIfPage::run() {
  if (m_reading.isRunning())
    m_reading.cancel();
  else if (m_wanted)
    m_reading.begin(m_wanted, m_months->value());
}

void WhatIfPage::showWhetherPossible() {
  const bool isRunning = m_reading.isRunning();
  m_run->setText(isRunning ? tr("Cancel") : tr("Rate again"));
  m_months->setEnabled(!isRunning);
  ui::setBlocked(m_run, isRunning              ? QString()
                        : !m_blocked.isEmpty() ? m_blocked
                        : m_wanted             ? QString()
                                               : tr("Choose a folder of business files first"));
}

void WhatIfPage::showReading() {
  showWhetherPossible();
  if (m_reading.isRunning()) {
    m_state->showLoading();
  } else if (const auto &error = m_reading.error()) {
    m_state->showMessage(EmptyState::Kind::Error,
                         {tr("It could not be rated again"), saidWithReference(*error), {}});
  } else if (const auto *report = m_reading.report()) {
    showReport(*report);
  } else {
    m_state->showMessage(EmptyState::Kind::Empty,
                         {m_reading.isCancelled() ? tr("Rating again was cancelled")
                                                  : tr("What would the last months have come to?"),
                          tr("What was sold and used is rated again by these files, with the rules "
                             "that invoices are "
                             "made by. Nothing is written."),
                          {},
                          u"chart-line"_s});
  }
  if (!m_reading.isRunning())
    Q_EMIT settled();
}

void WhatIfPage::showReport(const billing::WhatIf &report) {
  const auto asOf = formatAsOf(m_reading.asOf(), m_zone, locale());
  const auto count = [&](KeyFigure *figure, std::int64_t number, const QString &formula) {
    figure->setFigure(formatNumber(number, locale()));
    figure->setFormula(formula, asOf);
  };
  count(m_more, report.payMore,
        tr("Customers whose fees and usage, less discounts, come to more by these files, counted "
           "once "
           "for each currency."));
  count(m_less, report.payLess,
        tr("Customers whose fees and usage, less discounts, come to less by these files, counted "
           "once "
           "for each currency."));
  count(m_same, report.paySame,
        tr("Customers of the plans that change whose amounts stay, counted once for each "
           "currency."));
  count(m_over, report.passing,
        tr("Live subscriptions that are within their limit now and would not be within the new "
           "one, counted once for each metric."));
  m_over->setLine(report.passing > 0 ? tr("today") : QString());
  showPlans(report);
  showCustomers(report);
  showLimits(report);
  m_note->setText(
      tr("Periods that began on or after %1 and before %2, with the tax that a price includes. "
         "Fees "
         "and usage are before discounts, differences and customers after them. A contract's own "
         "price stays. At most %3 customers and limits are listed. %4")
          .arg(formatDay(report.from, locale()), formatDay(report.to, locale()),
               formatNumber(models::WhatIfReading::mostListed, locale()), asOf));
}

void WhatIfPage::showPlans(const billing::WhatIf &report) {
  std::vector<std::vector<Fact>> rows;
  for (const auto &plan : report.plans) {
    const auto money = [&](std::int64_t minor) {
      return Fact{.money = Money(minor, plan.currency)};
    };
    rows.push_back({{.text = u"%1, %2"_s.arg(plan.planId, plan.currency.code())},
                    money(plan.now.fees),
                    money(plan.now.usage),
                    money(plan.then.fees),
                    money(plan.then.usage),
                    money(plan.then.total() - plan.now.total())});
  }
  m_plans->setRows(std::move(rows));
  fitHeight(m_planTable);
}

void WhatIfPage::showCustomers(const billing::WhatIf &report) {
  std::vector<std::vector<Fact>> rows;
  m_customerIds.clear();
  for (const auto &customer : report.customers) {
    const auto money = [&](std::int64_t minor) {
      return Fact{.money = Money(minor, customer.currency)};
    };
    m_customerIds.push_back(customer.organization);
    rows.push_back({{.text = customer.name},
                    money(customer.now),
                    money(customer.then),
                    money(customer.difference())});
  }
  m_customers->setRows(std::move(rows));
  fitHeight(m_customerTable);
}

void WhatIfPage::showLimits(const billing::WhatIf &report) {
  std::vector<std::vector<Fact>> rows;
  m_limitIds.clear();
  for (const auto &passed : report.passed) {
    m_limitIds.push_back(passed.organization);
    rows.push_back({{.text = passed.name},
                    {.text = passed.metric},
                    {.text = formatDecimal(passed.used, mostDecimals)},
                    {.text = limitText(passed.limitNow, locale())},
                    {.text = limitText(passed.limitThen, locale()),
                     .help = passed.isHard ? tr("Further use would be refused.") : QString()}});
  }
  m_limits->setRows(std::move(rows));
  fitHeight(m_limitTable);
}

} // namespace tenantry::ui
