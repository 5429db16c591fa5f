// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/adoption.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::subscriptions {

namespace {

/// The boundary of a series through `day` that is the last one at or before `start`; `day` itself
/// where it is earlier.
LocalDay countedBack(LocalDay day, int months, LocalDay start) {
  return anchoredBoundary(day, months, std::min(0, anchoredIndex(day, months, start)));
}

// The day of the start comes first, for only it remembers the 31st; a system that cuts every month
// at the 28th has its boundaries elsewhere.
std::optional<LocalDay> anchorOf(LocalDay start, const DayRange &period, int months) {
  for (const LocalDay anchor : {start, countedBack(period.from, months, start),
                                countedBack(period.to, months, start), period.from})
    if (anchor <= period.from &&
        anchoredPeriod(anchor, months, anchoredIndex(anchor, months, period.from)) == period)
      return anchor;
  return std::nullopt;
}

class Adopting {
public:
  Adopting(const Adoption &adoption, const Surroundings &surroundings, Instant now)
      : m_from(adoption), m_around(surroundings), m_now(now),
        m_start(surroundings.zone.dayOf(adoption.startedAt)) {}

  Result<Change> run() {
    describe();
    TENANTRY_CHECK(placeInTime());
    return finish();
  }

private:
  Result<> placeInTime() {
    if (hasEnded(m_from.status))
      return end();
    return m_from.status == Status::Trialing ? keepTrial() : keepPeriod();
  }

  void describe() {
    const auto &plan = m_around.applied->planVersion(m_from.planVersion).plan;
    m_state.organization = m_from.organization;
    m_state.id = makeId<SubscriptionId>(m_now);
    m_state.planId = plan.id;
    m_state.planVersion = m_from.planVersion;
    m_state.status = m_from.status;
    m_state.interval = m_from.interval;
    m_state.currency = m_from.currency;
    m_state.seats = m_from.seats;
    m_state.priceOverride = m_from.priceOverride;
    m_state.startedAt = m_from.startedAt;
    m_state.revision = 0; // it is new here
  }

  Result<> keepPeriod() {
    const auto &zone = m_around.zone;
    const DayRange period =
        m_from.period ? DayRange{zone.dayOf(m_from.period->from), zone.dayOf(m_from.period->to)}
                      : periodAround(std::max(zone.dayOf(m_now), m_start));
    const auto anchor = anchorOf(m_start, period, months());
    if (!anchor)
      return fail(u"subscription.period_invalid"_s,
                  u"The current period from %1 to %2 is not one %3 long."_s.arg(
                      toIso(period.from), toIso(period.to), tenantry::toString(m_from.interval)));
    const bool bySecond =
        m_around.applied->business.invoice.proration == business::Proration::Second;
    if (bySecond && m_from.period)
      m_state.anchorTime = zone.timeOfDay(m_from.period->from);
    place(*anchor, period, {boundaryAt(period.from), boundaryAt(period.to)});
    if (m_state.periodAt.to <= m_from.startedAt)
      return fail(u"subscription.period_invalid"_s,
                  u"The current period ends before the subscription begins."_s);
    m_change.spans.push_back({m_start, SpanKind::Service});
    if (isRunning(m_from.status))
      openPart(true);
    else
      stand(m_from.status == Status::Paused ? SpanKind::Pause : SpanKind::Suspension);
    return {};
  }

  // When it came to stand still is not known: the period that it stands in is.
  void stand(SpanKind kind) {
    if (m_state.period.from <= m_start)
      m_change.spans.clear();
    m_change.spans.push_back({std::max(m_state.period.from, m_start), kind});
  }

  Result<> keepTrial() {
    if (!m_from.trialEnd)
      return fail(u"subscription.date_invalid"_s,
                  u"It is trialing, and does not say until when."_s);
    const LocalDay end = m_around.zone.dayOf(*m_from.trialEnd);
    if (end <= m_start)
      return fail(u"subscription.date_invalid"_s, u"Its trial ends before it begins."_s);
    m_state.trialEnd = end;
    m_state.trialEndAt = m_around.zone.midnight(end);
    m_state.trialReminded = m_around.zone.midnight(end - trialReminderBefore) <= m_now;
    place(end, {m_start, end}, {m_from.startedAt, *m_state.trialEndAt});
    m_state.periodIndex = -1;
    m_change.spans.push_back({m_start, SpanKind::Trial});
    openPart(false);
    return {};
  }

  Result<> end() {
    if (!m_from.endedAt)
      return fail(u"subscription.date_invalid"_s, u"It has ended, and does not say when."_s);
    if (*m_from.endedAt <= m_from.startedAt)
      return fail(u"subscription.date_invalid"_s, u"It ends before it begins."_s);
    const LocalDay last = m_around.zone.dayOf(*m_from.endedAt - 1us);
    const LocalDay on = m_around.zone.dayOf(*m_from.endedAt);
    DayRange period = periodAround(last);
    period.to = last + std::chrono::days(1);
    place(m_start, period, {boundaryAt(period.from), *m_from.endedAt});
    m_state.endedAt = m_from.endedAt;
    m_change.spans = {{m_start, SpanKind::Service}, {on, std::nullopt}};
    moveThroughMrr();
    return {};
  }

  void moveThroughMrr() {
    Subscription running = m_state;
    running.status = Status::Active;
    const auto twelfths = mrrTwelfths(running, m_around);
    if (twelfths == 0)
      return;
    const MrrMovement in{m_state.organization, m_state.id, m_state.currency, 0, twelfths,
                         m_from.startedAt};
    const MrrMovement out{m_state.organization, m_state.id, m_state.currency, twelfths, 0,
                          *m_from.endedAt};
    m_change.movements = {in, out};
  }

  void place(LocalDay anchor, const DayRange &period, InstantRange at) {
    m_state.anchor = anchor;
    m_state.periodIndex = anchoredIndex(anchor, months(), period.from);
    m_state.period = period;
    if (m_start == period.from)
      at.from = std::min(m_from.startedAt, at.to - 1us); // it began within that day
    m_state.periodAt = at;
  }

  void openPart(bool billable) {
    m_change.opened.push_back({m_state.organization, m_state.id, m_state.planVersion,
                               m_state.periodAt, m_state.periodAt.from, m_state.period, billable});
  }

  /// Nothing is due at the start itself: advancing to it only settles MRR and the next due time.
  Change finish() {
    Change settled = advance(m_state, m_around, m_from.startedAt, Advance::PeriodsOnly);
    m_change.after = std::move(settled.after);
    m_change.movements.insert(m_change.movements.end(), settled.movements.begin(),
                              settled.movements.end());
    m_change.revisionBefore = 0;
    m_change.entitlementsChanged = !hasEnded(m_from.status);
    m_change.events = {{u"subscription.created"_s,
                        {{"subscription", m_state.id.toString().toStdString()},
                         {"plan", m_state.planId.toStdString()},
                         {"status", toString(m_state.status).toStdString()},
                         {"imported", true}}}};
    return std::move(m_change);
  }

  [[nodiscard]] DayRange periodAround(LocalDay day) const {
    return anchoredPeriod(m_start, months(), anchoredIndex(m_start, months(), day));
  }
  [[nodiscard]] Instant boundaryAt(LocalDay day) const {
    return m_state.anchorTime == 0us ? m_around.zone.midnight(day)
                                     : m_around.zone.at(day, m_state.anchorTime);
  }
  [[nodiscard]] int months() const { return monthsOf(m_from.interval); }

  const Adoption &m_from;
  const Surroundings &m_around;
  Instant m_now;
  LocalDay m_start;
  Subscription m_state;
  Change m_change;
};

} // namespace

Result<Change> adopt(const Adoption &adoption, const Surroundings &surroundings, Instant now) {
  return Adopting(adoption, surroundings, now).run();
}

} // namespace tenantry::subscriptions
