// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/api/session_pool.h"
#include "services/gateways/simulator_cards.h"
#include "services/payments/method_setups.h"
#include "services/payments/payment_jobs.h"

/// What customers' pages do, through the services and on a session that may: work that ends with
/// the answer.
namespace tenantry::api {

struct Payment {
  OrganizationId organization;
  InvoiceId invoice;
  int number = 1;                            ///< which try it is to be: asked twice, it is one
  std::optional<gateways::EnteredCard> card; ///< to become the method first
};

[[nodiscard]] SessionPool::Work payThen(const payments::GatewayFactory &gateways,
                                        const Payment &payment, const http::Response &answer);

/// What is open is charged to the new method by the workers.
[[nodiscard]] SessionPool::Work changeMethodThen(const payments::GatewayFactory &gateways,
                                                 const OrganizationId &organization,
                                                 const gateways::EnteredCard &card,
                                                 const http::Response &answer);

/// Leads to Stripe's page; `known`: the answer where a method has just been learnt instead.
[[nodiscard]] SessionPool::Work setUpThen(const payments::GatewayFactory &gateways,
                                          const std::shared_ptr<gateways::StripeClient> &stripe,
                                          const payments::MethodSetups::Request &request,
                                          const http::Response &known);

/// Draws the paper of an invoice that nobody has asked for yet, and keeps it.
[[nodiscard]] SessionPool::Work drawPaper(const OrganizationId &organization, const InvoiceId &id,
                                          const QString &number);
[[nodiscard]] SessionPool::Work drawCreditNote(const OrganizationId &organization,
                                               const CreditNoteId &id, const QString &number);
[[nodiscard]] http::Response paperResponse(const QByteArray &pdf, const QString &number);

} // namespace tenantry::api
