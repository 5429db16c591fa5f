// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

QString wordOf(MailLink link) { return link == MailLink::Invoice ? u"invoice"_s : u"account"_s; }

std::optional<Mail> firstOf(const store::Rows &rows) {
  return rows.isEmpty() ? std::nullopt : std::optional(mailOf(rows[0]));
}

} // namespace

Mail mailOf(const store::Row &row) {
  Mail mail;
  mail.organization = row.get<OrganizationId>(0);
  mail.id = row.get<MailId>(1);
  mail.event = row.get<std::int64_t>(2);
  mail.mailTemplate = row.get<QString>(3);
  mail.recipient = row.get<QString>(4);
  mail.language = row.get<QString>(5);
  mail.subject = row.get<QString>(6);
  mail.body = row.get<QString>(7);
  mail.link = row.get<QString>(8) == "invoice"_L1 ? MailLink::Invoice : MailLink::Account;
  mail.invoice = row.get<std::optional<InvoiceId>>(9);
  mail.attachesInvoice = row.get<bool>(10);
  mail.priority = static_cast<int>(row.get<std::int64_t>(11));
  mail.state = parseMailState(row.get<QString>(12)).value();
  mail.attempts = static_cast<int>(row.get<std::int64_t>(13));
  mail.dueAt = row.get<Instant>(14);
  mail.messageId = row.get<QString>(15);
  mail.lastError = row.get<QString>(16);
  mail.createdAt = row.get<Instant>(17);
  mail.sentAt = row.get<std::optional<Instant>>(18);
  return mail;
}

Result<std::optional<Addressee>> Repository::addressee(const OrganizationId &organization) {
  TENANTRY_TRY(rows, m_session.database.query("mail_addressee", {{"organization", organization}}));
  if (rows.isEmpty())
    return std::optional<Addressee>{};
  auto [name, email, language, country, hasMethod, plan, word] =
      rows[0].as<QString, QString, QString, QString, bool, QString, QString>();
  TENANTRY_TRY(status, organizations::parseStatus(word));
  return std::optional(Addressee{name, email, language, country, hasMethod, plan, status});
}

Result<std::vector<Recipient>> Repository::recipients(const OrganizationId &organization,
                                                      const Addressee &addressee) {
  TENANTRY_TRY(rows,
               m_session.database.query("mail_administrators", {{"organization", organization},
                                                                {"now", m_session.clock.now()}}));
  std::vector<Recipient> recipients;
  for (const auto row : rows) {
    auto [email, language] = row.as<QString, QString>();
    recipients.push_back({email, language.isEmpty() ? addressee.language : language});
  }
  if (recipients.empty() && !addressee.email.isEmpty())
    recipients.push_back({addressee.email, addressee.language});
  return recipients;
}

Result<std::optional<MailedInvoice>> Repository::invoice(const OrganizationId &organization,
                                                         const InvoiceId &id) {
  TENANTRY_TRY(rows, m_session.database.query("mail_invoice",
                                              {{"organization", organization}, {"invoice", id}}));
  if (rows.isEmpty())
    return std::optional<MailedInvoice>{};
  const auto [number, total, due, code, dueOn] =
      rows[0].as<QString, std::int64_t, std::int64_t, QString, std::optional<LocalDay>>();
  TENANTRY_TRY(currency, Currency::parse(code));
  return std::optional(MailedInvoice{number, Money(total, currency), due, dueOn});
}

Result<> Repository::add(const Mail &mail) {
  TENANTRY_CHECK(m_session.database.execute("mail_add", {{"organization", mail.organization},
                                                         {"mail", mail.id},
                                                         {"sequence", mail.event},
                                                         {"template", mail.mailTemplate},
                                                         {"recipient", mail.recipient},
                                                         {"language", mail.language},
                                                         {"subject", mail.subject},
                                                         {"body", mail.body},
                                                         {"link", wordOf(mail.link)},
                                                         {"invoice", mail.invoice},
                                                         {"attaches_invoice", mail.attachesInvoice},
                                                         {"priority", mail.priority},
                                                         {"now", m_session.clock.now()}}));
  return {};
}

Result<std::vector<Mail>> Repository::claim(const QString &domain, Instant leaseUntil, int count,
                                            const std::vector<QString> &busy) {
  TENANTRY_TRY(rows, m_session.database.query("mail_claim", {{"now", m_session.clock.now()},
                                                             {"lease_until", leaseUntil},
                                                             {"domain", domain},
                                                             {"count", count},
                                                             {"busy", busy}}));
  std::vector<Mail> mails;
  for (const auto row : rows)
    mails.push_back(mailOf(row));
  return mails;
}

Result<> Repository::recordSent(const std::vector<Mail> &mails) {
  std::vector<OrganizationId> organizations;
  std::vector<MailId> ids;
  std::vector<std::int64_t> attempts;
  for (const auto &mail : mails) {
    organizations.push_back(mail.organization);
    ids.push_back(mail.id);
    attempts.push_back(mail.attempts);
  }
  TENANTRY_CHECK(m_session.database.execute("mail_record_sent", {{"organizations", organizations},
                                                                 {"mails", ids},
                                                                 {"attempts", attempts},
                                                                 {"now", m_session.clock.now()}}));
  return {};
}

Result<> Repository::giveBack(const Mail &mail) {
  TENANTRY_CHECK(m_session.database.execute(
      "mail_give_back",
      {{"organization", mail.organization}, {"mail", mail.id}, {"attempts", mail.attempts}}));
  return {};
}

Result<> Repository::recordFailure(const Mail &mail, MailState state, Instant dueAt,
                                   const QString &error) {
  TENANTRY_CHECK(
      m_session.database.execute("mail_record_failure", {{"organization", mail.organization},
                                                         {"mail", mail.id},
                                                         {"attempts", mail.attempts},
                                                         {"state", toString(state)},
                                                         {"due_at", dueAt},
                                                         {"error", error}}));
  return {};
}

Result<> Repository::suppress(const Mail &mail, const QString &reason) {
  TENANTRY_CHECK(m_session.database.execute("mail_suppress", {{"organization", mail.organization},
                                                              {"recipient", mail.recipient},
                                                              {"reason", reason},
                                                              {"now", m_session.clock.now()}}));
  TENANTRY_CHECK(m_session.database.execute(
      "mail_suppress_waiting",
      {{"organization", mail.organization}, {"recipient", mail.recipient}, {"reason", reason}}));
  return {};
}

Result<std::vector<Mail>> Repository::list(const std::optional<MailState> &state,
                                           const std::optional<OrganizationId> &organization,
                                           int limit) {
  const auto word = state ? std::optional(toString(*state)) : std::nullopt;
  auto &database = m_session.database;
  TENANTRY_TRY(
      rows, organization ? database.query(
                               "mail_list_of_organization",
                               {{"organization", *organization}, {"state", word}, {"limit", limit}})
            : state ? database.query("mail_list_in_state", {{"state", *word}, {"limit", limit}})
                    : database.query("mail_list", {{"limit", limit}}));
  std::vector<Mail> mails;
  for (const auto row : rows)
    mails.push_back(mailOf(row));
  return mails;
}

Result<std::optional<Mail>> Repository::find(const MailId &id) {
  TENANTRY_TRY(rows, m_session.database.query("mail_find", {{"mail", id}}));
  return firstOf(rows);
}

Result<bool> Repository::cancel(const Mail &mail) {
  TENANTRY_TRY(count,
               m_session.database.execute("mail_cancel", {{"organization", mail.organization},
                                                          {"mail", mail.id},
                                                          {"now", m_session.clock.now()}}));
  return count > 0;
}

Result<> Repository::withdrawReceipts(const OrganizationId &organization, const QString &payment) {
  TENANTRY_CHECK(m_session.database.execute(
      "mail_withdraw_receipts",
      {{"organization", organization}, {"payment", payment}, {"now", m_session.clock.now()}}));
  return {};
}

Result<bool> Repository::restore(const Mail &before) {
  TENANTRY_TRY(count,
               m_session.database.execute("mail_restore", {{"organization", before.organization},
                                                           {"mail", before.id},
                                                           {"state", toString(before.state)},
                                                           {"attempts", before.attempts},
                                                           {"due_at", before.dueAt},
                                                           {"error", before.lastError}}));
  return count > 0;
}

Result<bool> Repository::retry(const Mail &mail) {
  TENANTRY_TRY(count, m_session.database.execute("mail_retry", {{"organization", mail.organization},
                                                                {"mail", mail.id},
                                                                {"now", m_session.clock.now()}}));
  if (count > 0)
    TENANTRY_CHECK(
        m_session.database.execute("mail_suppression_lift", {{"organization", mail.organization},
                                                             {"recipient", mail.recipient}}));
  return count > 0;
}

} // namespace tenantry::automation
