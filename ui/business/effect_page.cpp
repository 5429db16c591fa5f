// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/business/effect_page.h"
#include "models/organizations/mrr_amount.h"
#include "ui/business/business_words.h"
#include "ui/business/fact_rows.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/sum_text.h"
#include "ui/widgets/table_view.h"
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

enum EffectColumn {
  PlanColumn,
  SubscriptionsColumn,
  NowColumn,
  MovedColumn,
  DifferenceColumn,
  Columns
};
constexpr int leastPlanWidth = 220;

/// What becomes of a plan or of an add-on, and whether there is something to move to.
std::vector<Fact> factsOf(const QString &id, const QString &becomes, bool isSold,
                          const subscriptions::BookEffect &book) {
  std::vector<Fact> facts(Columns);
  facts[PlanColumn].text = EffectPage::tr("%1, %2, %3: %4")
                               .arg(id, book.currency.code(), intervalWord(book.interval), becomes);
  facts[SubscriptionsColumn].number = book.subscriptions;
  facts[NowColumn].money = models::mrrAmount(book.mrrNow, book.currency);
  if (!isSold)
    return facts;
  facts[MovedColumn].money = models::mrrAmount(book.mrrMoved, book.currency);
  facts[DifferenceColumn].money = models::mrrAmount(book.mrrMoved - book.mrrNow, book.currency);
  if (book.unpriced > 0)
    facts[SubscriptionsColumn].help =
        EffectPage::tr("%n of them have no price in the new version and stay as they are.", nullptr,
                       int(book.unpriced));
  return facts;
}

} // namespace

EffectPage::EffectPage(QWidget *parent)
    : QStackedWidget(parent), m_rows(new FactRows({{businessWord(BusinessWord::Plan)},
                                                   {tr("Subscriptions"), CellKind::Number},
                                                   {tr("MRR now"), CellKind::Money},
                                                   {tr("MRR if moved"), CellKind::Money},
                                                   {tr("Difference"), CellKind::Money}},
                                                  this)),
      m_table(new TableView(tr("Effect on the live subscriptions"))),
      m_note(new Label({}, TextStyle::Meta, Tone::Muted)), m_empty(new EmptyState) {
  auto *page = new QWidget;
  auto *layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_table, 1);
  layout->addWidget(new Separator);
  m_note->setContentsMargins(space::x4, space::x2, space::x4, space::x2);
  m_note->setWordWrap(true);
  layout->addWidget(m_note);
  m_table->setModel(m_rows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setStretchColumn(PlanColumn);
  m_table->fitColumn(SubscriptionsColumn, u"8,888,888"_s);
  for (const int column : {NowColumn, MovedColumn, DifferenceColumn})
    m_table->fitColumn(column, u"−$88,888,888.88"_s);
  m_table->setColumnsToDrop({SubscriptionsColumn, NowColumn}, leastPlanWidth);
  m_table->horizontalHeader()->setSectionsClickable(false);
  addWidget(page);
  addWidget(m_empty);
}

void EffectPage::show(const subscriptions::PlanReport &report) {
  std::vector<std::vector<Fact>> rows;
  std::map<Currency, std::int64_t> now, moved;
  const auto add = [&](const QString &id, const QString &becomes, bool isSold,
                       const std::vector<subscriptions::BookEffect> &books) {
    for (const auto &book : books) {
      rows.push_back(factsOf(id, becomes, isSold, book));
      now[book.currency] += book.mrrNow;
      moved[book.currency] += isSold ? book.mrrMoved : book.mrrNow;
    }
  };
  for (const auto &plan : report.effects)
    add(plan.planId,
        plan.newVersion ? tr("version %1").arg(*plan.newVersion) : tr("no longer sold"),
        plan.newVersion.has_value(), plan.book);
  for (const auto &addon : report.addons)
    add(addon.addonId, addon.isSold ? tr("sold otherwise") : tr("no longer sold"), addon.isSold,
        addon.book);
  for (auto *sums : {&now, &moved})
    for (auto &[currency, sum] : *sums)
      sum = models::mrrAmount(sum, currency).minor();
  const bool isEmpty = rows.empty();
  m_rows->setRows(std::move(rows));
  m_note->setText(tr("Live subscriptions keep the version that they have until they are moved. "
                     "MRR of those here: %1 now, %2 if all that have a price in it moved to the "
                     "new version.")
                      .arg(sumText(now, locale()), sumText(moved, locale())));
  if (!isEmpty)
    return setCurrentIndex(0);
  m_empty->showMessage(EmptyState::Kind::Empty,
                       {tr("No live subscription is affected"),
                        tr("Plans and add-ons that nobody has, and everything else in the files, "
                           "leave today's revenue as it is."),
                        {},
                        u"check-circle"_s});
  setCurrentWidget(m_empty);
}

} // namespace tenantry::ui
