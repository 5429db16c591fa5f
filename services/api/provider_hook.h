// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/api/session_pool.h"
#include "services/http/router.h"

namespace tenantry::api {

/// Where Stripe tells what has happened: POST /webhooks/stripe. What it has signed is kept under
/// its id and answered with 200; a job acts on it. What it has not is refused with 400, and what
/// cannot be kept now with 503, for it comes again.
class ProviderHook {
public:
  /// `secret`: of the endpoint; empty: there is none. The clock outlives it.
  ProviderHook(const store::ConnectionSettings &settings, const Clock &clock, const QString &secret)
      : m_secret(secret), m_clock(clock), m_sessions(settings, clock, {1, 64}) {}
  ProviderHook(const ProviderHook &) = delete;
  ProviderHook &operator=(const ProviderHook &) = delete;

  /// It outlives the router.
  void addTo(http::Router &router);

private:
  void take(const http::Request &request, const http::Answer &answer);
  QString m_secret;
  const Clock &m_clock;
  SessionPool m_sessions;
};

} // namespace tenantry::api
