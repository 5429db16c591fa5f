// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/findings.h"

#include "services/core/log.h"
#include "services/payments/finding_acts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

constexpr std::array findingStateWords{
    std::pair{FindingState::Open, "open"_L1}, std::pair{FindingState::Returning, "returning"_L1},
    std::pair{FindingState::Booked, "booked"_L1}, std::pair{FindingState::Closed, "closed"_L1}};

Result<Finding> findingOf(const OrganizationId &organization, const store::Row &row) {
  Finding one;
  one.organization = organization;
  one.id = row.get<QUuid>(0);
  one.kind = parseContradictionKind(row.get<QString>(1)).value_or(ContradictionKind::Dispute);
  one.attempt = row.get<PaymentAttemptId>(2);
  one.invoice = row.get<InvoiceId>(3);
  one.charge = row.get<QString>(4);
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(6)));
  one.amount = Money(row.get<std::int64_t>(5), currency);
  one.said = row.get<QString>(7);
  one.reason = row.get<QString>(8);
  one.isWithdrawn = row.get<bool>(9);
  for (const auto &[state, word] : findingStateWords)
    if (row.get<QString>(10) == word)
      one.state = state;
  one.bookedAs = row.get<QString>(11);
  one.openedAt = row.get<Instant>(12);
  one.provider = row.get<QString>(13);
  one.reference = row.get<QString>(14);
  one.asked = row.get<int>(15);
  one.readAt = row.get<Instant>(16);
  return one;
}

Result<std::optional<Finding>> findingIn(const OrganizationId &organization,
                                         const store::Rows &rows) {
  if (rows.isEmpty())
    return std::optional<Finding>();
  TENANTRY_TRY(found, findingOf(organization, rows[0]));
  return std::optional(std::move(found));
}

std::optional<Instant> closedAt(FindingState state, Instant now) {
  const bool isOpen = state == FindingState::Open || state == FindingState::Returning;
  return isOpen ? std::nullopt : std::optional(now);
}

} // namespace

QString toString(FindingState state) {
  for (const auto &[known, word] : findingStateWords)
    if (known == state)
      return word;
  return {};
}

bool Finding::hasEnded() const {
  static const std::array running{"needs_response"_L1, "under_review"_L1,
                                  "warning_needs_response"_L1, "warning_under_review"_L1};
  return kind == ContradictionKind::Dispute &&
         std::none_of(running.begin(), running.end(), [this](auto word) { return said == word; });
}

bool Finding::comesToNothing() const {
  if (kind == ContradictionKind::RefundedElsewhere)
    return said == "failed"_L1 || said == "canceled"_L1;
  if (kind == ContradictionKind::SecondCharge)
    return said == "refunded"_L1;
  return hasEnded() && (said == "won"_L1 || (said != "lost"_L1 && !isWithdrawn));
}

Json describe(const Finding &finding) {
  return {{"finding", finding.id.toString(QUuid::WithoutBraces)},
          {"invoice", finding.invoice},
          {"attempt", finding.attempt},
          {"amount", finding.amount.minor()},
          {"currency", finding.amount.currency().code()},
          {"reference", finding.reference}};
}

Result<> Findings::hear(const Finding &now) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, now.organization));
    TENANTRY_TRY(stored, find(now.organization, now.provider, now.reference));
    return stored ? move(*stored, now) : add(now);
  });
}

Result<std::optional<Finding>> Findings::find(const OrganizationId &organization,
                                              const QString &provider, const QString &reference) {
  TENANTRY_TRY(rows,
               m_session.database.query("provider_finding_heard", {{"organization", organization},
                                                                   {"provider", provider},
                                                                   {"reference", reference}}));
  return findingIn(organization, rows);
}

Result<std::optional<Finding>> Findings::byId(const OrganizationId &organization, const QUuid &id) {
  TENANTRY_TRY(rows, m_session.database.query("provider_finding_by_id",
                                              {{"organization", organization}, {"finding", id}}));
  return findingIn(organization, rows);
}

Result<> Findings::add(Finding finding) {
  const Instant now = m_session.clock.now();
  finding.id = makeUuidV7(now);
  TENANTRY_TRY(isOld, wasToldBefore(finding));
  finding.state = isOld || finding.comesToNothing() ? FindingState::Closed : FindingState::Open;
  TENANTRY_CHECK(m_session.database.execute("provider_finding_add",
                                            {{"organization", finding.organization},
                                             {"finding", finding.id},
                                             {"kind", toString(finding.kind)},
                                             {"provider", finding.provider},
                                             {"reference", finding.reference},
                                             {"charge", finding.charge},
                                             {"attempt", finding.attempt},
                                             {"invoice", finding.invoice},
                                             {"amount", finding.amount.minor()},
                                             {"currency", finding.amount.currency().code()},
                                             {"said", finding.said},
                                             {"reason", finding.reason},
                                             {"withdrawn", finding.isWithdrawn},
                                             {"state", toString(finding.state)},
                                             {"opened_at", finding.openedAt},
                                             {"closed_at", closedAt(finding.state, now)},
                                             {"read_at", finding.readAt}}));
  if (isOld)
    return {};
  spdlog::critical("payments: attempt {} needs a person: {} {}", finding.attempt.toString(),
                   toString(finding.kind), finding.reference);
  auto payload = describe(finding);
  const bool isDispute = finding.kind == ContradictionKind::Dispute;
  if (isDispute)
    payload["reason"] = finding.reason;
  else
    payload["decline_code"] = toString(finding.kind);
  TENANTRY_CHECK(store::appendEvents(
      m_session, finding.organization,
      {{isDispute ? u"payment.disputed"_s : u"payment.contradicted"_s, std::move(payload)}}));
  return finding.hasEnded() ? tellEnd(finding) : Result<>();
}

/// What a person has ended waits again where the provider's word is another by now.
Result<> Findings::move(const Finding &stored, const Finding &now) {
  auto next = now;
  next.id = stored.id;
  next.state = stored.state;
  next.bookedAs = stored.bookedAs;
  if (stored.state == FindingState::Booked || now.comesToNothing())
    next.amount = stored.amount; // what was booked, or was last there
  const bool isSame = next.said == stored.said && next.isWithdrawn == stored.isWithdrawn &&
                      next.amount == stored.amount;
  if (isSame || now.readAt < stored.readAt) // two workers read at once
    return {};
  const bool isBooked = stored.state == FindingState::Booked;
  const bool endsBooked = isBooked && next.kind != ContradictionKind::SecondCharge;
  if (next.comesToNothing() && (!isBooked || endsBooked))
    next.state = FindingState::Closed;
  else if (stored.state == FindingState::Closed)
    next.state = FindingState::Open;
  TENANTRY_CHECK(m_session.database.execute(
      "provider_finding_move", {{"organization", next.organization},
                                {"finding", next.id},
                                {"amount", next.amount.minor()},
                                {"currency", next.amount.currency().code()},
                                {"said", next.said},
                                {"reason", next.reason},
                                {"withdrawn", next.isWithdrawn},
                                {"state", toString(next.state)},
                                {"closed_at", closedAt(next.state, m_session.clock.now())},
                                {"read_at", next.readAt}}));
  if (next.hasEnded() && next.said != stored.said)
    TENANTRY_CHECK(tellEnd(next));
  if (isBooked && next.state == FindingState::Closed) {
    // Nothing else tells of it: a refund and a payout that fail are told of as such.
    if (stored.bookedAs == toString(BookAs::Loss) && next.kind != ContradictionKind::Dispute)
      TENANTRY_CHECK(tellChange(next));
    return FindingActs(m_session, m_business).bookBack(stored);
  }
  if (stored.state == FindingState::Returning && next.state == FindingState::Closed)
    return store::appendEvents(m_session, next.organization,
                               {{u"payment.given_back"_s, describe(next)}});
  return next.hasEnded() && next.said != stored.said ? Result<>() : tellChange(next);
}

Result<bool> Findings::wasToldBefore(const Finding &finding) {
  if (finding.kind == ContradictionKind::Dispute)
    return false;
  TENANTRY_TRY(
      told, m_session.database.query("provider_news_told", {{"organization", finding.organization},
                                                            {"reference", finding.reference}}));
  return !told.isEmpty();
}

Result<> Findings::tellChange(const Finding &finding) {
  if (finding.state == FindingState::Open)
    spdlog::critical("payments: attempt {} needs a person: {} {} is {}", finding.attempt.toString(),
                     toString(finding.kind), finding.reference, finding.said);
  auto payload = describe(finding);
  payload["said"] = finding.said;
  payload["withdrawn"] = finding.isWithdrawn;
  return store::appendEvents(m_session, finding.organization,
                             {{u"payment.finding_changed"_s, std::move(payload)}});
}

Result<> Findings::tellEnd(const Finding &finding) {
  auto payload = describe(finding);
  payload["outcome"] = finding.said;
  return store::appendEvents(m_session, finding.organization,
                             {{u"payment.dispute_ended"_s, std::move(payload)}});
}

} // namespace tenantry::payments
