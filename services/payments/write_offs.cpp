// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/write_offs.h"

#include "services/billing/invoice_verdicts.h"
#include "services/core/seen_rows.h"
#include "services/store/events.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

/// A try that is running decides what becomes of the invoice.
std::optional<Error> obstacle(const QString &number, billing::InvoiceStatus status,
                              bool isTryRunning) {
  if (status != billing::InvoiceStatus::Open)
    return Error{u"invoice.not_open"_s,
                 u"Invoice %1 is %2; only an open invoice can be written off."_s.arg(
                     number, billing::toString(status))};
  if (isTryRunning)
    return Error{u"payment.running"_s,
                 u"A payment of invoice %1 is being tried; wait for its outcome."_s.arg(number)};
  return std::nullopt;
}

Result<WriteOffVerdict> verdictFrom(const store::Row &row) {
  TENANTRY_TRY(status, billing::parseInvoiceStatus(row.get<QString>(4)));
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(6)));
  WriteOffVerdict verdict{{row.get<OrganizationId>(0), row.get<InvoiceId>(1)},
                          row.get<QString>(2),
                          row.get<QString>(3),
                          Money(0, currency)};
  verdict.refusal = obstacle(verdict.number, status, row.get<bool>(7));
  if (!verdict.refusal)
    verdict.due = Money(row.get<std::int64_t>(5), currency);
  return verdict;
}

WriteOffVerdict unknown(const InvoiceKey &key) {
  WriteOffVerdict verdict;
  verdict.key = key;
  verdict.refusal = Error{u"invoice.not_found"_s, u"There is no such issued invoice."_s};
  return verdict;
}

} // namespace

QString WriteOffVerdict::digest() const { return pictureDigest(due.toString().toUtf8()); }

Result<std::vector<WriteOffVerdict>> WriteOffs::preview(const std::vector<InvoiceKey> &keys) {
  return billing::invoiceVerdicts(m_session, "write_off_candidates", keys, verdictFrom, unknown);
}

Result<> WriteOffs::act(const InvoiceKey &key, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, key.organization));
    TENANTRY_TRY(verdicts, preview({key}));
    if (const auto &refusal = verdicts.front().refusal)
      return tl::unexpected(*refusal);
    if (!seen.isEmpty() && seen != verdicts.front().digest())
      return fail(u"invoice.picture_changed"_s,
                  u"What is due on invoice %1 has changed since; look at it again."_s.arg(
                      verdicts.front().number));
    return billing::BillingService(m_session, m_business).writeOff(key.organization, key.invoice);
  });
}

} // namespace tenantry::payments
