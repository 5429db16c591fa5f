// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

Result<Attempt> read(const store::Row &row) {
  Attempt attempt;
  attempt.organization = row.get<OrganizationId>(0);
  attempt.id = row.get<PaymentAttemptId>(1);
  attempt.invoice = row.get<InvoiceId>(2);
  attempt.number = row.get<int>(3);
  attempt.method = row.get<QUuid>(4);
  attempt.key = row.get<QString>(5);
  attempt.amount = row.get<std::int64_t>(6);
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(7)));
  TENANTRY_TRY(status, parseAttemptStatus(row.get<QString>(8)));
  attempt.currency = currency;
  attempt.status = status;
  attempt.declineCode = row.get<QString>(9);
  attempt.inquiries = row.get<int>(10);
  attempt.createdAt = row.get<Instant>(11);
  attempt.finishedAt = row.get<std::optional<Instant>>(12);
  attempt.reference = row.get<QString>(13);
  return attempt;
}

Result<std::vector<Attempt>> readAll(const store::Rows &rows) {
  std::vector<Attempt> attempts;
  for (const auto row : rows) {
    TENANTRY_TRY(attempt, read(row));
    attempts.push_back(std::move(attempt));
  }
  return attempts;
}

Method readMethod(const store::Row &row) {
  return {row.get<QUuid>(0), row.get<QString>(1), row.get<QString>(2), row.get<QString>(3),
          row.get<Instant>(4)};
}

} // namespace

Result<std::optional<Method>> Repository::method(const OrganizationId &organization) {
  TENANTRY_TRY(rows,
               m_session.database.query("payment_method_live", {{"organization", organization}}));
  if (rows.isEmpty())
    return std::optional<Method>{};
  return std::optional(readMethod(rows[0]));
}

Result<Method> Repository::methodOf(const Attempt &attempt) {
  TENANTRY_TRY(rows, m_session.database.query(
                         "payment_method_by_id",
                         {{"organization", attempt.organization}, {"method", attempt.method}}));
  if (rows.isEmpty())
    throw ProgrammingError("an attempt without its payment method");
  return readMethod(rows[0]);
}

Result<> Repository::replaceMethod(const OrganizationId &organization, const NewMethod &method) {
  const Instant now = m_session.clock.now();
  TENANTRY_CHECK(m_session.database.execute("payment_method_remove",
                                            {{"organization", organization}, {"now", now}}));
  TENANTRY_CHECK(m_session.database.execute("payment_method_add",
                                            {{"organization", organization},
                                             {"method", makeUuidV7(now)},
                                             {"provider", method.provider},
                                             {"label", method.label},
                                             {"reference", method.reference},
                                             {"customer", method.customer},
                                             {"agreed_at", method.agreedAt.value_or(now)},
                                             {"expires_on", method.expiresOn},
                                             {"now", now}}));
  return {};
}

Result<std::vector<Attempt>> Repository::ofOrganization(const OrganizationId &organization) {
  TENANTRY_TRY(rows, m_session.database.query("payment_attempts_of_organization",
                                              {{"organization", organization}}));
  return readAll(rows);
}

Result<std::vector<Attempt>> Repository::ofInvoice(const OrganizationId &organization,
                                                   const InvoiceId &invoice) {
  TENANTRY_TRY(rows,
               m_session.database.query("payment_attempts_of_invoice",
                                        {{"organization", organization}, {"invoice", invoice}}));
  return readAll(rows);
}

Result<std::vector<Instant>> Repository::triesAlike(const OrganizationId &organization,
                                                    const QUuid &method, const Money &amount,
                                                    Instant since) {
  TENANTRY_TRY(
      rows, m_session.database.query("payment_tries_alike", {{"organization", organization},
                                                             {"method", method},
                                                             {"amount", amount.minor()},
                                                             {"currency", amount.currency().code()},
                                                             {"since", since}}));
  std::vector<Instant> tries;
  for (const auto row : rows)
    tries.push_back(row.get<Instant>(0));
  return tries;
}

Result<std::optional<Attempt>> Repository::find(const OrganizationId &organization,
                                                const PaymentAttemptId &id) {
  TENANTRY_TRY(rows, m_session.database.query("payment_attempt_by_id",
                                              {{"organization", organization}, {"attempt", id}}));
  if (rows.isEmpty())
    return std::optional<Attempt>{};
  TENANTRY_TRY(attempt, read(rows[0]));
  return std::optional(std::move(attempt));
}

Result<std::vector<InvoiceId>> Repository::invoicesBeingTried(const OrganizationId &organization) {
  TENANTRY_TRY(rows,
               m_session.database.query("payment_attempts_live", {{"organization", organization}}));
  std::vector<InvoiceId> invoices;
  for (const auto row : rows)
    invoices.push_back(row.get<InvoiceId>(0));
  return invoices;
}

Result<> Repository::insert(const Attempt &attempt) {
  TENANTRY_CHECK(
      m_session.database.execute("payment_attempt_add", {{"organization", attempt.organization},
                                                         {"attempt", attempt.id},
                                                         {"invoice", attempt.invoice},
                                                         {"number", attempt.number},
                                                         {"method", attempt.method},
                                                         {"key", attempt.key},
                                                         {"amount", attempt.amount},
                                                         {"currency", attempt.currency.code()},
                                                         {"now", attempt.createdAt}}));
  return {};
}

Result<bool> Repository::move(const Attempt &attempt, const QString &providerReference) {
  const auto finished = attempt.isLive() ? std::nullopt : std::optional(m_session.clock.now());
  TENANTRY_TRY(moved, m_session.database.execute("payment_attempt_move",
                                                 {{"organization", attempt.organization},
                                                  {"attempt", attempt.id},
                                                  {"status", toString(attempt.status)},
                                                  {"decline_code", attempt.declineCode},
                                                  {"inquiries", attempt.inquiries},
                                                  {"reference", providerReference},
                                                  {"finished_at", finished}}));
  return moved == 1;
}

Result<> Repository::addPayment(const QUuid &id, const OrganizationId &organization,
                                const QString &source,
                                const std::optional<PaymentAttemptId> &attempt, const Money &amount,
                                const QString &reference) {
  TENANTRY_CHECK(m_session.database.execute("payment_add", {{"organization", organization},
                                                            {"payment", id},
                                                            {"source", source},
                                                            {"attempt", attempt},
                                                            {"amount", amount.minor()},
                                                            {"currency", amount.currency().code()},
                                                            {"reference", reference},
                                                            {"now", m_session.clock.now()}}));
  return {};
}

Result<> Repository::allocate(const OrganizationId &organization, const QUuid &payment,
                              const InvoiceId &invoice, const billing::DueSplit &split) {
  if (split.applied() == 0)
    return {};
  TENANTRY_CHECK(m_session.database.execute("payment_allocate", {{"organization", organization},
                                                                 {"payment", payment},
                                                                 {"invoice", invoice},
                                                                 {"amount", split.applied()},
                                                                 {"recovered", split.recovers}}));
  return {};
}

} // namespace tenantry::payments
