// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/delivery_round.h"

#include "services/automation/composing.h"
#include "services/core/crash_point.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

using namespace std::chrono_literals;

constexpr auto lease = 15min;
constexpr auto lookUp = 200ms; // how soon a stop is noticed while all lanes are busy

std::size_t lanesOf(const DeliverySettings &settings) {
  return static_cast<std::size_t>(std::max(1, settings.connections));
}

} // namespace

DeliveryRound::DeliveryRound(store::Session &session, business::AppliedBusiness &business,
                             const DeliverySettings &settings)
    : m_session(session), m_business(business), m_settings(settings), m_lanes(lanesOf(settings)),
      m_wires(settings.server, lanesOf(settings)) {}

Result<int> DeliveryRound::run(const std::function<Result<>()> &mayGoOn) {
  Result<> done = goRound(mayGoOn);
  m_isOver = true;
  // What is on its way ends as it does, and is written: whoever stops sends nothing twice.
  while (busyLanes() > 0)
    if (const auto ended = finishOnes(lookUp); !ended && done)
      done = ended;
  if (const auto back = giveBackWaiting(); !back && done)
    done = back;
  TENANTRY_CHECK(done);
  return m_tried;
}

Result<> DeliveryRound::goRound(const std::function<Result<>()> &mayGoOn) {
  for (;;) {
    TENANTRY_CHECK(mayGoOn());
    TENANTRY_CHECK(fillLanes());
    if (busyLanes() == 0)
      return {};
    const bool maySpread = !m_isReached && m_open < m_lanes.size();
    TENANTRY_CHECK(finishOnes(maySpread ? m_settings.patience : lookUp));
    if (maySpread && !m_isOver && !freeLane())
      ++m_open;
  }
}

Result<> DeliveryRound::fillLanes() {
  for (auto lane = freeLane(); lane && !m_isOver; lane = freeLane()) {
    TENANTRY_TRY(mail, nextMail());
    if (!mail)
      return {};
    TENANTRY_CHECK(dispatch(*lane, std::move(*mail)));
  }
  return {};
}

std::optional<std::size_t> DeliveryRound::freeLane() const {
  for (std::size_t i = 0; i < m_open; ++i)
    if (!m_lanes[i].carries && !m_lanes[i].isShut)
      return i;
  return std::nullopt;
}

std::size_t DeliveryRound::busyLanes() const {
  return static_cast<std::size_t>(std::count_if(
      m_lanes.begin(), m_lanes.end(), [](const Lane &lane) { return lane.carries.has_value(); }));
}

bool DeliveryRound::isOnItsWay(const QString &recipient) const {
  return std::any_of(m_lanes.begin(), m_lanes.end(), [&](const Lane &lane) {
    return lane.carries &&
           lane.carries->mail.recipient.compare(recipient, Qt::CaseInsensitive) == 0;
  });
}

// The first whose recipient gets none at the moment.
Result<std::optional<Mail>> DeliveryRound::nextMail() {
  for (;;) {
    for (auto next = m_waiting.begin(); next != m_waiting.end(); ++next) {
      if (isOnItsWay(next->mail.recipient))
        continue;
      const Waiting taken = std::move(*next);
      m_waiting.erase(next);
      if (m_session.clock.now() + m_settings.server.limit < taken.leaseUntil)
        return std::optional(taken.mail);
      TENANTRY_CHECK(giveBack(m_session, taken.mail, {})); // others may take it any moment
      return std::optional<Mail>();
    }
    if (m_waiting.size() >= m_lanes.size())
      return std::optional<Mail>();
    TENANTRY_TRY(isMore, claimMore());
    if (!isMore)
      return std::optional<Mail>();
  }
}

// No more than are sent soon: what becomes due meanwhile and is more urgent comes before the rest.
Result<bool> DeliveryRound::claimMore() {
  const Instant leaseUntil = m_session.clock.now() + lease;
  std::vector<QString> busy;
  for (const auto &lane : m_lanes)
    if (lane.carries)
      busy.push_back(lane.carries->mail.recipient);
  const int count = static_cast<int>(m_open == 1 ? 1 : m_lanes.size());
  TENANTRY_TRY(claimed, Repository(m_session).claim(m_settings.from.section(u'@', -1), leaseUntil,
                                                    count, busy));
  for (auto &mail : claimed)
    m_waiting.push_back({std::move(mail), leaseUntil});
  return !claimed.empty();
}

Result<> DeliveryRound::dispatch(std::size_t lane, Mail mail) {
  ++m_tried;
  auto composed = compose(m_session, m_business, m_settings, mail);
  if (!composed) {
    // Its own fault, and no other's: a page that cannot be linked to, for example.
    TENANTRY_CHECK(putOff(m_session, mail, composed.error().toString()));
    m_isOver = m_isOver || !m_session.database.isConnected();
    return {};
  }
  m_lanes[lane].carries = Tried{std::move(mail), composed->token, {}};
  m_wires.send(lane, std::move(composed->letter));
  return {};
}

Tried DeliveryRound::take(SmtpLanes::Finished finished) {
  auto &lane = m_lanes[finished.lane];
  Tried tried = std::move(*lane.carries);
  lane.carries.reset();
  tried.outcome = std::move(finished.outcome);
  if (tried.outcome.handover == Handover::NotReached)
    lane.isShut = true;
  else
    m_isReached = true;
  return tried;
}

// All that have ended are written at once; one that has to wait for others waits no longer than
// they are there already.
Result<> DeliveryRound::finishOnes(std::chrono::milliseconds wait) {
  std::vector<Tried> ended;
  for (auto finished = m_wires.next(wait); finished; finished = m_wires.next(0ms))
    ended.push_back(take(std::move(*finished)));
  if (ended.empty())
    return {};
  if (m_isReached)
    m_open = m_lanes.size();
  crashPoint("mail.before_record");
  return settle(std::move(ended));
}

Result<> DeliveryRound::settle(std::vector<Tried> ended) {
  std::vector<Tried> tried;
  for (auto &one : ended) {
    const auto &outcome = one.outcome;
    const bool isNoMailsFault = outcome.handover == Handover::NotReached && !outcome.hasBegun;
    if (isNoMailsFault && (m_isReached || m_isOver)) {
      --m_tried;
      TENANTRY_CHECK(giveBack(m_session, one.mail, one.token));
      continue;
    }
    m_isOver = m_isOver || (outcome.handover == Handover::NotReached && !m_isReached);
    tried.push_back(std::move(one));
  }
  return recordTried(m_session, tried);
}

Result<> DeliveryRound::giveBackWaiting() {
  for (const auto &waiting : std::exchange(m_waiting, {}))
    TENANTRY_CHECK(giveBack(m_session, waiting.mail, {}));
  return {};
}

} // namespace tenantry::automation
