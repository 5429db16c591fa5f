// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dunning/dunning_pane.h"
#include "models/billing/invoice_key.h"
#include "ui/dunning/dunning_cells.h"
#include "ui/dunning/dunning_detail.h"
#include "ui/dunning/dunning_offers.h"
#include "ui/dunning/dunning_words.h"
#include "ui/dunning/figures_bar.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_views.h"
#include "ui/shell/group_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/sum_text.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::DunningListModel;
using payments::DeclineClass;
using payments::DunningStep;

namespace {

constexpr int leastOrganizationWidth = 190;
const QString stepSetting = u"step"_s;

} // namespace

DunningPane::DunningPane(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : DunningPane(connection, work, new DunningListModel(connection),
                  new models::DunningFigures(connection), parent) {}

DunningPane::DunningPane(models::Connection &connection, models::RunningWork &work,
                         DunningListModel *list, models::DunningFigures *figures, QWidget *parent)
    : ListPane(connection, work, list, new DunningCells(connection.clock(), connection.zone()),
               specOf(*figures), parent),
      m_list(*list), m_figures(*figures), m_chosen(connection), m_bar(new FiguresBar),
      m_retry(makeButton(tr("Retry selected"), ButtonVariant::Primary, u"refresh"_s)),
      m_detail(new DunningDetail(connection.clock(), connection.zone())) {
  figures->setParent(this);
  header()->addAction(m_retry);
  putAbove(m_bar);
  putBeside(m_detail);
  setUpActs();
  connectList();
  connectChosen();
  m_figures.reload();
}

ListSpec DunningPane::specOf(const models::DunningFigures &figures) {
  return {.title = tr("Dunning"),
          .iconName = u"board"_s,
          .key = u"dunning"_s,
          .home = {Place::Kind::Dunning, {}, {}, {}},
          .counted = tr("All open cases, in whatever step."),
          .counting = DunningListModel::countOf,
          .table = tableOf(),
          .search = {.invitation = tr("Filter cases")},
          .filters = filtersOf(figures),
          .hasResult = true,
          .failed = tr("Cases could not be loaded"),
          .noMatch = {tr("Nothing matches"), tr("No case matches now."), tr("Clear filters")},
          .none = {tr("Nothing is dunned"),
                   tr("Invoices stand here when a payment fails or their due date has passed."),
                   {},
                   u"check-circle"_s}};
}

ListTable DunningPane::tableOf() {
  using List = DunningListModel;
  QString longest = declineWord(payments::DunningRow());
  for (const auto &code : {u"insufficient_funds"_s, u"authentication_required"_s})
    if (declineWord(code).size() > longest.size())
      longest = declineWord(code);
  return {.name = tr("Cases of dunning"),
          .density = RowDensity::TwoLine,
          .stretch = List::OrganizationColumn,
          .leastWidth = leastOrganizationWidth,
          .days = {List::OpenedColumn},
          .widest = {{List::DueColumn, u"$888,888.88"_s},
                     {List::StepColumn, stepWord(DunningStep::Retrying) + u"mm"_s},
                     {List::TriesColumn, u"mmmmmmm8/8"_s},
                     {List::DeclineColumn, longest},
                     {List::NextColumn, actWord(payments::DunningAct::Finish) + u" 28 Nov m"_s}},
          .drops = {List::OpenedColumn, List::TriesColumn, List::DeclineColumn, List::StepColumn,
                    List::DueColumn},
          .sum = List::DueColumn};
}

QList<FilterOffer> DunningPane::filtersOf(const models::DunningFigures &figures) {
  return {{tr("Decline"), u"decline"_s,
           [] {
             QStringList values;
             for (const auto decline : {DeclineClass::Soft, DeclineClass::Hard,
                                        DeclineClass::Action, DeclineClass::None})
               values += payments::toString(decline);
             return values;
           },
           [](const QString &value) {
             const auto decline = payments::parseDeclineClass(value);
             return decline ? declineClassWord(*decline) : value;
           }},
          {tr("Currency"), u"currency"_s,
           [&figures] {
             QStringList values;
             if (const auto *facts = figures.facts())
               for (const auto &[currency, due] : facts->whole().due)
                 values += currency.code();
             return values;
           },
           [](const QString &value) { return value; }}};
}

void DunningPane::setUpActs() {
  offerDunning(*acts(), connection());
  const auto &rights = connection().rights();
  if (!rights.mayDun)
    m_detail->setRevokingBlocked(
        notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s}));
  m_detail->setActs(acts()->actions());
  auto *retry = acts()->actions().front();
  followAction(m_retry, retry);
  connect(acts(), &ListActs::acted, &m_chosen, &models::DunningView::refresh);
  connect(acts(), &ListActs::acted, &m_figures, &models::DunningFigures::reload);
}

void DunningPane::connectList() {
  connect(table(), &QTableView::activated, this, [this] {
    if (const auto *sheet = m_chosen.sheet())
      Q_EMIT placeRequested({Place::Kind::Invoice, sheet->row.number, {}, {}});
  });
  connect(&m_figures, &models::DunningFigures::changed, this, &DunningPane::showFacts);
  connect(m_bar, &FiguresBar::stepPressed, this, [this](DunningStep step) {
    const bool isChosen = m_list.filter().step == step;
    filters()->choose(stepSetting, isChosen ? QString() : payments::toString(step));
  });
  connect(records(), &RecordList::currentChanged, this,
          [this](const QModelIndex &current) { chooseCase(m_list.keyAt(current.row())); });
  connect(records(), &RecordList::emptied, this, [this] {
    m_chosen.clear();
    m_detail->showNothing();
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
    records()->setCurrent(key);
    chooseCase(key);
  });
  connect(&m_chosen, &models::DunningView::revoked, this, [this](const QString &number) {
    tell(tr("Time taken back"), number, Tone::Success);
    m_list.refresh();
  });
  connect(&m_chosen, &models::DunningView::notRevoked, this,
          [this](const Error &error) { tell(said(error), error.code, Tone::Danger); });
  connect(m_detail, &DunningDetail::retryRequested, this, [this] {
    m_detail->showLoading();
    m_chosen.retry();
  });
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

QString DunningPane::heading() const {
  const auto *sheet = m_chosen.sheet();
  return sheet ? u"%1, %2"_s.arg(sheet->row.number, sheet->row.organizationName) : title();
}

Place DunningPane::place() const {
  auto place = home();
  if (const auto *sheet = m_chosen.sheet())
    place.key = sheet->row.number;
  place.view = views()->current();
  return place;
}

void DunningPane::open(const Place &place) {
  ListPane::open(place);
  if (!place.key.isEmpty() && !(m_chosen.sheet() && m_chosen.sheet()->row.number == place.key))
    m_chosen.find(place.key);
}

models::PagedListModel::ViewSettings DunningPane::filterOf(const Place &place) const {
  auto settings = ListPane::filterOf(place);
  if (payments::parseDunningStep(place.filter))
    settings[stepSetting] = place.filter;
  return settings;
}

void DunningPane::reload() {
  m_list.refresh();
  m_chosen.refresh();
  m_figures.reload();
}

bool DunningPane::stopBeside() {
  const bool isStopped = m_figures.stop();
  return m_chosen.stop() || isStopped;
}

bool DunningPane::stepBack() {
  if (ListPane::stepBack())
    return true;
  if (!m_list.filter().step)
    return false;
  filters()->choose(stepSetting, {});
  return true;
}

bool DunningPane::isSettled() const {
  return records()->isSettled() && !m_chosen.isFetching() && !m_figures.isFetching();
}

void DunningPane::showFilter() {
  ListPane::showFilter();
  m_bar->setChosen(m_list.filter().step);
}

void DunningPane::showFacts() {
  const auto *facts = m_figures.facts();
  if (!facts)
    return reportSettled();
  m_bar->show(*facts, connection().zone());
  const auto whole = facts->whole();
  const auto cases = tr("%n case(s)", nullptr, int(whole.count));
  header()->setFact(whole.due.empty() ? cases
                                      : tr("%1, %2 open").arg(cases, sumText(whole.due, locale())));
  const auto ended = facts->lately.cases + facts->lately.lostCases;
  result()->setText(
      ended == 0 ? QString()
                 : tr("%1 recovered in %2 days")
                       .arg(formatShare(double(facts->lately.cases) / double(ended), locale()),
                            QString::number(models::DunningFigures::lateDays)));
  Q_EMIT countChanged(whole.count, false);
  reportSettled();
}

} // namespace tenantry::ui
