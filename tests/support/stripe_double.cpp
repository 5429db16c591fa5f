// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stripe_double.h"

#include <QMessageAuthenticationCode>
#include <QUrlQuery>
#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::tests {

namespace {

QString wordOf(const Json &object, const char *name) {
  return object.contains(name) && object[name].is_string() ? object[name].get<QString>()
                                                           : QString();
}

QByteArray errorBody(const QString &type, const QString &code, const Json &more = Json::object()) {
  Json error{{"type", type}, {"message", "No."}};
  if (!code.isEmpty())
    error["code"] = code;
  error.update(more);
  return toBytes(Json{{"error", error}});
}

QMap<QString, QString> formOf(const QByteArray &text) {
  QMap<QString, QString> fields;
  for (const auto &[name, value] :
       QUrlQuery(QString::fromLatin1(text)).queryItems(QUrl::FullyDecoded))
    fields.insert(name, value);
  return fields;
}

Json metadataOf(const QMap<QString, QString> &fields, const QString &prefix = u"metadata"_s) {
  Json metadata = Json::object();
  for (auto field = fields.begin(); field != fields.end(); ++field)
    if (field.key().startsWith(prefix + u'[') && field.key().endsWith(u']'))
      metadata[field.key().mid(prefix.size() + 1).chopped(1).toStdString()] = field.value();
  return metadata;
}

} // namespace

StripeDouble::StripeDouble() {
  m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 ||
      ::listen(m_listener, 64) != 0 ||
      ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
    qFatal("the stand-in for Stripe has no port");
  m_port = ntohs(address.sin_port);
  m_thread = std::thread([this] { serve(); });
}

StripeDouble::~StripeDouble() {
  m_isStopping = true;
  m_thread.join();
  ::close(m_listener);
}

void StripeDouble::serve() {
  while (!m_isStopping) {
    pollfd waiting{m_listener, POLLIN, 0};
    if (::poll(&waiting, 1, 10) <= 0)
      continue;
    const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket >= 0)
      m_talks.emplace_back([this, socket] { talk(socket); });
  }
  for (auto &each : m_talks)
    each.join();
}

/// One request of a connection, then it is closed.
void StripeDouble::talk(int socket) {
  QByteArray text;
  std::array<char, 4096> part{};
  qsizetype end = -1;
  qsizetype length = 0;
  while (!m_isStopping && (end < 0 || text.size() < end + 4 + length)) {
    pollfd waiting{socket, POLLIN, 0};
    if (::poll(&waiting, 1, 10) <= 0)
      continue;
    const auto count = ::recv(socket, part.data(), part.size(), 0);
    if (count <= 0)
      break;
    text.append(part.data(), static_cast<qsizetype>(count));
    end = text.indexOf("\r\n\r\n");
    const auto at = text.toLower().indexOf("content-length:");
    if (end >= 0 && at >= 0 && at < end)
      length = text.mid(at + 15, text.indexOf('\r', at) - at - 15).trimmed().toLongLong();
  }
  const auto lines = text.left(end).split('\n');
  const auto words = lines.value(0).split(' ');
  Asked asked;
  asked.method = words.value(0);
  const auto target = words.value(1);
  const auto question = target.indexOf('?');
  asked.path = question < 0 ? target : target.left(question);
  asked.fields = formOf(asked.method == "POST" ? text.mid(end + 4) : target.mid(question + 1));
  for (const auto &line : lines) {
    const auto colon = line.indexOf(':');
    const auto name = line.left(colon).toLower();
    const auto value = line.mid(colon + 1).trimmed();
    if (name == "authorization")
      asked.isAuthorized = value == QByteArray("Bearer ") + key;
    if (name == "stripe-version")
      asked.hasVersion = value == "2024-06-20";
    if (name == "idempotency-key")
      asked.idempotencyKey = value;
  }
  const auto said = end < 0 ? Answer{.isDropped = true} : answer(asked);
  for (int waited = 0; said.isLate && !m_isStopping && waited < 100; ++waited)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  if (!said.isDropped) {
    const QByteArray answered =
        "HTTP/1.1 " + QByteArray::number(said.status) + " As told\r\nContent-Type: " +
        (said.isPage ? "text/html; charset=utf-8" : "application/json") +
        (said.status == 302 ? "\r\nLocation: /v1/elsewhere" : "") +
        (said.location.isEmpty() ? QByteArray() : "\r\nLocation: " + said.location) +
        "\r\nConnection: close" + "\r\nContent-Length: " + QByteArray::number(said.body.size()) +
        "\r\n\r\n" + said.body;
    for (qsizetype sent = 0; sent < answered.size();) {
      const auto count = ::send(socket, answered.constData() + sent,
                                static_cast<size_t>(answered.size() - sent), MSG_NOSIGNAL);
      if (count <= 0)
        break;
      sent += count;
    }
  }
  ::close(socket);
}

StripeDouble::Answer StripeDouble::answer(const Asked &asked) {
  const std::lock_guard guard(m_mutex);
  const auto what = asked.method + ' ' + asked.path;
  ++m_asked[what];
  m_lastFields[what] = asked.fields;
  if (asked.path.startsWith("/c/pay/"))
    return page(asked);
  if (!asked.hasVersion || (asked.method == "POST") != !asked.idempotencyKey.isEmpty() ||
      asked.idempotencyKey.size() > 255)
    m_objection = QString::fromLatin1(what);
  if (!asked.isAuthorized)
    return {401, errorBody(u"invalid_request_error"_s, {})};
  if (auto waiting = m_troubles.value(what); !waiting.isEmpty()) {
    const auto kind = waiting.takeFirst();
    m_troubles.insert(what, waiting);
    return troubled(kind, asked);
  }
  return carryOut(asked);
}

StripeDouble::Answer StripeDouble::troubled(const QString &kind, const Asked &asked) {
  if (kind == "409"_L1)
    return {409, errorBody(u"invalid_request_error"_s, u"idempotency_key_in_use"_s)};
  if (kind == "400"_L1)
    return {400, errorBody(u"invalid_request_error"_s, u"parameter_invalid"_s)};
  if (kind == "403"_L1)
    return {403, errorBody(u"invalid_request_error"_s, {})};
  if (kind == "500"_L1)
    return {500, errorBody(u"api_error"_s, {})};
  if (kind == "drop_unheard"_L1)
    return {.isDropped = true};
  auto done = carryOut(asked);
  done.isDropped = kind == "drop"_L1;
  done.isLate = kind == "silent"_L1;
  return done;
}

StripeDouble::Answer StripeDouble::carryOut(const Asked &asked) {
  if (asked.method == "GET")
    return answerNew(asked);
  if (const auto kept = m_kept.constFind(asked.idempotencyKey); kept != m_kept.constEnd()) {
    if (kept->fields != asked.fields)
      return {400, errorBody(u"idempotency_error"_s, {})};
    return {kept->answer.status, kept->answer.body};
  }
  auto said = answerNew(asked);
  if (said.isKept)
    m_kept.insert(asked.idempotencyKey, {asked.fields, said});
  return said;
}

StripeDouble::Answer StripeDouble::answerNew(const Asked &asked) {
  const auto parts = asked.path.split('/'); // "", "v1", what, id, act
  const auto kind = parts.value(2);
  const QString id = QString::fromLatin1(parts.value(3));
  if (asked.method == "GET" && kind == "payment_intents")
    return id.isEmpty() ? list(m_intents, asked, "customer") : find(m_intents, id);
  if (asked.method == "GET" && kind == "refunds")
    return id.isEmpty() ? list(m_refunds, asked, "payment_intent") : find(m_refunds, id);
  if (asked.method == "GET" && kind == "disputes")
    return find(m_disputes, id);
  if (asked.method == "GET" && kind == "setup_intents")
    return find(m_setups, id);
  if (kind == "payment_intents")
    return parts.value(4) == "cancel" ? cancel(id, asked) : charge(asked);
  if (kind == "refunds")
    return refund(asked);
  if (kind == "customers") {
    m_customers.push_back({{"id", newId("cus")}, {"metadata", metadataOf(asked.fields)}});
    return {200, toBytes(m_customers.back())};
  }
  if (asked.path.startsWith("/v1/checkout/sessions"))
    return asked.method == "POST" ? openSession(asked)
                                  : session(QString::fromLatin1(parts.value(4)));
  return {404, errorBody(u"invalid_request_error"_s, u"resource_missing"_s)};
}

StripeDouble::Answer StripeDouble::charge(const Asked &asked) {
  const QString method = asked.fields.value(u"payment_method"_s);
  const QString action = method.section(u':', 0, 0).mid(3);
  const QString code = method.section(u':', 1);
  const auto once = isFirst(asked.idempotencyKey + action.toLatin1());
  if (action == "409"_L1 && once)
    return {409, errorBody(u"invalid_request_error"_s, u"idempotency_key_in_use"_s), false};
  if (action == "429"_L1 && once)
    return {429, errorBody(u"rate_limit_error"_s, u"rate_limit"_s), false};
  if (action == "401"_L1 && once)
    return {401, errorBody(u"invalid_request_error"_s, {}), false};
  if (action == "500_unheard"_L1 && once)
    return {500, errorBody(u"api_error"_s, {}), false};
  if (action == "drop_unheard"_L1 && once)
    return {.isKept = false, .isDropped = true};
  if (action == "small"_L1)
    return {400, errorBody(u"invalid_request_error"_s, u"amount_too_small"_s), false};
  if (action == "payer_gone"_L1)
    return {400,
            errorBody(u"invalid_request_error"_s, u"resource_missing"_s, {{"param", "customer"}}),
            false};
  if (action == "missing"_L1)
    return {400, errorBody(u"invalid_request_error"_s, u"resource_missing"_s), false};
  const auto amount =
      asked.fields.value(u"amount"_s).toLongLong() + (action == "other_amount"_L1 ? 1 : 0);
  m_intents.push_back({{"id", newId("pi")},
                       {"object", "payment_intent"},
                       {"amount", amount},
                       {"amount_received", 0},
                       {"currency", asked.fields.value(u"currency"_s)},
                       {"customer", asked.fields.value(u"customer"_s)},
                       {"payment_method", method},
                       {"created", m_now.load()},
                       {"status", "requires_confirmation"},
                       {"last_payment_error", nullptr},
                       {"metadata", metadataOf(asked.fields)}});
  Json &intent = m_intents.back();
  tell(u"payment_intent.created"_s, intent);
  if (action == "declines"_L1 || action == "auth"_L1) {
    const QString kind = action == "auth"_L1 ? u"authentication_required"_s : u"card_declined"_s;
    failed(intent, kind, code);
    return {402,
            errorBody(u"card_error"_s, kind, {{"decline_code", code}, {"payment_intent", intent}})};
  }
  if (action == "processing"_L1 || action == "acts"_L1 || action == "acts_cancel_drop"_L1) {
    intent["status"] = action == "processing"_L1 ? "processing" : "requires_action";
    tell(u"payment_intent."_s + wordOf(intent, "status"), intent);
    return {200, toBytes(intent)};
  }
  if (action == "acts_late"_L1) {
    Json stale = intent;
    stale["status"] = "requires_action";
    paid(intent);
    return {200, toBytes(stale)};
  }
  paid(intent);
  if (action == "500"_L1)
    return {500, errorBody(u"api_error"_s, {})};
  if (action == "garbage"_L1)
    return {200, "<html>A proxy speaks.</html>"};
  if (action == "redirects"_L1)
    return {302, "{}"};
  if (action == "huge"_L1)
    return {200, QByteArray(2 * 1024 * 1024, ' ')};
  return {.status = 200,
          .body = toBytes(intent),
          .isDropped = action == "drop"_L1,
          .isLate = action == "silent"_L1};
}

StripeDouble::Answer StripeDouble::cancel(const QString &id, const Asked &asked) {
  Json *intent = at(m_intents, id);
  if (intent == nullptr)
    return {404, errorBody(u"invalid_request_error"_s, u"resource_missing"_s)};
  const auto status = wordOf(*intent, "status");
  if (status == "succeeded"_L1 || status == "canceled"_L1 || status == "processing"_L1)
    return {400, errorBody(u"invalid_request_error"_s, u"payment_intent_unexpected_state"_s,
                           {{"payment_intent", *intent}})};
  (*intent)["status"] = "canceled";
  if (asked.fields.contains(u"cancellation_reason"_s))
    (*intent)["cancellation_reason"] = asked.fields.value(u"cancellation_reason"_s);
  tell(u"payment_intent.canceled"_s, *intent);
  return {.status = 200,
          .body = toBytes(*intent),
          .isDropped = wordOf(*intent, "payment_method") == "pm_acts_cancel_drop"_L1};
}

StripeDouble::Answer StripeDouble::refund(const Asked &asked) {
  const Json *intent = at(m_intents, asked.fields.value(u"payment_intent"_s));
  if (intent == nullptr)
    return {404, errorBody(u"invalid_request_error"_s, u"resource_missing"_s)};
  const auto amount = asked.fields.value(u"amount"_s).toLongLong();
  std::int64_t left = (*intent)["amount_received"].get<std::int64_t>();
  for (const auto &other : m_refunds)
    if (other["payment_intent"] == (*intent)["id"] && other["status"] != "failed")
      left -= other["amount"].get<std::int64_t>();
  if (amount > left)
    return {400, errorBody(u"invalid_request_error"_s, u"charge_already_refunded"_s)};
  const QString method = wordOf(*intent, "payment_method");
  const QString action = method.section(u':', 0, 0).mid(3);
  m_refunds.push_back({{"id", newId("re")},
                       {"object", "refund"},
                       {"amount", amount},
                       {"currency", (*intent)["currency"]},
                       {"payment_intent", (*intent)["id"]},
                       {"created", m_now.load()},
                       {"status", action == "refund_pending"_L1 ? "pending" : "succeeded"},
                       {"metadata", metadataOf(asked.fields)}});
  Json &made = m_refunds.back();
  if (action == "refund_fails"_L1) {
    made["status"] = "failed";
    made["failure_reason"] = method.section(u':', 1);
  }
  tell(u"charge.refunded"_s, {{"id", "ch_1"}, {"payment_intent", (*intent)["id"]}});
  tell(u"refund.updated"_s, made);
  if (action == "refund_500"_L1)
    return {500, errorBody(u"api_error"_s, {})};
  return {.status = 200, .body = toBytes(made), .isDropped = action == "refund_drop"_L1};
}

StripeDouble::Answer StripeDouble::find(const std::vector<Json> &all, const QString &id) const {
  for (const auto &each : all)
    if (wordOf(each, "id") == id)
      return {200, toBytes(each)};
  return {404, errorBody(u"invalid_request_error"_s, u"resource_missing"_s)};
}

StripeDouble::Answer StripeDouble::list(const std::vector<Json> &all, const Asked &asked,
                                        const char *filter) const {
  Json data = Json::array();
  const auto after = asked.fields.value(u"starting_after"_s);
  const auto limit = asked.fields.value(u"limit"_s, u"10"_s).toULongLong();
  bool isPast = after.isEmpty();
  bool hasMore = false;
  for (auto each = all.rbegin(); each != all.rend(); ++each) { // the latest first
    const bool isAsked = wordOf(*each, filter) == asked.fields.value(QString::fromLatin1(filter)) &&
                         each->value("created", std::int64_t{0}) >=
                             asked.fields.value(u"created[gte]"_s).toLongLong();
    if (isAsked && isPast) {
      hasMore = data.size() == limit;
      if (hasMore)
        break;
      data.push_back(*each);
    }
    isPast = isPast || wordOf(*each, "id") == after;
  }
  return {200, toBytes(Json{{"object", "list"}, {"data", data}, {"has_more", hasMore}})};
}

Json *StripeDouble::at(std::vector<Json> &all, const QString &id) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Json &each) { return wordOf(each, "id") == id; });
  return found == all.end() ? nullptr : &*found;
}

void StripeDouble::paid(Json &intent) {
  intent["status"] = "succeeded";
  intent["amount_received"] = intent["amount"];
  tell(u"payment_intent.succeeded"_s, intent);
  tell(u"charge.succeeded"_s, {{"id", "ch_1"}, {"payment_intent", intent["id"]}});
}

void StripeDouble::failed(Json &intent, const QString &code, const QString &declineCode) {
  intent["status"] = "requires_payment_method";
  intent["last_payment_error"] = {{"type", "card_error"}, {"code", code}};
  if (!declineCode.isEmpty())
    intent["last_payment_error"]["decline_code"] = declineCode;
  tell(u"payment_intent.payment_failed"_s, intent);
}

bool StripeDouble::isFirst(const QByteArray &what) { return m_seen[what]++ == 0; }

QString StripeDouble::newId(const char *prefix) {
  return u"%1_%2"_s.arg(QString::fromLatin1(prefix)).arg(++m_number);
}

} // namespace tenantry::tests
