// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/event_list_model.h"

#include "models/usage/outcome_key.h"
#include "services/usage/measures.h"
#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::models {

using usage::EventRow;

namespace {

QString markKey(const EventRow &row) {
  QStringList marks;
  if (!row.corrects.isEmpty())
    marks += u"correction"_s;
  if (row.isLate)
    marks += u"late"_s;
  if (row.corrected < 0)
    marks += u"corrected"_s;
  return marks.join(u' ');
}

} // namespace

QString dimensionsText(const std::optional<nlohmann::json> &dimensions) {
  QStringList parts;
  if (dimensions && dimensions->is_object())
    for (const auto &[key, value] : dimensions->items())
      parts.append(u"%1: %2"_s.arg(
          QString::fromStdString(key),
          QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump())));
  return parts.join(u", "_s);
}

EventListModel::EventListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  describe();
}

/// Quantities are in the units of the metric that is looked at.
void EventListModel::describe() {
  business::Metric metric;
  if (m_words && m_words->metrics.contains(m_words->metric))
    metric = m_words->metrics.at(m_words->metric);
  const auto units = [metric](std::int64_t quantity) { return usage::inUnits(quantity, metric); };
  setColumns(
      {{u"occurred"_s, tr("Happened"), [](const EventRow &row) { return toIso(row.occurredAt); }},
       {u"quantity"_s, tr("Quantity"),
        [units](const EventRow &row) { return units(row.quantity); }},
       {u"key"_s, tr("Key"), [](const EventRow &row) { return row.key; }},
       {u"dimensions"_s, tr("Dimensions"),
        [](const EventRow &row) { return dimensionsText(row.dimensions); }},
       {u"mark"_s, tr("Marks"), markKey},
       {{}, tr("Corrects"), [](const EventRow &row) { return row.corrects; }},
       {{},
        tr("Taken by corrections"),
        [units](const EventRow &row) {
          return row.corrected == 0 ? QString() : units(row.corrected);
        }},
       {u"outcome"_s, tr("What became of it"),
        [](const EventRow &row) { return outcomeText(row.outcome); }},
       {u"recorded"_s, tr("Came"), [](const EventRow &row) { return toIso(row.recordedAt); }}},
      {{{}, tr("Metric"), [](const EventRow &row) { return row.metric; }}});
}

void EventListModel::show(const AskedEvents &asked,
                          const std::optional<usage::DimensionValue> &of) {
  const bool isSame = asked == m_asked && of == m_of && state() != State::Failed;
  if (asked.organization != m_asked.organization) {
    m_words.reset();
    forget();
  }
  m_asked = asked;
  m_of = of;
  isSame ? refresh() : restart(Matching::Other);
}

void EventListModel::showAll() {
  if (std::exchange(m_of, std::nullopt))
    restart(Matching::Other);
}

PagedListModel::ViewSettings EventListModel::viewSettings() const {
  auto settings = m_asked.settings(words());
  if (m_of)
    settings[u"of"_s] = dimensionKey(*m_of);
  return settings;
}

void EventListModel::setViewSettings(const ViewSettings &settings) {
  const auto shown = m_asked.settings(words());
  const auto of = dimensionOf(settings.value(u"of"_s));
  if (m_words && of == m_of &&
      settings.value(u"metric"_s, m_asked.metric) == shown.value(u"metric"_s) &&
      settings.value(u"period"_s) == shown.value(u"period"_s))
    return;
  m_asked.take(settings);
  m_of = of;
  restart(Matching::Other);
}

EventListModel::Reading EventListModel::reading() const {
  return
      [asked = m_asked, of = m_of](store::Session &session, business::AppliedBusiness &business,
                                   const std::optional<usage::EventCursor> &after) -> Result<Page> {
        TENANTRY_TRY(words, readEventWords(session, business, asked));
        const usage::EventQuery query{asked.organization, words.metric, words.period.from, of};
        usage::EventListing listing(session, business);
        TENANTRY_TRY(totals, listing.totals(query));
        words.totals = totals;
        TENANTRY_TRY(page, listing.page(query, pageSize, after.value_or(usage::EventCursor{})));
        return Page{std::move(page), std::move(words)};
      };
}

EventListModel::Counting EventListModel::counting() const {
  return [asked = m_asked, of = m_of](store::Session &session,
                                      business::AppliedBusiness &business) -> Result<std::int64_t> {
    TENANTRY_TRY(words, readEventWords(session, business, asked));
    const auto most = of ? countLimit + 1 : std::numeric_limits<std::int64_t>::max();
    return usage::EventListing(session, business)
        .count({asked.organization, words.metric, words.period.from, of}, most);
  };
}

void EventListModel::takeExtra(EventWords words) {
  m_words = std::move(words);
  describe();
}

} // namespace tenantry::models
