// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/contradictions_pane.h"
#include "ui/contradictions/contradiction_cells.h"
#include "ui/contradictions/contradiction_inspector.h"
#include "ui/contradictions/contradiction_offers.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/lists/list_acts.h"
#include "ui/widgets/table_view.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::ContradictionListModel;
using payments::ContradictionKind;

namespace {
constexpr int leastCustomerWidth = 190;
constexpr std::array contradictionKinds{ContradictionKind::Attempt,
                                        ContradictionKind::Refund,
                                        ContradictionKind::Setup,
                                        ContradictionKind::Dispute,
                                        ContradictionKind::RefundedElsewhere,
                                        ContradictionKind::SecondCharge};
} // namespace

ContradictionsPane::ContradictionsPane(models::Connection &connection, models::RunningWork &work,
                                       QWidget *parent)
    : ContradictionsPane(connection, work, new ContradictionListModel(connection), parent) {}

ContradictionsPane::ContradictionsPane(models::Connection &connection, models::RunningWork &work,
                                       ContradictionListModel *list, QWidget *parent)
    : ListPane(connection, work, list, new ContradictionCells(connection.zone()), specOf(), parent),
      m_list(*list), m_looked(connection),
      m_inspector(new ContradictionInspector(connection.zone())) {
  putBeside(m_inspector);
  countAll();
  offerContradictions(*acts(), connection.rights());
  m_inspector->setActs(acts()->actions());
  connectList();
  connectLooked();
}

ListSpec ContradictionsPane::specOf() {
  return {.title = tr("Contradictions"),
          .iconName = u"alert-triangle"_s,
          .key = u"contradictions"_s,
          .home = {Place::Kind::Contradictions, {}, {}, {}},
          .counted = tr("What payment providers contradict and nobody has settled."),
          .counting = ContradictionListModel::countOf,
          .table = tableOf(),
          .search = {.invitation = tr("Filter contradictions")},
          .filters = filtersOf(),
          .failed = tr("Contradictions could not be loaded"),
          .noMatch = {tr("Nothing matches"), tr("None matches now."), tr("Clear filters")},
          .none = {tr("No provider contradicts the books"),
                   tr("What a payment provider says about a charge, a refund or a payment method "
                      "and cannot be true waits here for somebody to look at it there."),
                   {},
                   u"check-circle"_s}};
}

ListTable ContradictionsPane::tableOf() {
  using List = ContradictionListModel;
  QString kind, says;
  for (const auto each : contradictionKinds)
    if (const auto word = contradictionKindWord(each); word.size() > kind.size())
      kind = word;
  for (const auto &code : {u"amount_mismatch"_s, u"idempotency_error"_s, u"customer_missing"_s,
                           u"another_payer"_s, u"session_missing"_s, u"needs_response"_s})
    if (const auto word = contradictionWord(code); word.size() > says.size())
      says = word;
  return {.name = tr("What providers contradict"),
          .density = RowDensity::TwoLine,
          .stretch = List::CustomerColumn,
          .leastWidth = leastCustomerWidth,
          .widest = {{List::KindColumn, kind + u'm'},
                     {List::AmountColumn, u"$888,888.88"_s},
                     {List::SaysColumn, says + u"mm"_s},
                     {List::SinceColumn, u"28 Nov 2026, 12:88 PM mm"_s}},
          .drops = {List::SinceColumn, List::KindColumn, List::AmountColumn},
          .isSorted = false,
          .sum = List::AmountColumn};
}

QList<FilterOffer> ContradictionsPane::filtersOf() {
  return {{tr("Kind"), u"kind"_s,
           [] {
             QStringList values;
             for (const auto kind : contradictionKinds)
               values += payments::toString(kind);
             return values;
           },
           [](const QString &value) {
             const auto kind = payments::parseContradictionKind(value);
             return kind ? contradictionKindWord(*kind) : value;
           }}};
}

void ContradictionsPane::connectList() {
  connect(records(), &RecordList::shown, this, [this] {
    showWanted();
    reportSettled();
  });
  connect(records(), &RecordList::currentChanged, this, [this](const QModelIndex &current) {
    const auto key = m_list.keyAt(current.row());
    if (m_wanted.isEmpty() && !key.isEmpty())
      m_looked.show(QUuid::fromString(key));
  });
  connect(records(), &RecordList::emptied, this, [this] {
    if (!m_wanted.isEmpty() || (!m_looked.id().isNull() && !m_looked.shown()))
      return; // what a link led to, or what ended just now, says so
    m_looked.clear();
    m_inspector->showNothing();
  });
  connect(acts(), &ListActs::acted, &m_looked, &models::ContradictionView::refresh);
  connect(table(), &QTableView::activated, this, [this] {
    if (const auto *of = m_looked.shown())
      Q_EMIT placeRequested(recordOf(*of));
  });
}

void ContradictionsPane::connectLooked() {
  using View = models::ContradictionView;
  connect(m_inspector, &ContradictionInspector::retryRequested, this, [this] {
    m_inspector->showLoading();
    m_looked.refresh();
  });
  connect(m_inspector, &ContradictionInspector::placeRequested, this, &Pane::placeRequested);
  connect(&m_looked, &View::changed, this, [this] {
    m_looked.shown() ? m_inspector->show(*m_looked.shown()) : m_inspector->showLoading();
    reportSettled();
  });
  connect(&m_looked, &View::failed, this, [this](const Error &error) {
    m_inspector->showError(error);
    reportSettled();
  });
}

void ContradictionsPane::open(const Place &place) {
  ListPane::open(place);
  if (place.key.isEmpty())
    return;
  m_wanted = place.key;
  m_looked.show(QUuid::fromString(place.key));
  showWanted();
}

/// The one that a link leads to: in the list too, once its page is there.
void ContradictionsPane::showWanted() {
  if (m_wanted.isEmpty() || m_list.state() != ContradictionListModel::State::Ready)
    return;
  records()->setCurrent(m_wanted);
  m_wanted.clear();
}

void ContradictionsPane::reload() {
  m_list.refresh();
  m_looked.refresh();
}

bool ContradictionsPane::isSettled() const {
  return records()->isSettled() && !m_looked.isFetching();
}

} // namespace tenantry::ui
