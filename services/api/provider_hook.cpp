// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/provider_hook.h"

#include "services/core/log.h"
#include "services/gateways/stripe_signature.h"
#include "services/payments/stripe_news.h"

using namespace Qt::StringLiterals;

namespace tenantry::api {

namespace {

constexpr qsizetype mostEvent = 512 * 1024;

http::Response refused(const Error &error) {
  spdlog::warn("webhook: {}", error.toString());
  return http::plainText(400, error.code.toLatin1());
}

} // namespace

void ProviderHook::addTo(http::Router &router) {
  if (!m_secret.isEmpty())
    router.add(
        http::Method::Post, "/webhooks/stripe", mostEvent,
        [this](const http::Call &call, const http::Answer &answer) { take(call.request, answer); });
}

void ProviderHook::take(const http::Request &request, const http::Answer &answer) {
  const auto isSigned = gateways::checkStripeSignature(request.header("Stripe-Signature"),
                                                       request.body, m_secret, m_clock.now());
  if (!isSigned)
    return answer(refused(isSigned.error()));
  auto event = gateways::readStripeEvent(request.body);
  if (!event)
    return answer(refused(event.error()));
  const auto keep = [event = std::move(*event)](store::Session &session) -> Result<http::Response> {
    TENANTRY_CHECK(payments::keepProviderEvent(session, u"stripe"_s, event));
    return http::plainText(200, "kept");
  };
  const auto finish = [answer](const Result<http::Response> &kept) {
    if (!kept)
      spdlog::error("webhook: {}", kept.error().toString());
    answer(kept ? *kept : http::tryLater(30));
  };
  if (!m_sessions.run(keep, finish))
    answer(http::tryLater(5));
}

} // namespace tenantry::api
