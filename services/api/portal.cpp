// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/portal.h"

#include "services/api/acts.h"
#include "services/api/form.h"
#include "services/api/page_words.h"
#include "services/core/log.h"
#include "services/gateways/simulator_cards.h"
#include "services/store/migrations.h"

#include <QFile>

using namespace Qt::StringLiterals;

static void loadResources() { Q_INIT_RESOURCE(api); }

namespace tenantry::api {

using http::Answer;
using http::Call;
using http::Method;
using http::Request;
using http::Response;
using organizations::CustomerLinks;

namespace {

using namespace std::chrono_literals;
constexpr qsizetype mostForm = 4096;
constexpr auto longestStatement = 10s;
const QString customer = u"customer"_s;

store::ConnectionSettings connection(const PortalSettings &settings, const QString &role,
                                     const QString &actor = customer) {
  return {settings.database, settings.rolePrefix + u'_' + role, u"tenantryd-pages"_s,
          longestStatement, actor};
}

QString languageOf(const Request &request) {
  return preferredLanguage(request.header("Accept-Language"));
}

Response redirectTo(const QString &path) { return {303, {}, {}, {{"Location", path.toLatin1()}}}; }

Response failed(const Error &error, const QString &language) {
  spdlog::warn("pages: {}", error.toString());
  return tryAgainPage(language);
}

/// The invoice that a page is about: the link's, or one of the account that the path names.
InvoiceId invoiceOf(const Call &call, const organizations::CustomerLink &link) {
  return link.invoice ? *link.invoice
                      : InvoiceId::fromString(QString::fromLatin1(call.parts.value("id")));
}

Response stylesheet() {
  QFile file(u":/api/style.css"_s);
  if (!file.open(QIODevice::ReadOnly))
    throw ProgrammingError("the stylesheet of the pages is missing");
  return {200, "text/css; charset=utf-8", file.readAll(), {{"Cache-Control", "max-age=3600"}}};
}

} // namespace

Portal::Portal(PortalSettings settings, const Clock &clock)
    : m_gateways(std::move(settings.gateways)), m_takesCards(settings.takesCards),
      m_stripe(settings.address.isEmpty() ? nullptr : std::move(settings.stripe)),
      m_address(settings.address), m_issuer(m_actors),
      m_hook(connection(settings, u"worker"_s, u"stripe"_s), clock, settings.webhookSecret),
      m_actors(connection(settings, u"worker"_s), clock, settings.actors),
      m_readers(connection(settings, u"tenant"_s), clock, settings.readers) {
  loadResources();
  addPlainRoutes();
  addInvoiceRoutes(Purpose::Invoice, "/invoice/:token");
  addInvoiceRoutes(Purpose::Account, "/account/:token/invoice/:id");
  addAccountRoutes();
  m_hook.addTo(m_router);
}

void Portal::addPlainRoutes() {
  m_router.otherwise([](const Call &call, const Answer &answer) {
    answer(noSuchLinkPage(languageOf(call.request)));
  });
  m_router.add(Method::Get, "/style.css", 0,
               [style = stylesheet()](const Call &, const Answer &answer) { answer(style); });
  m_router.add(Method::Get, "/healthz", 0, [this](const Call &, const Answer &answer) {
    const auto look = [](store::Session &session) -> Result<Response> {
      TENANTRY_CHECK(store::schemaVersion(session.database));
      return http::plainText(200, "ok");
    };
    if (!m_readers.run(look, [answer](const Result<Response> &seen) {
          answer(seen ? *seen : http::plainText(503, "the database is out of reach"));
        }))
      answer(http::tryLater(5));
  });
}

void Portal::addInvoiceRoutes(Purpose purpose, const QByteArray &path) {
  const auto step = [this](auto function) -> Step {
    return [this, function](store::Session &session, const Call &call, const Link &link) {
      return (this->*function)(session, call, link);
    };
  };
  addPage(Method::Get, purpose, path, step(&Portal::showInvoice));
  addPage(Method::Get, purpose, path + "/pdf", step(&Portal::handOutPaper));
  addPage(Method::Post, purpose, path + "/pay", step(&Portal::pay));
  addPage(Method::Post, purpose, path + "/set-up", step(&Portal::setUpForInvoice));
}

void Portal::addAccountRoutes() {
  addPage(Method::Get, Purpose::Account, "/account/:token",
          [this](store::Session &session, const Call &call, const Link &link) {
            return showAccount(session, call, link);
          });
  addPage(Method::Get, Purpose::Account, "/account/:token/credit-note/:id/pdf",
          [this](store::Session &session, const Call &call, const Link &link) {
            return handOutCreditNote(session, call, link);
          });
  addPage(Method::Post, Purpose::Account, "/account/:token/method",
          [this](store::Session &session, const Call &call, const Link &link) {
            return changeMethod(session, call, link);
          });
  addPage(Method::Post, Purpose::Account, "/account/:token/set-up",
          [this](store::Session &session, const Call &call, const Link &link) {
            return setUpForAccount(session, call, link);
          });
  // What the address says beside the token is the provider's, or anybody's: nobody reads it.
  addPage(Method::Get, Purpose::Return, "/return/:token",
          [](store::Session &session, const Call &, const Link &link) -> Result<Next> {
            TENANTRY_TRY(view, CustomerBook(session, link.organization).returned());
            return returnPage(view);
          });
}

void Portal::addPage(Method method, Purpose purpose, const QByteArray &path, Step step) {
  m_router.add(method, path, method == Method::Post ? mostForm : 0,
               [this, purpose, step = std::move(step)](Call call, const Answer &answer) {
                 serve(std::move(call), answer, purpose, step);
               });
}

void Portal::serve(Call call, const Answer &answer, Purpose purpose, const Step &step) {
  const auto language = languageOf(call.request);
  const auto next = std::make_shared<SessionPool::Work>();
  const auto look = [call = std::move(call), purpose, step, next,
                     language](store::Session &session) -> Result<Response> {
    return session.database.transaction([&]() -> Result<Response> {
      *next = nullptr; // the transaction may be run again
      TENANTRY_TRY(link, CustomerLinks(session).find(call.parts.value("token")));
      if (!link || link->purpose != purpose)
        return noSuchLinkPage(language);
      TENANTRY_TRY(found, step(session, call, *link));
      if (auto *response = std::get_if<Response>(&found))
        return std::move(*response);
      *next = std::get<SessionPool::Work>(std::move(found));
      return Response{};
    });
  };
  const auto finish = [answer, language](const Result<Response> &done) {
    answer(done ? *done : failed(done.error(), language));
  };
  const auto goOn = [this, finish, answer, next, language](const Result<Response> &seen) {
    if (!seen || !*next)
      return finish(seen);
    if (!m_actors.run(std::move(*next), finish))
      answer(tryAgainPage(language));
  };
  if (!m_readers.run(look, goOn))
    answer(tryAgainPage(language));
}

PagePlace Portal::place(const Call &call, const QByteArray &path) {
  return {QString::fromLatin1(path), formWord(call.parts.value("token")), m_issuer.get(),
          m_takesCards, m_stripe != nullptr && !m_takesCards};
}

Result<Portal::Next> Portal::showInvoice(store::Session &session, const Call &call,
                                         const Link &link) {
  TENANTRY_TRY(view, CustomerBook(session, link.organization).invoice(invoiceOf(call, link)));
  if (!view)
    return noSuchLinkPage(languageOf(call.request));
  return invoicePage(place(call, call.request.path), *view);
}

Result<Portal::Next> Portal::handOutPaper(store::Session &session, const Call &call,
                                          const Link &link) {
  CustomerBook book(session, link.organization);
  TENANTRY_TRY(view, book.invoice(invoiceOf(call, link)));
  if (!view || !view->hasPaper())
    return noSuchLinkPage(languageOf(call.request));
  TENANTRY_TRY(kept, book.paper(view->invoice.id));
  if (kept)
    return paperResponse(*kept, view->invoice.number);
  return drawPaper(link.organization, view->invoice.id, view->invoice.number);
}

Result<Portal::Next> Portal::handOutCreditNote(store::Session &session, const Call &call,
                                               const Link &link) {
  const auto id = CreditNoteId::fromString(QString::fromLatin1(call.parts.value("id")));
  TENANTRY_TRY(paper, CustomerBook(session, link.organization).creditNote(id));
  if (!paper)
    return noSuchLinkPage(languageOf(call.request));
  if (paper->kept)
    return paperResponse(*paper->kept, paper->number);
  return drawCreditNote(link.organization, id, paper->number);
}

Result<Portal::Next> Portal::pay(store::Session &session, const Call &call, const Link &link) {
  const auto fields = readForm(call.request);
  if (!fields || !isOurForm(call.request, *fields, call.parts.value("token")))
    return badFormPage(languageOf(call.request));
  TENANTRY_TRY(view, CustomerBook(session, link.organization).invoice(invoiceOf(call, link)));
  if (!view)
    return noSuchLinkPage(languageOf(call.request));
  const auto page = call.request.path.chopped(4); // without “/pay”
  const bool isAsShown = fields->value("try").toInt() == view->lastTry.number + 1 &&
                         fields->value("amount").toLongLong() == view->invoice.amountDue();
  if (!view->canBePaid() || !isAsShown)
    return redirectTo(QString::fromLatin1(page)); // sent twice, or it changed meanwhile
  Payment payment{link.organization, view->invoice.id, view->lastTry.number + 1, {}};
  if (fields->contains("number")) {
    const auto card = gateways::readSimulatorCard(fields->value("number"));
    if (!m_takesCards || !view->takesMethod())
      return redirectTo(QString::fromLatin1(page));
    if (!card)
      return invoicePage(place(call, page), *view, CardProblem::Unknown);
    payment.card = *card;
  }
  return payThen(m_gateways, payment, redirectTo(QString::fromLatin1(page)));
}

Result<Portal::Next> Portal::showAccount(store::Session &session, const Call &call,
                                         const Link &link) {
  const auto query = call.request.query;
  std::optional<InvoiceId> after;
  if (query.startsWith("after="))
    after = InvoiceId::fromString(QString::fromLatin1(query.mid(6)));
  TENANTRY_TRY(view, CustomerBook(session, link.organization).account(after));
  return accountPage(place(call, call.request.path), view,
                     {query == "changed", !after, CardProblem::None});
}

Result<Portal::Next> Portal::changeMethod(store::Session &session, const Call &call,
                                          const Link &link) {
  const auto fields = readForm(call.request);
  if (!fields || !isOurForm(call.request, *fields, call.parts.value("token")))
    return badFormPage(languageOf(call.request));
  const auto page = call.request.path.chopped(7); // without “/method”
  if (!m_takesCards)
    return redirectTo(QString::fromLatin1(page));
  const auto card = gateways::readSimulatorCard(fields->value("number"));
  if (!card) {
    TENANTRY_TRY(view, CustomerBook(session, link.organization).account({}));
    return accountPage(place(call, page), view, {false, true, CardProblem::Unknown});
  }
  return changeMethodThen(m_gateways, link.organization, *card,
                          redirectTo(QString::fromLatin1(page) + u"?changed"_s));
}

Result<Portal::Next> Portal::setUpForInvoice(store::Session &session, const Call &call,
                                             const Link &link) {
  const auto fields = readForm(call.request);
  if (!fields || !isOurForm(call.request, *fields, call.parts.value("token")))
    return badFormPage(languageOf(call.request));
  TENANTRY_TRY(view, CustomerBook(session, link.organization).invoice(invoiceOf(call, link)));
  if (!view)
    return noSuchLinkPage(languageOf(call.request));
  const auto page = QString::fromLatin1(call.request.path.chopped(7)); // without “/set-up”
  if (!view->takesMethod())
    return redirectTo(page);
  return setUp(call, link, view->customer.language, page);
}

Result<Portal::Next> Portal::setUpForAccount(store::Session &session, const Call &call,
                                             const Link &link) {
  const auto fields = readForm(call.request);
  if (!fields || !isOurForm(call.request, *fields, call.parts.value("token")))
    return badFormPage(languageOf(call.request));
  TENANTRY_TRY(who, CustomerBook(session, link.organization).customer());
  return setUp(call, link, who.language, QString::fromLatin1(call.request.path.chopped(7)));
}

Portal::Next Portal::setUp(const Call &call, const Link &link, const QString &language,
                           const QString &page) {
  const auto back = redirectTo(page);
  if (!m_stripe || m_takesCards)
    return back;
  return setUpThen(
      m_gateways, m_stripe,
      {link.organization, call.parts.value("token"), m_address, pageWords(language).language},
      back);
}

} // namespace tenantry::api
