// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/events_page.h"
#include "ui/lists/list_words.h"
#include "ui/usage/correction_offer.h"
#include "ui/usage/event_cells.h"
#include "ui/usage/outcome_words.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/format.h"
#include "ui/widgets/table_view.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::EventListModel;

namespace {

constexpr int leastKeyWidth = 120;

/// "region: eu", "without region".
QString valueWord(const QString &key) {
  const auto of = models::dimensionOf(key);
  if (!of)
    return key;
  return of->value ? u"%1: %2"_s.arg(of->dimension, *of->value)
                   : EventsPage::tr("without %1").arg(of->dimension);
}

} // namespace

EventsPage::EventsPage(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : EventsPage(connection, work, new EventListModel(connection), pane) {}

EventsPage::EventsPage(models::Connection &connection, models::RunningWork &work,
                       EventListModel *list, QWidget *pane)
    : OneUsagePage(connection, work, list, new EventCells(*list), specOf(this), pane),
      m_list(*list), m_correcting(new CorrectionOffer(connection, *this, pane)) {
  connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto value = m_list.index(index.row(), 0).data(EventListModel::RowRole);
    if (!value.isValid())
      return;
    const auto row = value.value<usage::EventRow>();
    if (!row.outcome.invoice.isEmpty())
      Q_EMIT placeRequested({Place::Kind::Invoice, row.outcome.invoice, {}, {}});
  });
  connect(records(), &RecordList::currentChanged, m_correcting, &CorrectionOffer::follow);
  connect(records(), &RecordList::emptied, m_correcting, &CorrectionOffer::follow);
  connect(records(), &RecordList::shown, m_correcting, &CorrectionOffer::follow);
  connect(m_correcting, &CorrectionOffer::corrected, &m_list, &models::PagedListModel::refresh);
  connect(&m_list, &models::PagedListModel::narrowed, this, &EventsPage::placeNarrowed);
}

ListSpec EventsPage::specOf(const EventsPage *page) {
  return {.key = u"usage-events"_s,
          .table = tableOf(),
          .filters = metricAndPeriod(page) +
                     QList<FilterOffer>{{tr("Dimension"), u"of"_s,
                                         [page] { return page->dimensionValues(); }, valueWord,
                                         false, false}},
          .hasResult = true,
          .failed = tr("The events could not be loaded"),
          .noMatch = {tr("No such events"),
                      tr("No event of this metric and period has that value of the dimension."),
                      tr("Show all")}};
}

/// The value that was asked for; another one is chosen where they stand side by side.
QStringList EventsPage::dimensionValues() const {
  const auto &of = m_list.of();
  return of ? QStringList{models::dimensionKey(*of)} : QStringList();
}

ListTable EventsPage::tableOf() {
  using List = EventListModel;
  return {
      .name = tr("Usage events"),
      .density = RowDensity::OneLine,
      .stretch = List::KeyColumn,
      .leastWidth = leastKeyWidth,
      .widest = {{List::OccurredColumn, u"28 Nov 2026, 28:88 mm"_s},
                 {List::QuantityColumn, u"−88,888,888"_s},
                 {List::DimensionsColumn, u"region: eu-central"_s},
                 {List::MarkColumn, tr("Correction, late") + u"mm"_s},
                 {List::OutcomeColumn,
                  outcomeWord({usage::EventOutcome::OnItsInvoice, u"INV-2026-888888"_s}) + u"mm"_s},
                 {List::RecordedColumn, u"28 Nov 2026, 28:88 mm"_s}},
      .drops = {List::RecordedColumn, List::DimensionsColumn, List::MarkColumn,
                List::OutcomeColumn},
      .isSorted = false};
}

void EventsPage::show(const models::AskedEvents &asked,
                      const std::optional<usage::DimensionValue> &of) {
  kept().reset(); // the place says what is looked at
  m_list.show(asked, of);
  m_list.begin();
  showFilter();
}

std::optional<usage::EventRow> EventsPage::chosen() const {
  const auto current = table()->currentIndex();
  const auto value =
      current.isValid() ? m_list.index(current.row(), 0).data(EventListModel::RowRole) : QVariant();
  return value.isValid() ? std::optional(value.value<usage::EventRow>()) : std::nullopt;
}

Place EventsPage::place() const {
  auto place = placeIn(u"events"_s);
  if (const auto &of = m_list.of()) {
    place.by = of->dimension;
    place.value = of->value;
  }
  return place;
}

void EventsPage::showCount() {
  const auto count = m_list.count();
  result()->setText(count < 0 ? QString()
                    : count > models::PagedListModel::countLimit && m_list.of()
                        ? tr("%1 event(s)", nullptr, int(count)).arg(countText(m_list, locale()))
                        : tr("%n event(s)", nullptr, int(count)));
}

} // namespace tenantry::ui
