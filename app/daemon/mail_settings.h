// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/delivery.h"

namespace tenantry::daemon {

/// As they stand on the command line; empty: not given.
struct MailOptions {
  std::string server;       ///< smtp://user@mail.example.com:587
  std::string from;         ///< billing@example.com
  std::string passwordFile; ///< readable for its owner alone
  std::string publicUrl;    ///< where customers reach the pages
  std::string authorities;  ///< a file of certificates; empty: those of the system
  int connections = automation::defaultConnections; ///< to the mail server, at once
};

/// Nothing where no server is given: mails wait in the outbox then. Errors `mail.server_invalid`,
/// `mail.option_missing`, `mail.password_unreadable`, `mail.password_unsafe`, `email.invalid`,
/// `customer_link.address_invalid`.
[[nodiscard]] Result<std::optional<automation::DeliverySettings>>
mailSettings(const MailOptions &options);

/// Where customers reach the pages; empty: not given. Error `customer_link.address_invalid`.
[[nodiscard]] Result<QString> publicUrl(const MailOptions &options);

} // namespace tenantry::daemon
