// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/repository.h"
#include "services/automation/smtp_client.h"

/// What is written of a mail that was tried; internal to this domain.
namespace tenantry::automation {

struct Tried {
  Mail mail;
  QByteArray token; ///< of its link; empty where none was made
  SmtpOutcome outcome;
};

/// Those that were accepted in one statement, the others one by one. A link that nobody got is
/// revoked.
[[nodiscard]] Result<> recordTried(store::Session &session, const std::vector<Tried> &tried);
/// It is tried again after a while; at last it is given up.
[[nodiscard]] Result<> putOff(store::Session &session, const Mail &mail, const QString &why);
/// It was this caller's and was not tried: it waits as before. `token`: as above.
[[nodiscard]] Result<> giveBack(store::Session &session, const Mail &mail, const QByteArray &token);

} // namespace tenantry::automation
