// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/acts.h"

#include "services/api/pages.h"
#include "services/billing/invoice_paper.h"
#include "services/core/log.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::api {

SessionPool::Work payThen(const payments::GatewayFactory &gateways, const Payment &payment,
                          const http::Response &answer) {
  return [gateways, payment, answer](store::Session &session) -> Result<http::Response> {
    business::AppliedBusiness business;
    const auto gateway = gateways(session);
    payments::PaymentService payments(session, business, *gateway);
    if (payment.card)
      TENANTRY_CHECK(
          payments.setMethod(payment.organization, payment.card->label, payment.card->reference));
    TENANTRY_CHECK(payments.charge(payment.organization, payment.invoice, payment.number));
    return answer;
  };
}

SessionPool::Work changeMethodThen(const payments::GatewayFactory &gateways,
                                   const OrganizationId &organization,
                                   const gateways::EnteredCard &card,
                                   const http::Response &answer) {
  return [gateways, organization, card, answer](store::Session &session) -> Result<http::Response> {
    business::AppliedBusiness business;
    const auto gateway = gateways(session);
    TENANTRY_CHECK(payments::PaymentService(session, business, *gateway)
                       .setMethod(organization, card.label, card.reference));
    return answer;
  };
}

SessionPool::Work setUpThen(const payments::GatewayFactory &gateways,
                            const std::shared_ptr<gateways::StripeClient> &stripe,
                            const payments::MethodSetups::Request &request,
                            const http::Response &known) {
  return [=](store::Session &session) -> Result<http::Response> {
    business::AppliedBusiness business;
    const auto gateway = gateways(session);
    const auto url = payments::MethodSetups(session, business, *gateway, *stripe).begin(request);
    if (url)
      return url->isEmpty() ? known : leadingPage(request.language, *url);
    spdlog::warn("pages: {}", url.error().toString());
    const auto &code = url.error().code;
    if (code == "stripe.no_answer"_L1)
      return providerAwayPage(request.language);
    if (code.startsWith("stripe."_L1) || code == "payment.contradicted"_L1)
      return providerRefusesPage(request.language);
    return tl::unexpected(url.error());
  };
}

SessionPool::Work drawPaper(const OrganizationId &organization, const InvoiceId &id,
                            const QString &number) {
  return [organization, id, number](store::Session &session) -> Result<http::Response> {
    business::AppliedBusiness business;
    TENANTRY_TRY(pdf, billing::invoicePdf(session, business, organization, id));
    return paperResponse(pdf, number);
  };
}

SessionPool::Work drawCreditNote(const OrganizationId &organization, const CreditNoteId &id,
                                 const QString &number) {
  return [organization, id, number](store::Session &session) -> Result<http::Response> {
    business::AppliedBusiness business;
    TENANTRY_TRY(pdf, billing::creditNotePdf(session, business, organization, id));
    return paperResponse(pdf, number);
  };
}

http::Response paperResponse(const QByteArray &pdf, const QString &number) {
  static const QRegularExpression unsafe(u"[^A-Za-z0-9._-]"_s);
  QString name = number;
  name.replace(unsafe, u"-"_s);
  return {200,
          "application/pdf",
          pdf,
          {{"Content-Disposition", "attachment; filename=\"" + name.toLatin1() + ".pdf\""}}};
}

} // namespace tenantry::api
