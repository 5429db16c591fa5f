// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/rendering.h"
#include "services/automation/repository.h"
#include "services/business/applied.h"

/// From what is to be told to mails of the outbox; internal to this domain.
namespace tenantry::automation {

/// Whoever waits for them reads these; the others come by the thousand after a billing run.
inline constexpr int urgentMail = 10;
inline constexpr int bulkMail = 0;

/// What a suggested plan comes to in a month, beside the one that they have.
struct ToldUpgrade {
  QString planId;
  Money now;
  Money then;
  std::vector<std::pair<QString, std::int64_t>> limits; ///< that it has, by metric; −1: unlimited
};

/// What is to be told, before it is said in somebody's language.
struct Told {
  QString mailTemplate;
  MailLink link = MailLink::Account;
  int priority = urgentMail;
  std::optional<InvoiceId> invoice{};
  bool attachesInvoice = false;
  QString number{}; ///< of the document
  std::optional<LocalDay> due{};
  bool isUnpaid = false; ///< something of the invoice was due when this was read
  std::optional<Money> amount{};
  QString declineCode{};
  std::optional<LocalDay> ends{};
  QString metric{}; ///< its id
  std::int64_t used = 0;
  std::int64_t limit = 0;
  int decimals = 0;
  std::optional<ToldUpgrade> upgrade{};
};

/// Writes mails to those of one organization that are told such things, each in their language.
class Telling {
public:
  Telling(store::Session &session, const business::Business &business,
          const OrganizationId &organization)
      : m_repository(session), m_session(session), m_business(business),
        m_organization(organization) {}

  /// Reads whom it tells, first of all; false: there is no such organization.
  [[nodiscard]] Result<bool> open();
  [[nodiscard]] const Addressee &addressee() const { return m_addressee; }
  [[nodiscard]] Repository &repository() { return m_repository; }
  /// One mail for each recipient; of an event that was told already, none. Nothing where the
  /// business has no such mail.
  [[nodiscard]] Result<> tell(std::int64_t eventSequence, const Told &told);

private:
  [[nodiscard]] Result<> add(std::int64_t eventSequence, const Told &told,
                             const business::MailTemplate &kind, const Recipient &recipient);
  [[nodiscard]] Placeholders valuesOf(const Told &told, const QString &language) const;
  void addUpgrade(const ToldUpgrade &upgrade, const QString &language, Placeholders &values) const;
  [[nodiscard]] QString planName(const QString &id, const QString &language) const;
  [[nodiscard]] QString metricName(const QString &id, const QString &language) const;

  Repository m_repository;
  store::Session &m_session;
  const business::Business &m_business;
  OrganizationId m_organization;
  Addressee m_addressee;
  std::vector<Recipient> m_recipients;
};

} // namespace tenantry::automation
