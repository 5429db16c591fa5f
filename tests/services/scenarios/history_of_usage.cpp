// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/reservations.h"
#include "services/usage/service.h"
#include "tests/services/scenarios/history.h"

using namespace Qt::StringLiterals;

namespace tenantry::tests {

using std::chrono::hours;

Result<> History::use() {
  std::vector<usage::UsageEvent> events(static_cast<std::size_t>(1 + below(3)));
  QStringList what;
  for (auto &event : events) {
    event.organization = m_id;
    event.key = key();
    event.metric = oneOf({u"api_calls"_s, u"storage_gb"_s, u"gigabytes"_s, u"level"_s, u"people"_s,
                          u"calls"_s, u"volume"_s});
    event.quantity = below(event.metric == u"level"_s ? 120 : 4'000);
    event.occurredAt = m_session.clock.now() - (oneIn(3) ? hours(below(24 * 65)) : hours(0));
    if (event.metric == u"people"_s)
      event.dimensions[u"user"_s] = oneOf({u"ana"_s, u"ben"_s, u"cem"_s, u"dea"_s});
    what += u"%1 %2 at %3"_s.arg(event.quantity).arg(event.metric, toIso(event.occurredAt));
  }
  usage::UsageService service(m_session, m_business);
  const bool isSingle = events.size() == 1;
  TENANTRY_CHECK(attempt((isSingle ? u"use "_s : u"send a batch: "_s) + what.join(u", "_s),
                         Again::ChangesNothing, [&]() -> Result<> {
                           if (!isSingle) {
                             TENANTRY_CHECK(service.ingest(events));
                             return {};
                           }
                           TENANTRY_TRY(quota, service.record(events.front()));
                           if (quota.hard && quota.isLimited() &&
                               events.front().occurredAt == m_session.clock.now() &&
                               quota.used > *quota.limit && quota.used == events.front().quantity)
                             return broken(u"a hard limit let more in"_s);
                           return {};
                         }));
  for (const auto &event : events)
    m_used.emplace_back(event.metric, event.key);
  if (oneIn(4))
    mayFollow(&History::correctUsage);
  return {};
}

Result<> History::correctUsage() {
  if (m_used.empty())
    return use();
  const auto &[metric, corrected] =
      m_used[static_cast<std::size_t>(below(static_cast<int>(m_used.size())))];
  usage::UsageEvent event;
  event.organization = m_id;
  event.key = key();
  event.metric = metric;
  event.quantity = -1 - below(500);
  event.corrects = corrected;
  event.occurredAt = m_session.clock.now();
  return attempt(u"correct %1 by %2"_s.arg(corrected).arg(event.quantity), Again::ChangesNothing,
                 [&] { return usage::UsageService(m_session, m_business).correct(event); });
}

Result<> History::reserve() {
  usage::Reservations reservations(m_session, m_business);
  const auto held = key();
  const usage::ReservationRequest request{held, oneOf({u"calls"_s, u"level"_s, u"api_calls"_s}),
                                          1 + below(90)};
  TENANTRY_CHECK(
      attempt(u"reserve %1"_s.arg(request.metric), Again::ChangesNothing, [&]() -> Result<> {
        TENANTRY_CHECK(reservations.reserve(m_id, {request}, hours(20)));
        return {};
      }));
  if (oneIn(3))
    return attempt(u"release"_s, Again::ChangesNothing, [&]() -> Result<> {
      TENANTRY_CHECK(reservations.release(m_id, {held}));
      return {};
    });
  return attempt(u"commit"_s, Again::ChangesNothing, [&]() -> Result<> {
    TENANTRY_CHECK(reservations.commit(m_id, {{held, {}, {}}}));
    return {};
  });
}

} // namespace tenantry::tests
