// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <chrono>
#include <optional>

namespace tenantry::gateways {

/// How Stripe is reached. Both secrets stay in memory only.
struct StripeSettings {
  QString key;           ///< sk_… or rk_…: of an account, live or test
  QString webhookSecret; ///< whsec_…: what it signs events with; empty: none are taken
  QString url = QStringLiteral("https://api.stripe.com");
  std::chrono::milliseconds connectLimit = std::chrono::seconds(10);
  std::chrono::milliseconds limit = std::chrono::seconds(30); ///< for a request as a whole
};

/// As they stand on the command line; empty: not given.
struct StripeOptions {
  std::string keyFile;           ///< readable for its owner alone
  std::string webhookSecretFile; ///< likewise
  std::string url;               ///< of a stand-in on this machine, for trials
};

/// Nothing where no key is given: the simulator alone charges. Errors `stripe.option_missing`,
/// `stripe.key_invalid`, `stripe.url_invalid`, `secret.unreadable`, `secret.unsafe`.
[[nodiscard]] Result<std::optional<StripeSettings>> stripeSettings(const StripeOptions &options);

/// The one line of a file that nobody but its owner may read; `what` it is, for the sentence.
/// Errors `secret.unreadable`, `secret.unsafe`.
[[nodiscard]] Result<QString> readSecret(const QString &fileName, const QString &what);

/// Whether a URL leads to this machine, where nothing needs to be encrypted.
[[nodiscard]] bool isOnThisMachine(const QString &url);

} // namespace tenantry::gateways
