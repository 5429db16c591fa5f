// SPDX-License-Identifier: GPL-3.0-or-later
// What tests see of the stand-in, and do to it.
#include "tests/support/stripe_double.h"

#include <QMessageAuthenticationCode>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::tests {

int StripeDouble::charges() const {
  const std::lock_guard guard(m_mutex);
  return static_cast<int>(std::count_if(m_intents.begin(), m_intents.end(), [](const Json &each) {
    return each["status"] == "succeeded";
  }));
}

int StripeDouble::refunds() const {
  const std::lock_guard guard(m_mutex);
  return static_cast<int>(std::count_if(m_refunds.begin(), m_refunds.end(), [](const Json &each) {
    return each["status"] == "succeeded";
  }));
}

std::vector<Json> StripeDouble::intents() const {
  const std::lock_guard guard(m_mutex);
  return m_intents;
}

std::vector<Json> StripeDouble::refundList() const {
  const std::lock_guard guard(m_mutex);
  return m_refunds;
}

std::vector<Json> StripeDouble::sessions() const {
  const std::lock_guard guard(m_mutex);
  return m_sessions;
}

int StripeDouble::customers() const {
  const std::lock_guard guard(m_mutex);
  return static_cast<int>(m_customers.size());
}

int StripeDouble::asked(const QByteArray &what) const {
  const std::lock_guard guard(m_mutex);
  return m_asked.value(what);
}

QMap<QString, QString> StripeDouble::lastFields(const QByteArray &what) const {
  const std::lock_guard guard(m_mutex);
  return m_lastFields.value(what);
}

QString StripeDouble::objection() const {
  const std::lock_guard guard(m_mutex);
  return m_objection;
}

std::vector<Json> StripeDouble::events() const {
  const std::lock_guard guard(m_mutex);
  return m_events;
}

void StripeDouble::forgetKeys() {
  const std::lock_guard guard(m_mutex);
  m_kept.clear();
}

void StripeDouble::finish(const QString &id, const QString &status, const QString &code) {
  const std::lock_guard guard(m_mutex);
  if (Json *intent = at(m_intents, id)) {
    if (status == "succeeded"_L1)
      return paid(*intent);
    return failed(*intent, u"card_declined"_s, code);
  }
  if (Json *refund = at(m_refunds, id)) {
    (*refund)["status"] = status;
    (*refund)["failure_reason"] = code;
    tell(u"refund.updated"_s, *refund);
  }
}

Json StripeDouble::makeIntent(const Json &with) {
  const std::lock_guard guard(m_mutex);
  Json intent{{"id", newId("pi")},     {"object", "payment_intent"}, {"amount", 100},
              {"amount_received", 0},  {"currency", "usd"},          {"customer", "cus_other"},
              {"status", "succeeded"}, {"created", m_now.load()},    {"metadata", Json::object()}};
  intent.update(with);
  m_intents.push_back(intent);
  return intent;
}

Json StripeDouble::makeDispute(const Json &with) {
  const std::lock_guard guard(m_mutex);
  Json *dispute = with.contains("id") ? at(m_disputes, with["id"].get<QString>()) : nullptr;
  if (dispute == nullptr) {
    m_disputes.push_back({{"id", newId("dp")},
                          {"object", "dispute"},
                          {"amount", 100},
                          {"currency", "usd"},
                          {"created", m_now.load()},
                          {"reason", "fraudulent"},
                          {"status", "needs_response"},
                          {"balance_transactions", Json::array()}});
    dispute = &m_disputes.back();
  }
  dispute->update(with);
  return *dispute;
}

void StripeDouble::tell(const QString &type, const Json &object) {
  m_events.push_back({{"id", newId("evt")},
                      {"object", "event"},
                      {"type", type},
                      {"created", m_now + static_cast<int>(m_events.size())},
                      {"data", {{"object", object}}}});
}

Json StripeDouble::event(const QString &type, const Json &object, std::int64_t created) {
  const std::lock_guard guard(m_mutex);
  tell(type, object);
  m_events.back()["created"] = created;
  return m_events.back();
}

QByteArray StripeDouble::signatureOf(const QByteArray &body, std::int64_t at,
                                     const QByteArray &secret) {
  const auto time = QByteArray::number(qint64(at));
  return "t=" + time + ",v1=" +
         QMessageAuthenticationCode::hash(time + '.' + body, secret, QCryptographicHash::Sha256)
             .toHex();
}

} // namespace tenantry::tests
