// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_gateway.h"

using namespace Qt::StringLiterals;

namespace tenantry::gateways {

namespace {

const QString intents = u"/v1/payment_intents"_s;
const QString refunds = u"/v1/refunds"_s;

/// What metadata says under a key; objects of others have other keys, or none.
QString metadataAt(const Json &object, const char *key) {
  const auto found = object.find("metadata");
  return found != object.end() ? textAt(*found, key) : QString();
}

struct Search {
  StripeAnswer failure; ///< where it did not come to its end
  std::vector<Json> found;
  bool isComplete = false;
};

/// All objects of a list whose metadata say that.
Search searchList(StripeClient &client, const QString &path, StripeFields query, const char *key,
                  const QString &value) {
  constexpr int mostPages = 50;
  Search search;
  query.emplace_back(u"limit"_s, u"100"_s);
  QString after;
  for (int page = 0; page < mostPages; ++page) {
    StripeFields fields = query;
    if (!after.isEmpty())
      fields.emplace_back(u"starting_after"_s, after);
    StripeAnswer answer = client.get(path, fields);
    const auto data = answer.body.find("data");
    if (!answer.isGood() || data == answer.body.end() || !data->is_array()) {
      search.failure = std::move(answer);
      return search;
    }
    for (const auto &object : *data) {
      if (metadataAt(object, key) == value)
        search.found.push_back(object);
      after = textAt(object, "id");
    }
    const auto more = answer.body.find("has_more");
    if (more == answer.body.end() || !more->is_boolean() || !more->get<bool>() || after.isEmpty()) {
      search.isComplete = true;
      return search;
    }
  }
  return search;
}

} // namespace

ChargeAnswer StripeGateway::charge(const ChargeRequest &request) {
  const auto amount = stripeAmount(request.amount);
  if (!amount)
    return {ChargeOutcome::Failed, u"amount_not_chargeable"_s, {}};
  const auto answer = m_client->post(intents,
                                     {{u"amount"_s, QString::number(*amount)},
                                      {u"currency"_s, request.amount.currency().code().toLower()},
                                      {u"customer"_s, request.customerReference},
                                      {u"payment_method"_s, request.methodReference},
                                      {u"confirm"_s, u"true"_s},
                                      {u"off_session"_s, u"true"_s},
                                      {u"error_on_requires_action"_s, u"true"_s},
                                      {u"description"_s, request.description},
                                      {u"metadata[organization]"_s, request.organization},
                                      {u"metadata[attempt]"_s, request.attempt}},
                                     request.idempotencyKey);
  return answer.isGood() ? settle(answer.body, request) : readChargeError(answer);
}

ChargeAnswer StripeGateway::inquire(const ChargeRequest &request) {
  if (request.reference.isEmpty())
    return inquireByList(request);
  const auto answer = m_client->get(intents + u'/' + request.reference);
  return answer.isGood() ? settle(answer.body, request) : readInquiryError(answer);
}

// An intent that was made is in the list at once, whatever became of the answer. Of several under
// one attempt, which only a fault of ours could make, the one that took money counts.
ChargeAnswer StripeGateway::inquireByList(const ChargeRequest &request) {
  constexpr std::chrono::hours clocksDiffer{24};
  const auto since =
      std::chrono::floor<std::chrono::seconds>(request.beganAt - clocksDiffer).time_since_epoch();
  const auto search = searchList(*m_client, intents,
                                 {{u"customer"_s, request.customerReference},
                                  {u"created[gte]"_s, QString::number(since.count())}},
                                 "attempt", request.attempt);
  if (!search.isComplete)
    return readInquiryError(search.failure);
  if (search.found.empty())
    return {ChargeOutcome::NotFound, {}, {}};
  for (const auto &intent : search.found)
    if (const auto word = readIntent(intent, request.amount);
        word.answer.outcome == ChargeOutcome::Succeeded)
      return word.answer;
  return settle(search.found.front(), request);
}

ChargeAnswer StripeGateway::settle(const Json &intent, const ChargeRequest &request) {
  const auto word = readIntent(intent, request.amount);
  return word.isUnfinished ? cancel(word, request) : word.answer;
}

// Where it went on in the meantime Stripe refuses to cancel it, and it is read again.
ChargeAnswer StripeGateway::cancel(const IntentWord &word, const ChargeRequest &request) {
  const QString path = intents + u'/' + word.answer.reference;
  StripeFields why;
  if (word.waitsForCustomer)
    why.emplace_back(u"cancellation_reason"_s, QString::fromLatin1(waitsForCustomerReason));
  auto answer = m_client->post(path + u"/cancel"_s, why, request.idempotencyKey + u":cancel"_s);
  if (!answer.isGood() && !answer.isSilent() && !answer.isPutOff())
    answer = m_client->get(path);
  if (!answer.isGood())
    return {ChargeOutcome::Unknown, {}, word.answer.reference};
  return readIntent(answer.body, request.amount).answer;
}

ChargeAnswer StripeGateway::refund(const RefundRequest &request) {
  const auto amount = stripeAmount(request.amount);
  if (!amount)
    return {ChargeOutcome::Failed, u"amount_not_chargeable"_s, {}};
  const auto answer = m_client->post(refunds,
                                     {{u"payment_intent"_s, request.chargeReference},
                                      {u"amount"_s, QString::number(*amount)},
                                      {u"metadata[organization]"_s, request.organization},
                                      {u"metadata[refund]"_s, request.refund}},
                                     request.idempotencyKey);
  return answer.isGood() ? readRefund(answer.body, request.amount) : readRefundError(answer);
}

ChargeAnswer StripeGateway::inquireRefund(const RefundRequest &request) {
  if (!request.reference.isEmpty()) {
    const auto answer = m_client->get(refunds + u'/' + request.reference);
    return answer.isGood() ? readRefund(answer.body, request.amount) : readInquiryError(answer);
  }
  const auto search =
      searchList(*m_client, refunds, {{u"payment_intent"_s, request.chargeReference}}, "refund",
                 request.refund);
  if (!search.isComplete)
    return readInquiryError(search.failure);
  if (search.found.empty())
    return {ChargeOutcome::NotFound, {}, {}};
  return readRefund(search.found.front(), request.amount);
}

} // namespace tenantry::gateways
