// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in's own page: sessions, and what a customer does there.
#include "tests/support/stripe_double.h"

using namespace Qt::StringLiterals;

namespace tenantry::tests {

namespace {

Json under(const QMap<QString, QString> &fields, const QString &prefix) {
  Json found = Json::object();
  for (auto field = fields.begin(); field != fields.end(); ++field)
    if (field.key().startsWith(prefix + u'[') && field.key().endsWith(u']'))
      found[field.key().mid(prefix.size() + 1).chopped(1).toStdString()] = field.value();
  return found;
}

QByteArray refusal(const char *code) {
  return toBytes(
      Json{{"error", {{"type", "invalid_request_error"}, {"code", code}, {"message", "No."}}}});
}

QByteArray formPage(const QByteArray &id, const QByteArray &back) {
  return "<!DOCTYPE html><html lang=\"en\"><head><title>Stand-in</title>"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
         "<link rel=\"icon\" href=\"data:,\"></head><body><h1>Stand-in for Stripe</h1>"
         "<form method=\"post\" action=\"/c/pay/" +
         id +
         "\"><label>Card <input id=\"card\" name=\"card\"></label>"
         "<button id=\"save\">Save</button></form><p><a id=\"back\" href=\"" +
         back + "\">Back</a></p></body></html>";
}

} // namespace

StripeDouble::Answer StripeDouble::openSession(const Asked &asked) {
  constexpr std::int64_t least = 30 * 60;
  constexpr std::int64_t most = 24 * 60 * 60;
  const auto given = asked.fields.value(u"expires_at"_s);
  const auto expires = given.isEmpty() ? m_now + most : given.toLongLong();
  if (expires < m_now + least || expires > m_now + most)
    return {400, refusal("parameter_invalid"), false};
  const auto id = newId("cs");
  m_sessions.push_back({{"id", id},
                        {"object", "checkout.session"},
                        {"mode", asked.fields.value(u"mode"_s)},
                        {"status", "open"},
                        {"created", m_now.load()},
                        {"expires_at", expires},
                        {"customer", asked.fields.value(u"customer"_s)},
                        {"metadata", under(asked.fields, u"metadata"_s)},
                        {"success_url", asked.fields.value(u"success_url"_s)},
                        {"cancel_url", asked.fields.value(u"cancel_url"_s)},
                        {"setup_metadata", under(asked.fields, u"setup_intent_data[metadata]"_s)},
                        {"setup_intent", nullptr},
                        {"url", url() + u"/c/pay/"_s + id}});
  return {200, toBytes(m_sessions.back())};
}

StripeDouble::Answer StripeDouble::session(const QString &id) {
  Json *found = at(m_sessions, id);
  if (found == nullptr)
    return {404, refusal("resource_missing")};
  if ((*found)["status"] == "open" && (*found)["expires_at"].get<std::int64_t>() <= m_now) {
    (*found)["status"] = "expired";
    tell(u"checkout.session.expired"_s, *found);
  }
  if ((*found)["status"] != "open")
    (*found)["url"] = nullptr;
  return {200, toBytes(*found)};
}

StripeDouble::Answer StripeDouble::page(const Asked &asked) {
  const auto id = asked.path.mid(7);
  static_cast<void>(session(QString::fromLatin1(id))); // it may have expired
  Json *found = at(m_sessions, QString::fromLatin1(id));
  if (found == nullptr || (*found)["status"] != "open")
    return {.status = 410, .body = "<!DOCTYPE html><title>Over</title>", .isPage = true};
  if (asked.method != "POST")
    return {.body = formPage(id, (*found)["cancel_url"].get<QString>().toUtf8()), .isPage = true};
  const auto back = (*found)["success_url"].get<QString>().toLatin1();
  complete(found, u"pm_ok:page_%1"_s.arg(++m_number), {{"created", m_now.load()}});
  return {.status = 303, .location = back, .isPage = true};
}

Json StripeDouble::complete(Json *session, const QString &method, const Json &more) {
  Json setup{
      {"id", newId("seti")},
      {"object", "setup_intent"},
      {"status", "succeeded"},
      {"customer", session != nullptr ? (*session)["customer"] : Json("cus_other")},
      {"payment_method",
       {{"id", method},
        {"type", "card"},
        {"card", {{"brand", "visa"}, {"last4", "4242"}, {"exp_month", 8}, {"exp_year", 2030}}}}},
      {"metadata", session != nullptr ? (*session)["setup_metadata"] : Json::object()}};
  setup["payment_method"].update(more);
  m_setups.push_back(setup);
  if (session != nullptr) {
    (*session)["status"] = "complete";
    (*session)["setup_intent"] = setup;
    tell(u"checkout.session.completed"_s, {{"id", (*session)["id"]}});
  }
  tell(u"setup_intent.succeeded"_s, setup);
  return setup;
}

Json StripeDouble::completeSetup(const QString &session, const QString &method) {
  const std::lock_guard guard(m_mutex);
  return complete(at(m_sessions, session), method, Json::object());
}

void StripeDouble::changeSession(const QString &session, const Json &with) {
  const std::lock_guard guard(m_mutex);
  if (Json *found = at(m_sessions, session))
    found->update(with);
}

void StripeDouble::trouble(const QByteArray &what, const QString &kind) {
  const std::lock_guard guard(m_mutex);
  m_troubles[what].append(kind);
}

} // namespace tenantry::tests
