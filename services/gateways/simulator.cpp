// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/simulator.h"

using namespace Qt::StringLiterals;

namespace tenantry::gateways {

namespace {

struct Behaviour {
  ChargeOutcome outcome = ChargeOutcome::Succeeded;
  QString declineCode;
  bool answerIsLost = false;
};

std::optional<Behaviour> behaviourOf(const QString &text) {
  const QString code = text.section(u':', 1);
  const QString name = text.section(u':', 0, 0);
  if (text == "succeeds"_L1)
    return Behaviour{};
  if (text == "times_out"_L1)
    return Behaviour{ChargeOutcome::Succeeded, {}, true};
  if (text == "needs_action"_L1)
    return Behaviour{ChargeOutcome::NeedsAction, u"authentication_required"_s, false};
  if (name == "declines"_L1 && !code.isEmpty())
    return Behaviour{ChargeOutcome::Failed, code, false};
  if (name == "times_out_then"_L1 && !code.isEmpty())
    return Behaviour{ChargeOutcome::Failed, code, true};
  return std::nullopt;
}

QString outcomeName(ChargeOutcome outcome) {
  switch (outcome) {
  case ChargeOutcome::Succeeded:
    return u"succeeded"_s;
  case ChargeOutcome::NeedsAction:
    return u"needs_action"_s;
  default:
    return u"failed"_s;
  }
}

ChargeOutcome outcomeOf(const QString &name) {
  if (name == "succeeded"_L1)
    return ChargeOutcome::Succeeded;
  return name == "needs_action"_L1 ? ChargeOutcome::NeedsAction : ChargeOutcome::Failed;
}

} // namespace

Result<> SimulatorGateway::checkBehaviour(const QString &behaviour) {
  if (!behaviourOf(behaviour))
    return fail(u"payment_method.behaviour_unknown"_s,
                u"“%1” is not a behaviour of the simulator: write succeeds, "
                u"declines:CODE, times_out, times_out_then:CODE or needs_action."_s.arg(behaviour));
  return {};
}

ChargeAnswer SimulatorGateway::charge(const ChargeRequest &request) {
  const auto behaviour = behaviourOf(request.methodReference);
  if (!behaviour)
    return {ChargeOutcome::Failed, u"invalid_method"_s, {}};
  const auto kept = m_session.database.execute("simulator_charge_add",
                                               {{"key", request.idempotencyKey},
                                                {"answer_is_lost", behaviour->answerIsLost},
                                                {"amount", request.amount.minor()},
                                                {"currency", request.amount.currency().code()},
                                                {"outcome", outcomeName(behaviour->outcome)},
                                                {"decline_code", behaviour->declineCode},
                                                {"now", m_session.clock.now()}});
  if (!kept || behaviour->answerIsLost)
    return {ChargeOutcome::Unknown, {}, {}};
  const auto amount = m_session.database.one<std::int64_t>("simulator_charge_amount",
                                                           {{"key", request.idempotencyKey}});
  if (amount && *amount && std::get<0>(**amount) != request.amount.minor())
    return {ChargeOutcome::Contradicted, u"idempotency_error"_s, {}};
  return inquire(request);
}

ChargeAnswer SimulatorGateway::inquire(const ChargeRequest &request) {
  const auto found = m_session.database.one<QString, QString>("simulator_charge_get",
                                                              {{"key", request.idempotencyKey}});
  if (!found)
    return {ChargeOutcome::Unknown, {}, {}};
  if (!*found)
    return {ChargeOutcome::NotFound, {}, {}};
  return {outcomeOf(std::get<0>(**found)), std::get<1>(**found),
          u"sim_"_s + request.idempotencyKey};
}

ChargeAnswer SimulatorGateway::refund(const RefundRequest &request) {
  const auto kept =
      m_session.database.one<bool>("simulator_refund_add", {{"key", request.idempotencyKey},
                                                            {"charge", request.chargeKey},
                                                            {"amount", request.amount.minor()},
                                                            {"now", m_session.clock.now()}});
  if (!kept)
    return {ChargeOutcome::Unknown, {}, {}};
  const bool answerIsLost = *kept && std::get<0>(**kept);
  if (answerIsLost)
    return {ChargeOutcome::Unknown, {}, {}};
  const auto answer = inquireRefund(request);
  if (answer.outcome == ChargeOutcome::NotFound)
    return {ChargeOutcome::Failed, u"charge_unknown"_s, {}};
  return answer;
}

ChargeAnswer SimulatorGateway::inquireRefund(const RefundRequest &request) {
  const auto found = m_session.database.one<QString, QString>("simulator_refund_get",
                                                              {{"key", request.idempotencyKey}});
  if (!found)
    return {ChargeOutcome::Unknown, {}, {}};
  if (!*found)
    return {ChargeOutcome::NotFound, {}, {}};
  return {outcomeOf(std::get<0>(**found)), std::get<1>(**found),
          u"sim_"_s + request.idempotencyKey};
}

} // namespace tenantry::gateways
