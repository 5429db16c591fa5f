// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/batch_totals.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

using business::Aggregation;

/// The totals of one kind while the batch, sorted by organization, goes by: only those of the
/// organization at hand can be met again, and they are few.
class Collector {
public:
  explicit Collector(std::vector<Total> &totals) : m_totals(totals) {}

  Total &of(const PlannedEvent &planned) {
    const auto &organization = planned.event->organization;
    if (m_totals.empty() || m_totals.back().organization != organization)
      m_first = m_totals.size();
    for (auto i = m_first; i < m_totals.size(); ++i)
      if (m_totals[i].part == planned.part && m_totals[i].metric == planned.metric)
        return m_totals[i];
    return m_totals.emplace_back(Total{organization, planned.metric, planned.part});
  }

private:
  std::vector<Total> &m_totals;
  std::size_t m_first = 0;
};

template <typename T> bool isBefore(const T &a, const T &b) {
  return std::tie(a.organization, a.metric->id, a.part) <
         std::tie(b.organization, b.metric->id, b.part);
}

bool isValueBefore(const SeenValue &a, const SeenValue &b) {
  return std::tie(a.organization, a.metric->id, a.part, a.value) <
         std::tie(b.organization, b.metric->id, b.part, b.value);
}

bool isSameValue(const SeenValue &a, const SeenValue &b) {
  return !isValueBefore(a, b) && !isValueBefore(b, a);
}

Result<> addTo(Total &total, const UsageEvent &event) {
  if (__builtin_add_overflow(total.quantity, event.quantity, &total.quantity))
    return refuseEvent(
        event, u"usage.quantity_invalid"_s,
        u"The quantities of “%1” in this batch do not fit; send smaller batches."_s.arg(
            event.metric));
  return {};
}

class Adder {
public:
  explicit Adder(BatchTotals &totals)
      : m_totals(totals), m_additive(totals.additive), m_maximum(totals.maximum),
        m_last(totals.last), m_recounted(totals.recounted) {}

  Result<> add(const PlannedEvent &planned) {
    const UsageEvent &event = *planned.event;
    const auto aggregation = planned.metric->aggregation;
    const bool corrects = !event.corrects.isEmpty();
    Total &total =
        corrects && aggregation != Aggregation::Sum ? m_recounted.of(planned) : ofKind(planned);
    const bool isFirst = total.events++ == 0;
    const bool isLatest = event.occurredAt >= total.lastOccurredAt;
    total.lastOccurredAt = std::max(total.lastOccurredAt, event.occurredAt);
    if (aggregation == Aggregation::Sum)
      return addTo(total, event);
    if (corrects)
      return {};
    if (aggregation == Aggregation::Max)
      total.quantity = isFirst ? event.quantity : std::max(total.quantity, event.quantity);
    else if (aggregation == Aggregation::Last && isLatest)
      total.quantity = event.quantity;
    else if (aggregation == Aggregation::Unique)
      m_totals.values.push_back({event.organization, planned.metric, planned.part,
                                 event.dimensions.at(planned.metric->of)});
    return {};
  }

private:
  Total &ofKind(const PlannedEvent &planned) {
    switch (planned.metric->aggregation) {
    case Aggregation::Max:
      return m_maximum.of(planned);
    case Aggregation::Last:
      return m_last.of(planned);
    case Aggregation::Sum:
    case Aggregation::Unique:
      break;
    }
    return m_additive.of(planned);
  }

  BatchTotals &m_totals;
  Collector m_additive;
  Collector m_maximum;
  Collector m_last;
  Collector m_recounted;
};

} // namespace

Result<BatchTotals> addUp(const std::vector<PlannedEvent> &sorted) {
  BatchTotals totals;
  Adder adder(totals);
  for (const auto &planned : sorted)
    if (!planned.repeated)
      TENANTRY_CHECK(adder.add(planned));
  for (auto *kind : {&totals.additive, &totals.maximum, &totals.last, &totals.recounted})
    std::sort(kind->begin(), kind->end(), isBefore<Total>);
  auto &values = totals.values;
  std::sort(values.begin(), values.end(), isValueBefore);
  values.erase(std::unique(values.begin(), values.end(), isSameValue), values.end());
  return totals;
}

} // namespace tenantry::usage
