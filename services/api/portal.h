// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/api/issuer_name.h"
#include "services/api/pages.h"
#include "services/api/provider_hook.h"
#include "services/http/router.h"
#include "services/organizations/customer_links.h"
#include "services/payments/payment_jobs.h"
#include <variant>

namespace tenantry::api {

struct PortalSettings {
  QString database;   ///< libpq URI; its login is a member of both roles
  QString rolePrefix; ///< of the installation
  SessionPool::Size readers{};
  SessionPool::Size actors{};
  payments::GatewayFactory gateways;
  QString webhookSecret{}; ///< of Stripe's endpoint; empty: nothing that it tells is taken
  /// The simulator's form, whose cards pay invoices without money: not where a provider charges.
  bool takesCards = true;
  /// Who has a page of its own to enter cards at, and where customers reach ours, to come back to;
  /// without both there is none.
  std::shared_ptr<gateways::StripeClient> stripe{};
  QString address{};
};

/// Customers' pages behind their links (PORTAL-2). What they show is read as the tenant role,
/// within the link's organization; what they do, services do as the worker, with the actor
/// `customer`. A request waits for the database on a thread of the portal, never on the server's.
class Portal {
public:
  Portal(PortalSettings settings, const Clock &clock);
  Portal(const Portal &) = delete;
  Portal &operator=(const Portal &) = delete;

  /// The portal outlives it.
  [[nodiscard]] http::Application application() const { return m_router.application(); }

private:
  using Link = organizations::CustomerLink;
  using Purpose = organizations::LinkPurpose;
  /// An answer, or what another session is to do for one.
  using Next = std::variant<http::Response, SessionPool::Work>;
  using Step = std::function<Result<Next>(store::Session &, const http::Call &, const Link &)>;

  void addInvoiceRoutes(Purpose purpose, const QByteArray &path);
  void addAccountRoutes();
  void addPlainRoutes();
  /// GET and POST at a link's page: nothing of the step happens where the link does not work.
  void addPage(http::Method method, Purpose purpose, const QByteArray &path, Step step);
  void serve(http::Call call, const http::Answer &answer, Purpose purpose, const Step &step);

  [[nodiscard]] Result<Next> showInvoice(store::Session &session, const http::Call &call,
                                         const Link &link);
  [[nodiscard]] Result<Next> handOutPaper(store::Session &session, const http::Call &call,
                                          const Link &link);
  [[nodiscard]] Result<Next> handOutCreditNote(store::Session &session, const http::Call &call,
                                               const Link &link);
  [[nodiscard]] Result<Next> pay(store::Session &session, const http::Call &call, const Link &link);
  [[nodiscard]] Result<Next> showAccount(store::Session &session, const http::Call &call,
                                         const Link &link);
  [[nodiscard]] Result<Next> changeMethod(store::Session &session, const http::Call &call,
                                          const Link &link);
  [[nodiscard]] Result<Next> setUpForInvoice(store::Session &session, const http::Call &call,
                                             const Link &link);
  [[nodiscard]] Result<Next> setUpForAccount(store::Session &session, const http::Call &call,
                                             const Link &link);
  [[nodiscard]] Next setUp(const http::Call &call, const Link &link, const QString &language,
                           const QString &page);
  [[nodiscard]] PagePlace place(const http::Call &call, const QByteArray &path);

  payments::GatewayFactory m_gateways;
  const bool m_takesCards;
  std::shared_ptr<gateways::StripeClient> m_stripe; ///< none: there is no page of the provider
  const QString m_address;
  IssuerName m_issuer;
  ProviderHook m_hook;
  SessionPool m_actors; ///< these two end first: their work uses the rest
  SessionPool m_readers;
  http::Router m_router;
};

} // namespace tenantry::api
