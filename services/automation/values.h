// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/id.h"
#include <optional>

namespace tenantry::automation {

using MailId = Id<struct MailTag>;

enum class MailState { Queued, Sent, Failed, Cancelled, Suppressed };
[[nodiscard]] QString toString(MailState state);
[[nodiscard]] Result<MailState> parseMailState(QStringView text); ///< error `mail.state_unknown`

/// The page that a mail's link opens.
enum class MailLink { Invoice, Account };

/// A mail of the outbox, to one recipient.
struct Mail {
  OrganizationId organization;
  MailId id;
  std::int64_t event = 0; ///< the sequence of what it tells about
  QString mailTemplate;   ///< "payment-receipt"
  QString recipient;
  QString language;
  QString subject;
  QString body; ///< paragraphs; `{link}` stands where the link will
  MailLink link = MailLink::Account;
  std::optional<InvoiceId> invoice;
  bool attachesInvoice = false; ///< the invoice's PDF goes with it
  int priority = 0;             ///< higher first
  MailState state = MailState::Queued;
  int attempts = 0;
  Instant dueAt{};
  QString messageId; ///< empty: it was not tried yet
  QString lastError; ///< "sentence [code]"
  Instant createdAt{};
  std::optional<Instant> sentAt;
};

inline constexpr QLatin1StringView linkPlaceholder{"{link}"};

} // namespace tenantry::automation
