// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/values.h"
#include "services/store/session.h"

namespace tenantry::automation {

struct MailQuery {
  std::optional<MailState> state;
  std::optional<OrganizationId> organization;
  int limit = 100;
};

/// What people see of the mails, and what they may do with one.
class Outbox {
public:
  explicit Outbox(store::Session &session) : m_session(session) {}

  [[nodiscard]] Result<std::vector<Mail>> list(const MailQuery &query); ///< latest first
  [[nodiscard]] Result<Mail> find(const MailId &id);                    ///< error `mail.not_found`
  /// One that waits is not sent, one that failed is done with. Errors `mail.not_found`,
  /// `mail.not_waiting` (it was sent, is being sent, or has ended).
  [[nodiscard]] Result<Mail> cancel(const MailId &id);
  /// Whatever became of it, it is sent now, and its address takes mails again. Errors
  /// `mail.not_found`, `mail.not_waiting` (it was sent, or is being sent).
  [[nodiscard]] Result<Mail> retry(const MailId &id);
  /// Makes one as it was before it was cancelled or sent anew; an address that takes mails again
  /// does so further on. Error `mail.changed_since`.
  [[nodiscard]] Result<> restore(const Mail &before);

private:
  store::Session &m_session;
};

} // namespace tenantry::automation
