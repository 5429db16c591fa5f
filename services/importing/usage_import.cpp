// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/usage_import.h"

#include "services/core/crash_point.h"
#include "services/importing/usage_batch.h"
#include "services/usage/ingest_plan.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

/// A quantity in the metric's smallest unit; nothing where it has more places than the metric.
std::optional<std::int64_t> inSmallestUnits(Rational quantity, int decimals) {
  for (int i = 0; i < decimals; ++i)
    quantity *= 10;
  const auto size = abs(quantity);
  if (denominator(quantity) != 1 || size > usage::largestQuantity)
    return std::nullopt;
  return roundHalfAwayFromZero(quantity);
}

bool isBefore(const Place &one, const Place &other) {
  return std::tie(one.line, one.column) < std::tie(other.line, other.column);
}

/// The rules of usage know no files: what of the event their error is about.
Error inEvent(Error error) {
  static const QHash<QString, QString> members{{u"usage.too_old"_s, u"time"_s},
                                               {u"usage.in_future"_s, u"time"_s},
                                               {u"usage.quantity_invalid"_s, u"data.quantity"_s},
                                               {u"usage.not_found"_s, u"data.corrects"_s},
                                               {u"usage.dimension_missing"_s, u"data"_s}};
  error.place = memberAt(std::move(error.place), members.value(error.code));
  return error;
}

} // namespace

Result<> UsageImport::run(const QString &path) {
  TENANTRY_CHECK(prepare());
  TENANTRY_TRY(device, openFile(path));
  if (isUsageBatch(*device)) {
    UsageBatch events(*device, m_report.file, checks());
    return readAll(events, *device);
  }
  UsageLines events(*device, m_report.file, checks());
  return readAll(events, *device);
}

template <typename Reader> Result<> UsageImport::readAll(Reader &events, const QIODevice &device) {
  Result<> ended;
  for (;;) {
    const auto event = events.next();
    if (event && !*event)
      break;
    if (!event && events.isBroken()) {
      ended = tl::unexpected(event.error());
      break;
    }
    TENANTRY_CHECK(take(event));
    if (!event && event.error().code == "text.unreadable"_L1)
      break;
    if (m_batch.size() < batchSize)
      continue;
    TENANTRY_CHECK(land(std::exchange(m_batch, {})));
    TENANTRY_CHECK(tell(m_options, m_report, device));
  }
  TENANTRY_CHECK(land(std::exchange(m_batch, {})));
  // What a portion is refused for is known only when it lands.
  std::stable_sort(m_report.errors.begin(), m_report.errors.end(),
                   [](const Error &a, const Error &b) { return isBefore(a.place, b.place); });
  TENANTRY_CHECK(ended);
  return tell(m_options, m_report, device);
}

Result<> UsageImport::prepare() {
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(customers, References::load(m_session, m_options.source, u"customer"_s));
  m_applied = applied;
  m_customers = std::move(customers);
  return {};
}

UsageChecks UsageImport::checks() const {
  return {[this](const QString &metric) { return m_applied->business.metrics.count(metric) > 0; },
          [this](const QString &source) { return m_customers.contains(source); }};
}

Result<> UsageImport::take(const Result<std::optional<UsageLine>> &line) {
  ++m_report.rows;
  if (!line) {
    m_report.refuse(line.error());
    return {};
  }
  auto event = toEvent(**line);
  if (!event)
    m_report.refuse(inEvent(event.error()));
  else
    m_batch.push_back(*std::move(event));
  return {};
}

Result<usage::UsageEvent> UsageImport::toEvent(const UsageLine &line) const {
  const auto &metric = m_applied->business.metrics.at(line.metric);
  const auto quantity = inSmallestUnits(line.quantity, metric.decimals);
  if (!quantity)
    return fail(u"quantity_invalid"_s,
                u"The quantity is too large, or has more than the %1 decimals of “%2”"_s
                    .arg(metric.decimals)
                    .arg(line.metric),
                memberAt(line.place, u"data.quantity"_s));
  usage::UsageEvent event;
  event.organization = m_customers.find(line.source)->organization;
  event.key = line.id;
  event.metric = line.metric;
  event.quantity = *quantity;
  event.occurredAt = line.time;
  for (auto it = line.dimensions.cbegin(); it != line.dimensions.cend(); ++it)
    event.dimensions.emplace(it.key(), it.value());
  if (const auto corrects = event.dimensions.find(u"corrects"_s);
      *quantity < 0 && corrects != event.dimensions.end()) {
    event.corrects = corrects->second;
    event.dimensions.erase(corrects);
  }
  event.place = line.place;
  const auto acceptance =
      usage::acceptanceAt(m_session.clock.now(), m_applied->business, usage::Age::Any);
  TENANTRY_CHECK(usage::checkEvent(event, m_applied->business, acceptance));
  return event;
}

// What only the database can refuse, a correction of nothing, concerns its event alone. Halving
// finds many such events in a batch as quickly as one. Other events go first: what a correction
// takes back may stand after it.
Result<> UsageImport::land(std::vector<usage::UsageEvent> events) {
  if (events.empty())
    return {};
  const auto counted = usage::UsageService(m_session, m_business).ingest(events, usage::Age::Any);
  if (counted) {
    crashPoint("usage_import.after_batch");
    m_report.good += counted->counted;
    m_report.landed += counted->counted;
    m_report.known += counted->repeated;
    return {};
  }
  const auto &error = counted.error();
  if (std::none_of(events.begin(), events.end(), [&](const usage::UsageEvent &event) {
        return event.place.line > 0 && event.place == error.place;
      }))
    return tl::unexpected(error);
  if (events.size() == 1) {
    m_report.refuse(inEvent(error));
    return {};
  }
  auto second =
      std::stable_partition(events.begin(), events.end(), [](const usage::UsageEvent &event) {
        return event.corrects.isEmpty();
      });
  if (second == events.begin() || second == events.end())
    second = events.begin() + static_cast<std::ptrdiff_t>(events.size() / 2);
  TENANTRY_CHECK(land({events.begin(), second}));
  return land({second, events.end()});
}

} // namespace tenantry::importing
