// SPDX-License-Identifier: GPL-3.0-or-later
// A second charge that the provider is asked to give back.
#include "services/payments/finding_acts.h"
#include "services/payments/payment_jobs.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

using gateways::ChargeAnswer;
using gateways::ChargeOutcome;

// Each time that it is asked for has a key and a name of its own, for ever; so has another amount.
Result<> FindingActs::follow(gateways::PaymentGateway &gateway, const OrganizationId &organization,
                             const QUuid &id) {
  TENANTRY_TRY(found, Findings(m_session, m_business).byId(organization, id));
  if (!found || found->state != FindingState::Returning)
    return {};
  TENANTRY_CHECK(gateways::checkServes(gateway, found->provider));
  const QString name = u"%1:%2:%3"_s.arg(id.toString(QUuid::WithoutBraces))
                           .arg(found->asked)
                           .arg(found->amount.minor());
  const gateways::RefundRequest request{
      u"finding:"_s + name, {}, found->charge,           found->amount,
      found->provider,      {}, organization.toString(), name};
  ChargeAnswer answer = gateway.inquireRefund(request);
  if (answer.outcome == ChargeOutcome::NotFound)
    answer = gateway.refund(request);
  return returned(*found, answer);
}

Result<> FindingActs::returned(const Finding &finding, const ChargeAnswer &answer) {
  const bool isKnown =
      answer.outcome != ChargeOutcome::Unknown && answer.outcome != ChargeOutcome::NotFound;
  const bool isGiven = answer.outcome == ChargeOutcome::Succeeded;
  return m_session.database.transaction([&]() -> Result<> {
    const Instant now = m_session.clock.now();
    TENANTRY_CHECK(store::lockOrganization(m_session, finding.organization));
    if (!isKnown) {
      constexpr int later = 3; // what a bank has not answered at once takes days
      return enqueueFinding(m_session, finding.organization, finding.id, now + inquiryDelay(later));
    }
    const auto state = isGiven ? FindingState::Closed : FindingState::Open;
    TENANTRY_TRY(moved,
                 m_session.database.execute(
                     "provider_finding_returned",
                     {{"organization", finding.organization},
                      {"finding", finding.id},
                      {"state", toString(state)},
                      {"booked_as", isGiven ? toString(BookAs::GiveBack) : u""_s},
                      {"reason", isGiven ? finding.reason : answer.declineCode},
                      {"asked", finding.asked},
                      {"closed_at", isGiven ? std::optional(now) : std::optional<Instant>()}}));
    if (moved == 0)
      return {};
    auto payload = describe(finding);
    if (!isGiven)
      payload["decline_code"] = answer.declineCode;
    return store::appendEvents(
        m_session, finding.organization,
        {{isGiven ? u"payment.given_back"_s : u"payment.give_back_failed"_s, std::move(payload)}});
  });
}

} // namespace tenantry::payments
