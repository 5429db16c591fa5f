// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/smtp_client.h"
#include "services/automation/values.h"
#include "services/business/applied.h"
#include "services/jobs/handler.h"

namespace tenantry::automation {

inline constexpr int defaultConnections = 4;

struct DeliverySettings {
  SmtpServer server;
  QString from;      ///< the address that mails come from
  QString publicUrl; ///< where customers reach the pages, without a slash at its end
  /// How often the outbox is looked at while nothing is in it.
  std::chrono::seconds every{5};
  int connections = defaultConnections; ///< at most so many at once
  /// How long the first mail of a round may keep the others waiting that want connections, too.
  std::chrono::milliseconds patience{500};
};

/// Sends what waits in the outbox, the most urgent first, on several connections at once. A mail is
/// leased, sent outside of any transaction, and what became of it is recorded. A worker that is
/// killed in between, or a server that does not say whether it took a mail, makes it be sent again,
/// with the same Message-ID.
class Delivery {
public:
  explicit Delivery(const DeliverySettings &settings) : m_settings(settings) {}

  /// The number of mails that were tried. Ends where nothing is due or the server is not reached.
  [[nodiscard]] Result<int> run(store::Session &session, const std::function<Result<>()> &mayGoOn);

private:
  const DeliverySettings &m_settings;
};

/// After how long a mail is tried again that was tried so often; nothing: it is given up.
[[nodiscard]] std::optional<std::chrono::minutes> retryDelay(int attempts);

/// Delivery as a job that comes round.
void registerDelivery(jobs::HandlerRegistry &registry, const DeliverySettings &settings);

} // namespace tenantry::automation
