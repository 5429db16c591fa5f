// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/events_page.h"
#include "ui/lists/list_words.h"
#include "ui/organizations/words.h"
#include "ui/usage/correction_offer.h"
#include "ui/usage/event_cells.h"
#include "ui/usage/outcome_words.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/format.h"
#include "ui/widgets/table_view.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::EventListModel;

namespace {
constexpr int leastKeyWidth = 120;
} // namespace

EventsPage::EventsPage(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : EventsPage(connection, work, new EventListModel(connection), pane) {}

EventsPage::EventsPage(models::Connection &connection, models::RunningWork &work,
                       EventListModel *list, QWidget *pane)
    : ListPage(connection, work, list, new EventCells(*list), specOf(this), pane), m_list(*list),
      m_correcting(new CorrectionOffer(connection, *this, pane)) {
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
  return {
      .key = u"usage-events"_s,
      .table = tableOf(),
      .filters = {{tr("Metric"), u"metric"_s, [page] { return page->metrics(); }, metricName, true},
                  {tr("Period"), u"period"_s, [page] { return page->periods(); },
                   [page](const QString &key) { return page->periodNamed(key); }, true}},
      .hasResult = true,
      .failed = tr("The events could not be loaded")};
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

void EventsPage::show(const OrganizationId &organization, const QString &metric,
                      const std::optional<LocalDay> &day) {
  kept().reset(); // the place says what is looked at
  m_list.show(organization, metric, day);
  m_list.begin();
  Q_EMIT wordsChanged();
}

std::optional<usage::EventRow> EventsPage::chosen() const {
  const auto current = table()->currentIndex();
  const auto value =
      current.isValid() ? m_list.index(current.row(), 0).data(EventListModel::RowRole) : QVariant();
  return value.isValid() ? std::optional(value.value<usage::EventRow>()) : std::nullopt;
}

QStringList EventsPage::metrics() const {
  QStringList ids;
  if (const auto *words = m_list.words())
    for (const auto &[id, metric] : words->metrics)
      ids += id;
  return ids;
}

QStringList EventsPage::periods() const {
  QStringList keys;
  if (const auto *words = m_list.words())
    for (const auto &period : words->periods)
      keys += EventListModel::periodKey(period);
  return keys;
}

QString EventsPage::periodNamed(const QString &key) const {
  if (const auto *words = m_list.words())
    for (const auto &period : words->periods)
      if (EventListModel::periodKey(period) == key)
        return periodWord(period, locale());
  return key;
}

QString EventsPage::heading() const {
  const auto *words = m_list.words();
  return words ? tr("%1 of %2").arg(metricName(words->metric), words->organizationName) : QString();
}

QString EventsPage::fact() const {
  const auto *words = m_list.words();
  if (!words)
    return {};
  const auto metric = words->metrics.find(words->metric);
  const int decimals = metric == words->metrics.end() ? 0 : metric->second.decimals;
  return tr("%1 · %2 used")
      .arg(periodWord(words->period, locale()),
           formatQuantity(words->totals.used, decimals, locale()));
}

Place EventsPage::place() const {
  Place place{Place::Kind::Usage, {}, u"events"_s, m_list.day(), m_list.metric()};
  place.organization = m_list.organization().toString();
  return place;
}

void EventsPage::showFilter() {
  ListPage::showFilter();
  Q_EMIT wordsChanged();
}

void EventsPage::showCount() {
  result()->setText(m_list.count() < 0 ? QString()
                                       : tr("%n event(s)", nullptr, int(m_list.count())));
}

/// What is used may come from before: a value that is kept, or nothing at all.
EmptyStateContent EventsPage::none() const {
  const auto *words = m_list.words();
  const bool isCarried = words && words->totals.used != 0;
  return {tr("No events"),
          isCarried ? tr("What is used was said before this period and holds on.")
                    : tr("Nothing of this metric was reported for this period."),
          {},
          u"chart-line"_s};
}

} // namespace tenantry::ui
