// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/api/portal.h"
#include "services/automation/delivery.h"
#include "services/gateways/stripe_client.h"
#include "services/http/server.h"
#include "services/jobs/worker_pool.h"

namespace tenantry::daemon {

struct Settings {
  QString database; ///< libpq URI; its login is a member of the worker group
  int workers = 2;
  std::optional<http::ServerOptions> http; ///< where customers' pages are served; none: nowhere
  std::optional<automation::DeliverySettings> mail; ///< none: mails wait in the outbox
  std::optional<gateways::StripeSettings> stripe;   ///< none: the simulator alone charges
  QString publicUrl; ///< where customers reach the pages; empty: cards are not entered at Stripe's
};

/// The workers of a server's database, ready to start. They outlive a lost connection and open it
/// again. Errors of the first connection; `store.not_migrated`, `store.schema_older`,
/// `store.schema_newer`.
[[nodiscard]] Result<std::unique_ptr<jobs::WorkerPool>> makeWorkers(const Settings &settings,
                                                                    const Clock &clock);

/// The customers' pages with the server that serves them.
class Pages {
public:
  Pages(api::PortalSettings settings, const http::ServerOptions &options, const Clock &clock)
      : m_portal(std::move(settings), clock), m_server(options, m_portal.application(), clock) {}
  [[nodiscard]] Result<> start() { return m_server.start(); }
  [[nodiscard]] std::uint16_t port() const { return m_server.port(); }
  /// Finishes the requests at hand.
  void stop() { m_server.stop(); }

private:
  api::Portal m_portal; ///< outlives what serves it
  http::Server m_server;
};

/// Nothing where the settings name no address. Errors of the connection.
[[nodiscard]] Result<std::unique_ptr<Pages>> makePages(const Settings &settings,
                                                       const Clock &clock);

} // namespace tenantry::daemon
