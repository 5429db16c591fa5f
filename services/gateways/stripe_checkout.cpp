// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_checkout.h"

#include <QUrl>
#include <thread>

using namespace Qt::StringLiterals;

namespace tenantry::gateways {

namespace {

const QString sessionsPath = u"/v1/checkout/sessions"_s;

const Json &objectAt(const Json &object, const char *key) {
  static const Json nothing = Json::object();
  if (!object.is_object())
    return nothing;
  const auto found = object.find(key);
  return found != object.end() && found->is_object() ? *found : nothing;
}

std::optional<std::int64_t> wholeAt(const Json &object, const char *key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number_integer())
    return std::nullopt;
  return found->get<std::int64_t>();
}

std::optional<Instant> momentAt(const Json &object, const char *key) {
  constexpr std::int64_t latest = 253'402'300'799; // the year 9999
  const auto seconds = wholeAt(object, key);
  if (!seconds || *seconds < 0 || *seconds > latest)
    return std::nullopt;
  return Instant(std::chrono::seconds(*seconds));
}

QString labelOf(const QString &kind, const Json &details) {
  QString name = textAt(details, "brand");
  if (name.isEmpty())
    name = kind;
  name = name.left(40).replace(u'_', u' ');
  if (!name.isEmpty())
    name[0] = name[0].toUpper();
  const QString digits = textAt(details, "last4").left(4);
  return digits.isEmpty() ? name : u"%1 ending in %2"_s.arg(name, digits);
}

std::optional<LocalDay> lastDayOf(const Json &card) {
  const auto month = wholeAt(card, "exp_month");
  const auto year = wholeAt(card, "exp_year");
  if (!month || !year || *month < 1 || *month > 12 || *year < 2000 || *year > 9999)
    return std::nullopt;
  return LocalDay(std::chrono::year(int(*year)) / std::chrono::month(unsigned(*month)) /
                  std::chrono::last);
}

Failure noAnswer(const StripeAnswer &answer) {
  return fail(
      u"stripe.no_answer"_s,
      u"Stripe did not answer the question; it will be asked again (%1)."_s.arg(answer.status));
}

Failure refusedBy(const StripeAnswer &answer) {
  return fail(u"stripe.refused"_s, u"Stripe refused the request for its page: %1 %2 (%3)."_s
                                       .arg(answer.errorType(), answer.errorCode())
                                       .arg(answer.status));
}

Result<HostedSession> sessionIn(const Json &body) {
  HostedSession session;
  session.id = textAt(body, "id");
  session.customer = textAt(body, "customer");
  const Json &metadata = objectAt(body, "metadata");
  session.organization = textAt(metadata, "organization");
  session.setup = textAt(metadata, "setup");
  session.url = textAt(body, "url");
  session.madeAt = momentAt(body, "created").value_or(Instant{});
  if (session.id.isEmpty() || textAt(body, "mode") != "setup"_L1)
    return fail(u"stripe.refused"_s,
                u"Stripe reported a page that does not set up a payment method."_s);
  const QString status = textAt(body, "status");
  if (status == "complete"_L1) {
    session.state = HostedSession::State::Complete;
    session.method = readEnteredMethod(objectAt(body, "setup_intent"));
  } else if (status == "expired"_L1) {
    session.state = HostedSession::State::Expired;
  }
  return session;
}

} // namespace

std::optional<EnteredMethod> readEnteredMethod(const Json &setupIntent) {
  if (textAt(setupIntent, "status") != "succeeded"_L1)
    return std::nullopt;
  const Json &method = objectAt(setupIntent, "payment_method");
  const QString reference = textAt(method, "id");
  if (reference.isEmpty())
    return std::nullopt;
  const QString kind = textAt(method, "type");
  const Json &details = objectAt(method, kind.toUtf8().constData());
  return EnteredMethod{reference, labelOf(kind, details), lastDayOf(details),
                       momentAt(method, "created")};
}

bool isStripesPage(const QString &url, const QString &apiUrl) {
  const QUrl page(url, QUrl::StrictMode);
  if (!page.isValid() || !page.userInfo().isEmpty())
    return false;
  if (isOnThisMachine(apiUrl)) {
    const QUrl standIn(apiUrl, QUrl::StrictMode);
    return page.scheme() == standIn.scheme() && page.host() == standIn.host() &&
           page.port() == standIn.port();
  }
  return page.scheme() == "https"_L1 && page.port(443) == 443 &&
         (page.host() == "stripe.com"_L1 || page.host().endsWith(".stripe.com"_L1));
}

Result<Json> StripeCheckout::post(const QString &path, const StripeFields &fields,
                                  const QString &key) {
  constexpr int mostTimes = 6;
  StripeAnswer answer;
  for (int time = 0; time < mostTimes; ++time) {
    if (time > 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(100 * time));
    answer = m_client.post(path, fields, key);
    if (answer.status != 409)
      break;
  }
  if (answer.isGood())
    return std::move(answer.body);
  if (answer.isSilent() || answer.isPutOff())
    return noAnswer(answer);
  return refusedBy(answer);
}

Result<QString> StripeCheckout::makeCustomer(const QString &organization, int forgotten) {
  auto key = u"customer:"_s + organization;
  if (forgotten > 0) // under the same key Stripe answers with the one that was deleted
    key += u":%1"_s.arg(forgotten);
  TENANTRY_TRY(made, post(u"/v1/customers"_s, {{u"metadata[organization]"_s, organization}}, key));
  const QString id = textAt(made, "id");
  if (id.isEmpty() || textAt(objectAt(made, "metadata"), "organization") != organization)
    return fail(u"payment.contradicted"_s,
                u"Stripe created a customer that is not organization %1."_s.arg(organization));
  return id;
}

Result<HostedSession> StripeCheckout::open(const HostedRequest &request) {
  const auto expires =
      std::chrono::floor<std::chrono::seconds>(request.expiresAt).time_since_epoch();
  TENANTRY_TRY(made, post(sessionsPath,
                          {{u"mode"_s, u"setup"_s},
                           {u"payment_method_types[0]"_s, u"card"_s},
                           {u"customer"_s, request.customer},
                           {u"client_reference_id"_s, request.organization},
                           {u"metadata[organization]"_s, request.organization},
                           {u"metadata[setup]"_s, request.setup},
                           {u"setup_intent_data[metadata][organization]"_s, request.organization},
                           {u"setup_intent_data[metadata][setup]"_s, request.setup},
                           {u"success_url"_s, request.returnUrl},
                           {u"cancel_url"_s, request.returnUrl},
                           {u"locale"_s, request.language},
                           {u"expires_at"_s, QString::number(expires.count())},
                           {u"expand[]"_s, u"setup_intent.payment_method"_s}},
                          request.key));
  return sessionIn(made);
}

Result<std::optional<HostedSession>> StripeCheckout::read(const QString &id) {
  const auto answer =
      m_client.get(sessionsPath + u'/' + id, {{u"expand[]"_s, u"setup_intent.payment_method"_s}});
  if (answer.status == 404 && !answer.errorType().isEmpty())
    return std::optional<HostedSession>();
  if (!answer.isGood())
    return answer.isSilent() || answer.isPutOff() ? noAnswer(answer) : refusedBy(answer);
  TENANTRY_TRY(session, sessionIn(answer.body));
  return std::optional(std::move(session));
}

Result<QString> StripeCheckout::pageOf(const HostedSession &session) const {
  if (session.state != HostedSession::State::Open || !isStripesPage(session.url, m_client.url()))
    return fail(u"stripe.page_refused"_s,
                u"The page for entering a card is not Stripe's; nobody is sent there."_s);
  return session.url;
}

} // namespace tenantry::gateways
