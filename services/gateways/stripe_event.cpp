// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_event.h"

#include "services/gateways/stripe_client.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::gateways {

namespace {

/// An id or a word of Stripe's; nothing a person has typed looks like one for long.
bool isWord(const QString &text) {
  static const QRegularExpression word(u"^[A-Za-z0-9_.-]{1,255}$"_s);
  return word.match(text).hasMatch();
}

QString wordAt(const Json &object, const char *key) {
  const QString text = textAt(object, key);
  return isWord(text) ? text : QString();
}

} // namespace

Result<ProviderEvent> readStripeEvent(const QByteArray &body) {
  const auto invalid = [] {
    return fail(u"stripe.event_invalid"_s, u"This is not an event from Stripe."_s);
  };
  const auto json = parseJson(body);
  if (!json || !json->is_object())
    return invalid();
  ProviderEvent event;
  event.id = wordAt(*json, "id");
  event.type = wordAt(*json, "type");
  const auto created = json->find("created");
  const auto data = json->find("data");
  constexpr std::int64_t latest = 253'402'300'799; // the year 9999
  if (event.id.isEmpty() || event.type.isEmpty() || created == json->end() ||
      !created->is_number_integer() || created->get<std::int64_t>() < 0 ||
      created->get<std::int64_t>() > latest || data == json->end() || !data->is_object() ||
      !data->contains("object") || !(*data)["object"].is_object())
    return invalid();
  event.happenedAt = Instant(std::chrono::seconds(created->get<std::int64_t>()));
  const Json &object = (*data)["object"];
  event.object = wordAt(object, "id");
  for (const auto *key : {"payment_intent", "currency", "reason"})
    if (const QString word = wordAt(object, key); !word.isEmpty())
      event.facts[key] = word;
  if (const auto amount = object.find("amount");
      amount != object.end() && amount->is_number_integer())
    event.facts["amount"] = *amount;
  return event;
}

} // namespace tenantry::gateways
