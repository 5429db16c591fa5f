// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/number_format.h"
#include "services/business/readers.h"
#include "services/core/zone.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

void readIssuer(const TableReader &reader, Issuer &issuer) {
  reader.read("legal_name", issuer.legalName, Need::Required);
  reader.readCountry("country", issuer.country, Need::Required);
  reader.read("vat_id", issuer.vatId);
  reader.read("address", issuer.address);
}

void readNumberFormat(const TableReader &reader, std::string_view key, QString &format) {
  if (!reader.read(key, format, Need::Required))
    return;
  if (const QString problem = problemOfNumberFormat(format); !problem.isEmpty())
    reader.report(u"impossible_value"_s, key, problem);
}

void readApprovals(const TableReader &reader, InvoicePolicy &policy) {
  for (const std::string &key : reader.keys()) {
    const auto currency = Currency::parse(fromUtf8(key));
    if (!currency)
      reader.reportKey(u"impossible_value"_s, key,
                       u"is not a currency of ISO 4217 such as USD or EUR."_s);
    std::int64_t above = 0;
    if (reader.read(key, above, anyAmount) && currency)
      policy.approvalAbove[*currency] = above;
  }
}

void readInvoicePolicy(const TableReader &reader, InvoicePolicy &policy) {
  readNumberFormat(reader, "number", policy.numberFormat);
  readNumberFormat(reader, "credit_note", policy.creditNoteFormat);
  if (!policy.numberFormat.isEmpty() && policy.numberFormat == policy.creditNoteFormat)
    reader.report(u"impossible_value"_s, "credit_note",
                  u"is also the format of the invoices, so numbers would come twice; "
                  u"make them differ."_s);
  reader.read("due_days", policy.dueDays, upToMillion);
  reader.read("proration", policy.proration);
  if (const auto above = reader.table("approval_above", {}))
    readApprovals(*above, policy);
}

void readTimeZone(const TableReader &reader, QString &zone) {
  if (!reader.read("time_zone", zone, Need::Required))
    return;
  if (!Zone::find(zone))
    reader.report(
        u"impossible_value"_s, "time_zone",
        u"is “%1”, which is not an IANA time zone such as UTC or Europe/Berlin."_s.arg(zone));
}

// The shortest period has 28 days: an invoice that waits for longer would be made after the next
// boundary, of what holds since then.
void readGrace(const TableReader &section, int &hours) {
  constexpr int most = 28 * 24 - 1;
  if (section.read("usage_grace_hours", hours, upToMillion) && hours > most)
    section.report(u"impossible_value"_s, "usage_grace_hours",
                   u"is %1: usage is awaited for less than the shortest period, 28 days. Write at "
                   u"most %2 hours."_s.arg(hours)
                       .arg(most));
}

} // namespace

void readBusiness(const TableReader &section, Business &business) {
  section.read("name", business.name, Need::Required);
  if (const auto issuer = section.table("issuer", keys::issuer, Need::Required))
    readIssuer(*issuer, business.issuer);
  if (const auto invoice = section.table("invoice", keys::invoice, Need::Required))
    readInvoicePolicy(*invoice, business.invoice);
  section.read("finalize", business.finalize);
  readGrace(section, business.usageGraceHours);
  section.read("default_currency", business.defaultCurrency, Need::Required);
  readTimeZone(section, business.timeZone);
  section.read("usage_accept_days", business.usageAcceptDays, Range{1, upToMillion.to});
  section.read("margin", business.margin, Range{0, 1}, Need::Required);
}

} // namespace tenantry::business
