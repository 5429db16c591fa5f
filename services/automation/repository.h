// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/values.h"
#include "services/core/money.h"
#include "services/core/period.h"
#include "services/organizations/values.h"
#include "services/store/session.h"

namespace tenantry::automation {

/// Of whom mails speak, and who gets them.
struct Addressee {
  QString name;
  QString email;
  QString language;
  QString country;
  bool hasMethod = false;
  QString planId; ///< of its latest subscription; empty: it never had one
  organizations::Status status = organizations::Status::Onboarding;

  /// Whether it is spoken to as a customer: not suspended, churned or closed.
  [[nodiscard]] bool isServed() const {
    using organizations::Status;
    return status == Status::Onboarding || status == Status::Onboarded || status == Status::Active;
  }
};

struct Recipient {
  QString email;
  QString language;
};

struct MailedInvoice {
  QString number;
  Money total;
  std::int64_t amountDue = 0;
  std::optional<LocalDay> dueOn;
};

/// What every statement about whole mails begins its rows with.
[[nodiscard]] Mail mailOf(const store::Row &row);

/// Mails ↔ rows; internal to this domain.
class Repository {
public:
  explicit Repository(store::Session &session) : m_session(session) {}

  [[nodiscard]] Result<std::optional<Addressee>> addressee(const OrganizationId &organization);
  /// Its administrators; none: its own e-mail.
  [[nodiscard]] Result<std::vector<Recipient>> recipients(const OrganizationId &organization,
                                                          const Addressee &addressee);
  [[nodiscard]] Result<std::optional<MailedInvoice>> invoice(const OrganizationId &organization,
                                                             const InvoiceId &id);
  /// Nothing where the event has made that mail already.
  [[nodiscard]] Result<> add(const Mail &mail);
  /// The most urgent ones that are due, for this caller alone until then; none to those that are
  /// busy.
  [[nodiscard]] Result<std::vector<Mail>> claim(const QString &domain, Instant leaseUntil,
                                                int count, const std::vector<QString> &busy);
  [[nodiscard]] Result<> recordSent(const std::vector<Mail> &mails);
  /// It was not tried: nobody has it any more.
  [[nodiscard]] Result<> giveBack(const Mail &mail);
  [[nodiscard]] Result<> recordFailure(const Mail &mail, MailState state, Instant dueAt,
                                       const QString &error);
  [[nodiscard]] Result<> suppress(const Mail &mail, const QString &reason);
  [[nodiscard]] Result<std::vector<Mail>> list(const std::optional<MailState> &state,
                                               const std::optional<OrganizationId> &organization,
                                               int limit);
  [[nodiscard]] Result<std::optional<Mail>> find(const MailId &id);
  /// Whether it waited.
  [[nodiscard]] Result<bool> cancel(const Mail &mail);
  /// Those that wait, of a payment that came by itself.
  [[nodiscard]] Result<> withdrawReceipts(const OrganizationId &organization,
                                          const QString &payment);
  /// Whether it could be made as it was before it was cancelled or put back.
  [[nodiscard]] Result<bool> restore(const Mail &before);
  /// Whether it could be put back; its address is no longer suppressed then.
  [[nodiscard]] Result<bool> retry(const Mail &mail);

private:
  store::Session &m_session;
};

} // namespace tenantry::automation
