// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/revenue_page.h"
#include "ui/charts/bar_chart.h"
#include "ui/ledger/ledger_words.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/label.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/scroll_page.h"
#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int scheduleHeight = 260;

} // namespace

RevenuePage::RevenuePage(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : QStackedWidget(parent), m_zone(connection.zone()), m_outlook(connection, work),
      m_currency(new Chip(tr("Currency"))), m_deferred(new KeyFigure(tr("Deferred revenue"))),
      m_next(new KeyFigure(tr("Running month"))), m_last(new KeyFigure(tr("Last month"))),
      m_note(new Label({}, TextStyle::Meta, Tone::Muted)),
      m_again(makeButton(tr("Count again"), ButtonVariant::Secondary, u"refresh"_s)),
      m_chart(new BarChart), m_state(new EmptyState) {
  addWidget(makePage());
  addWidget(m_state);
  connect(&m_outlook, &models::RevenueOutlook::changed, this, &RevenuePage::showOutlook);
  connect(m_again, &QPushButton::clicked, this, &RevenuePage::reload);
  connect(m_currency, &Chip::clicked, this, &RevenuePage::chooseCurrency);
  connect(m_currency, &Chip::removeRequested, this, &RevenuePage::chooseCurrency); // one is always
  connect(m_state, &EmptyState::actionTriggered, this, &RevenuePage::reload);
  m_state->showLoading();
  setCurrentWidget(m_state);
}

QWidget *RevenuePage::makeFigures() {
  auto *figures = new QWidget;
  auto *row = new QHBoxLayout(figures);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x6);
  for (auto *figure : {m_deferred, m_next, m_last})
    row->addWidget(figure, 1, Qt::AlignTop);
  row->addWidget(m_currency, 0, Qt::AlignTop);
  return figures;
}

QWidget *RevenuePage::makePage() {
  auto *content = new QWidget;
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x5, space::x5, space::x5, space::x5);
  column->setSpacing(space::x4);
  column->addWidget(makeFigures());
  auto *card = makeSnugCard(tr("Revenue to come, by the month in which its days pass"));
  m_chart->setFixedHeight(scheduleHeight);
  m_chart->setEmptyText(tr("Nothing is sold in advance now."));
  card->body()->addWidget(m_chart);
  column->addWidget(card);
  auto *foot = new QHBoxLayout;
  foot->setSpacing(space::x3);
  m_note->setWordWrap(true);
  foot->addWidget(m_note, 1);
  foot->addWidget(m_again);
  column->addLayout(foot);
  column->addStretch();
  auto *scroll = new ScrollPage(tr("Revenue to come"));
  scroll->setWidget(content);
  return scroll;
}

void RevenuePage::showOutlook() {
  if (m_outlook.error()) {
    m_state->showMessage(EmptyState::Kind::Error,
                         {tr("The revenue to come could not be counted"),
                          saidWithReference(*m_outlook.error()), tr("Try again")});
    setCurrentWidget(m_state);
  } else if (const auto *schedule = m_outlook.schedule()) {
    schedule->empty() ? showNone() : showSchedule(*schedule);
  } else if (m_outlook.isCancelled()) {
    m_state->showMessage(EmptyState::Kind::Empty,
                         {tr("Counting was cancelled"),
                          tr("Every line that was sold in advance is looked at."),
                          tr("Count again"), u"chart-line"_s});
    setCurrentWidget(m_state);
  } else {
    m_state->showLoading();
    setCurrentWidget(m_state);
  }
  if (isSettled())
    Q_EMIT settled();
}

void RevenuePage::showNone() {
  m_state->showMessage(EmptyState::Kind::Empty,
                       {tr("Nothing is sold in advance now"),
                        tr("Plans, seats and add-ons are sold in advance: their price becomes "
                           "revenue as the days that it pays for pass."),
                        tr("Count again"), u"chart-line"_s});
  setCurrentWidget(m_state);
}

void RevenuePage::showSchedule(const billing::RevenueSchedule &schedule) {
  std::map<Currency, std::int64_t> sums;
  for (const auto &[key, amount] : schedule)
    sums[key.second] += amount;
  m_currencies.clear();
  for (const auto &[currency, sum] : sums)
    m_currencies.push_back(currency);
  if (!m_shown || !sums.contains(*m_shown))
    m_shown = std::max_element(sums.begin(), sums.end(), [](const auto &one, const auto &other) {
                return one.second < other.second;
              })->first;
  const auto currency = *m_shown;
  m_currency->setValue(currency.code());
  m_currency->setVisible(m_currencies.size() > 1);
  ChartData chart;
  chart.title = tr("Revenue to come");
  chart.labelsName = tr("Month");
  chart.unit = ChartUnit::money(currency);
  ChartSeries series{tr("Revenue to come"), ChartRole::Main, {}};
  std::optional<std::chrono::year_month> first, last;
  for (const auto &[key, amount] : schedule)
    if (key.second == currency) {
      first = first.value_or(key.first);
      last = key.first;
    }
  for (auto month = *first; month <= *last; month += std::chrono::months(1)) {
    const auto found = schedule.find({month, currency});
    chart.labels.push_back(monthLabel(billing::firstDayOf(month), locale()));
    series.values.push_back(found == schedule.end() ? 0 : found->second);
  }
  const auto amountOf = [&](const std::optional<qint64> &minor) {
    return formatMoney({minor.value_or(0), currency}, locale());
  };
  const auto asOf = formatAsOf(m_outlook.asOf(), m_zone, locale());
  m_deferred->setFigure(amountOf(sums[currency]));
  m_deferred->setLine(tr("%n month(s)", nullptr, int(chart.labels.size())));
  m_deferred->setFormula(tr("Σ of what is left of every line that was sold in advance: what the "
                            "account of deferred revenue stands at."),
                         asOf);
  m_next->setFigure(amountOf(series.values.front()));
  m_next->setLine(monthName(*first, locale()));
  m_next->setFormula(tr("What passes by the end of that month, and what passed before and is not "
                        "booked as revenue yet."),
                     asOf);
  m_last->setFigure(amountOf(series.values.back()));
  m_last->setLine(monthName(*last, locale()));
  m_last->setFormula(tr("The month in which the last line that is sold ends."), asOf);
  chart.emphasized = 0;
  chart.series.push_back(std::move(series));
  m_chart->setData(std::move(chart));
  m_note->setText(m_outlook.isFetching()   ? tr("Being counted…")
                  : m_outlook.isOutdated() ? tr("%1 The books have changed since.").arg(asOf)
                                           : asOf);
  setBlocked(m_again, m_outlook.isFetching() ? tr("It is being counted") : QString());
  setCurrentIndex(0);
}

void RevenuePage::chooseCurrency() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const auto &currency : m_currencies)
    menu->addAction(currency.code(), this, [this, currency] {
      m_shown = currency;
      showOutlook();
    });
  menu->popup(m_currency->mapToGlobal(m_currency->rect().bottomLeft()));
}

} // namespace tenantry::ui
