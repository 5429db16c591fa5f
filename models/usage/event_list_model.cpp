// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/event_list_model.h"

#include "models/usage/outcome_key.h"
#include "services/organizations/service.h"
#include "services/usage/corrections.h"
#include "services/usage/measures.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using usage::EventPeriod;
using usage::EventRow;

namespace {

const QString outsideKey = u"outside"_s;

/// What is asked for, before it is known which period and metric that is.
struct Asked {
  OrganizationId organization;
  QString metric;
  std::optional<LocalDay> day;
  bool isOutside = false;
};

Result<EventPeriod> choosePeriod(const Asked &asked, const std::vector<EventPeriod> &periods,
                                 Instant now) {
  if (asked.isOutside)
    return periods.back();
  if (const auto *found = usage::periodAt(periods, asked.day, now))
    return *found;
  return fail(u"usage.period_unknown"_s,
              u"The organization has no billing period on %1; choose another one."_s.arg(
                  toIso(asked.day.value_or(LocalDay{}))));
}

/// All but the totals.
Result<EventWords> readEventWords(store::Session &session, business::AppliedBusiness &business,
                                  const Asked &asked) {
  TENANTRY_TRY(organization, organizations::OrganizationService(session).find(asked.organization));
  TENANTRY_TRY(applied, business.current(session));
  EventWords words;
  words.metrics = applied->business.metrics;
  words.organizationName = organization.name;
  words.zone = organization.zone;
  TENANTRY_TRY(periods, usage::EventListing(session, business).periods(asked.organization));
  words.periods = std::move(periods);
  TENANTRY_TRY(period, choosePeriod(asked, words.periods, session.clock.now()));
  words.period = period;
  words.metric = asked.metric.isEmpty() && !words.metrics.empty() ? words.metrics.begin()->first
                                                                  : asked.metric;
  return words;
}

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

void EventListModel::show(const OrganizationId &organization, const QString &metric,
                          const std::optional<LocalDay> &day) {
  const bool isSame = organization == m_organization && metric == m_metric && day == m_day &&
                      !m_isOutside && state() != State::Failed;
  if (organization != m_organization)
    m_words.reset();
  m_organization = organization;
  m_metric = metric;
  m_day = day;
  m_isOutside = false;
  isSame ? refresh() : restart(Matching::Other);
}

QString EventListModel::periodKey(const EventPeriod &period) {
  return period.isOutside() ? outsideKey : toIso(period.days.from);
}

PagedListModel::ViewSettings EventListModel::viewSettings() const {
  // What is looked at has a name once it came, where the link named none.
  ViewSettings settings{{u"metric"_s, m_words ? m_words->metric : m_metric}};
  if (m_words)
    settings[u"period"_s] = periodKey(m_words->period);
  return settings;
}

void EventListModel::setViewSettings(const ViewSettings &settings) {
  const auto period = settings.value(u"period"_s);
  const bool isOutside = period == outsideKey;
  std::optional<LocalDay> day;
  if (const auto read = parseDay(period); read && !isOutside)
    day = *read;
  const auto metric = settings.value(u"metric"_s, m_metric);
  if (m_words && metric == m_words->metric && period == periodKey(m_words->period))
    return;
  m_metric = metric;
  m_day = day;
  m_isOutside = isOutside;
  restart(Matching::Other);
}

EventListModel::Reading EventListModel::reading() const {
  return [asked = Asked{m_organization, m_metric, m_day, m_isOutside}](
             store::Session &session, business::AppliedBusiness &business,
             const std::optional<usage::EventCursor> &after) -> Result<Page> {
    TENANTRY_TRY(words, readEventWords(session, business, asked));
    const usage::EventQuery query{asked.organization, words.metric, words.period.from};
    usage::EventListing listing(session, business);
    TENANTRY_TRY(totals, listing.totals(query));
    words.totals = totals;
    TENANTRY_TRY(may, usage::UsageCorrections(session, business).mayCorrect());
    words.mayCorrect = may;
    TENANTRY_TRY(page, listing.page(query, pageSize, after.value_or(usage::EventCursor{})));
    return Page{std::move(page), std::move(words)};
  };
}

EventListModel::Counting EventListModel::counting() const {
  return [asked = Asked{m_organization, m_metric, m_day, m_isOutside}](
             store::Session &session, business::AppliedBusiness &business) -> Result<std::int64_t> {
    TENANTRY_TRY(words, readEventWords(session, business, asked));
    TENANTRY_TRY(totals, usage::EventListing(session, business)
                             .totals({asked.organization, words.metric, words.period.from}));
    return totals.events;
  };
}

void EventListModel::takeExtra(EventWords words) {
  m_words = std::move(words);
  describe();
}

} // namespace tenantry::models
