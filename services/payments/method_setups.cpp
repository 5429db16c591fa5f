// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/method_setups.h"

#include "services/core/log.h"
#include "services/organizations/customer_links.h"
#include "services/payments/payment_jobs.h"

#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

using namespace std::chrono_literals;

const QString stripeName = u"stripe"_s;
constexpr auto pageLife = 2h;     // Stripe takes 30 minutes to a day
constexpr auto leastLife = 45min; // what is left for a page that is only now asked for
constexpr auto returnLife = 24h;  // beyond the page's own

/// A minute while somebody types, then longer: a page is open for hours at most.
std::chrono::minutes pauseAt(std::chrono::microseconds age) { return age < 10min ? 1min : 10min; }

/// One session for each holder of a link: another one comes back to another address, and under one
/// key Stripe is asked for one thing.
QString keyOf(const MethodSetupId &id, const QByteArray &returnToken) {
  const auto holder = QCryptographicHash::hash(returnToken, QCryptographicHash::Sha256).toHex();
  return u"setup:%1:%2"_s.arg(id.toString(), QString::fromLatin1(holder.left(16)));
}

} // namespace

Result<std::optional<QString>> MethodSetups::payer(const OrganizationId &organization) {
  TENANTRY_TRY(known,
               m_session.database.one<QString>("provider_customer", {{"organization", organization},
                                                                     {"provider", stripeName}}));
  return known ? std::optional(std::get<0>(*known)) : std::nullopt;
}

// Killed between Stripe's answer and our row, the next one gets the same customer under the key; of
// two at once the first that is written is it.
Result<QString> MethodSetups::payerOrNew(const OrganizationId &organization) {
  TENANTRY_TRY(known, payer(organization));
  if (known)
    return *known;
  TENANTRY_TRY(forgotten, m_session.database.one<int>(
                              "provider_customers_forgotten",
                              {{"organization", organization}, {"provider", stripeName}}));
  TENANTRY_TRY(made, m_checkout.makeCustomer(organization.toString(),
                                             forgotten ? std::get<0>(*forgotten) : 0));
  TENANTRY_CHECK(
      m_session.database.execute("provider_customer_add", {{"organization", organization},
                                                           {"provider", stripeName},
                                                           {"reference", made},
                                                           {"now", m_session.clock.now()}}));
  TENANTRY_TRY(kept, payer(organization));
  return kept.value_or(made);
}

Result<MethodSetups::Setup> MethodSetups::openSetup(const OrganizationId &organization) {
  const auto now = m_session.clock.now();
  return m_session.database.transaction([&]() -> Result<Setup> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(live, (m_session.database.one<QUuid, QString, Instant, Instant>(
                           "method_setup_live",
                           {{"organization", organization}, {"provider", stripeName}})));
    if (live) {
      const auto &[id, session, createdAt, expiresAt] = *live;
      const Setup setup{organization, MethodSetupId(id), session, createdAt, expiresAt};
      if (!session.isEmpty() || expiresAt - now >= leastLife)
        return setup;
      TENANTRY_CHECK(close(setup, u"expired"_s)); // nobody was shown its page
    }
    const Setup setup{organization, makeId<MethodSetupId>(now), {}, now, now + pageLife};
    TENANTRY_CHECK(
        m_session.database.execute("method_setup_add", {{"organization", organization},
                                                        {"setup", setup.id},
                                                        {"provider", stripeName},
                                                        {"now", now},
                                                        {"expires_at", setup.expiresAt}}));
    TENANTRY_CHECK(askAgain(setup, now + pauseAt(0min)));
    return setup;
  });
}

Result<std::optional<MethodSetups::Setup>> MethodSetups::find(const OrganizationId &organization,
                                                              const MethodSetupId &id) {
  TENANTRY_TRY(row, (m_session.database.one<QUuid, QString, Instant, Instant, QString>(
                        "method_setup_by_id", {{"organization", organization}, {"setup", id}})));
  if (!row)
    return std::optional<Setup>();
  const auto &[uuid, session, createdAt, expiresAt, state] = *row;
  return std::optional(
      Setup{organization, MethodSetupId(uuid), session, createdAt, expiresAt, state});
}

Result<> MethodSetups::keepSession(Setup &setup, const QString &session) {
  TENANTRY_TRY(
      kept, m_session.database.execute(
                "method_setup_known",
                {{"organization", setup.organization}, {"setup", setup.id}, {"session", session}}));
  setup.session = session;
  if (kept == 0) {
    TENANTRY_TRY(now, find(setup.organization, setup.id));
    if (now)
      setup = *now;
  }
  return {};
}

// Of two holders that open one at once, the second is led to the first one's: there is one page.
Result<std::optional<MethodSetups::Session>>
MethodSetups::sessionOf(Setup &setup, const QString &payer, const Request &request) {
  if (!setup.session.isEmpty())
    return m_checkout.read(setup.session);
  TENANTRY_TRY(
      token, organizations::CustomerLinks(m_session).issueReturn(
                 setup.organization, request.link, setup.id.uuid(), setup.expiresAt + returnLife));
  TENANTRY_TRY(
      made, m_checkout.open(
                {keyOf(setup.id, token), payer, setup.organization.toString(), setup.id.toString(),
                 request.pages + organizations::pathOf(organizations::LinkPurpose::Return, token),
                 request.language, setup.expiresAt}));
  TENANTRY_CHECK(keepSession(setup, made.id));
  if (setup.session != made.id)
    return m_checkout.read(setup.session);
  return std::optional(std::move(made));
}

Result<QString> MethodSetups::begin(const Request &request) {
  TENANTRY_TRY(payer, payerOrNew(request.organization));
  for (int round = 0; round < 2; ++round) { // the page that is open may just have expired
    TENANTRY_TRY(setup, openSetup(request.organization));
    TENANTRY_TRY(session, sessionOf(setup, payer, request));
    TENANTRY_TRY(isKnown, learn(setup, payer, session));
    if (!isKnown && session->state == Session::State::Open)
      return m_checkout.pageOf(*session);
    if (session && session->state != Session::State::Expired)
      return QString();
  }
  return tenantry::fail(u"stripe.no_answer"_s, u"Stripe did not open a page that stays open."_s);
}

Result<> MethodSetups::inquire(const OrganizationId &organization, const MethodSetupId &id) {
  TENANTRY_TRY(setup, find(organization, id));
  if (!setup || !setup->isOpen())
    return {};
  const auto now = m_session.clock.now();
  if (setup->session.isEmpty()) { // its page was shown to nobody
    if (now < setup->expiresAt)
      return askAgain(*setup, setup->expiresAt);
    TENANTRY_CHECK(close(*setup, u"expired"_s));
    return {};
  }
  TENANTRY_TRY(payer, this->payer(organization));
  TENANTRY_TRY(session, m_checkout.read(setup->session));
  TENANTRY_TRY(isKnown, learn(*setup, payer.value_or(QString()), session));
  if (isKnown)
    return {};
  return askAgain(*setup, now + pauseAt(now - setup->createdAt));
}

// Also before our own answer has come: the session names the setup that it was made for.
Result<bool> MethodSetups::hear(const QString &sessionId) {
  if (sessionId.isEmpty())
    return false;
  auto read = m_checkout.read(sessionId);
  if (!read && read.error().code == "stripe.refused"_L1)
    return false; // a page of somebody else, to pay or to subscribe at
  TENANTRY_TRY(session, std::move(read));
  if (!session)
    return false;
  const auto organization = OrganizationId::fromString(session->organization);
  const auto id = MethodSetupId::fromString(session->setup);
  if (organization.isNull() || id.isNull())
    return false;
  TENANTRY_TRY(setup, find(organization, id));
  TENANTRY_TRY(payer, this->payer(organization));
  const bool isOurs = setup && payer && session->customer == *payer &&
                      (setup->session.isEmpty() || setup->session == session->id);
  if (!isOurs)
    return false;
  if (setup->session.isEmpty())
    TENANTRY_CHECK(keepSession(*setup, session->id));
  if (setup->session != session->id)
    return false;
  TENANTRY_CHECK(learn(*setup, *payer, session));
  return true;
}

Result<bool> MethodSetups::learn(const Setup &setup, const QString &payer,
                                 const std::optional<Session> &session) {
  const bool isTheirs = session && !payer.isEmpty() && session->customer == payer &&
                        session->organization == setup.organization.toString() &&
                        session->setup == setup.id.toString();
  if (!isTheirs) {
    TENANTRY_CHECK(contradict(setup, session ? u"another_payer"_s : u"session_missing"_s));
    return tenantry::fail(u"payment.contradicted"_s,
                          u"What Stripe says about setup %1 does not fit; a person must look "
                          u"at it."_s.arg(setup.id.toString()));
  }
  if (session->state == Session::State::Expired) {
    TENANTRY_CHECK(close(setup, u"expired"_s));
    return true;
  }
  if (session->state == Session::State::Open || !session->method)
    return false;
  const auto &method = *session->method;
  TENANTRY_CHECK(PaymentService(m_session, m_business, m_gateway)
                     .setMethod(setup.organization,
                                {method.label, method.reference, stripeName, payer,
                                 method.enteredAt.value_or(session->madeAt), method.expiresOn}));
  TENANTRY_CHECK(close(setup, u"done"_s));
  return true;
}

Result<> MethodSetups::finish(const OrganizationId &organization, const MethodSetupId &id) {
  TENANTRY_TRY(setup, find(organization, id));
  if (setup)
    TENANTRY_CHECK(close(*setup, u"done"_s));
  return {};
}

Result<> MethodSetups::contradict(const Setup &setup, const QString &why) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, setup.organization));
    TENANTRY_TRY(isNews, close(setup, u"contradicted"_s, why));
    if (!isNews)
      return {};
    spdlog::critical("payments: setup {} waits for a person: {} [payment.contradicted]",
                     setup.id.toString(), why);
    return store::appendEvents(m_session, setup.organization,
                               {{u"payment.contradicted"_s,
                                 {{"setup", setup.id.toString().toStdString()},
                                  {"decline_code", why.toStdString()},
                                  {"reference", setup.session.toStdString()}}}});
  });
}

Result<bool> MethodSetups::close(const Setup &setup, const QString &state, const QString &code) {
  TENANTRY_TRY(closed, m_session.database.execute("method_setup_finish",
                                                  {{"organization", setup.organization},
                                                   {"setup", setup.id},
                                                   {"state", state},
                                                   {"decline_code", code},
                                                   {"now", m_session.clock.now()}}));
  return closed == 1;
}

Result<> MethodSetups::askAgain(const Setup &setup, Instant at) {
  return enqueueSetupInquiry(m_session, setup.organization, setup.id, at);
}

} // namespace tenantry::payments
