// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/preview_sums.h"

namespace tenantry::models {

billing::InvoiceFinding foundOf(const PreviewRow &row) {
  return {row.id.organization, row.issued.value_or(LocalDay()), billing::findingCode(row.finding),
          Money(row.total, row.currency)};
}

void PreviewSums::add(const PreviewRow &row) {
  auto &sums = totals[row.currency];
  ++sums.invoices;
  sums.usage += row.usage;
  sums.tax += row.tax;
  sums.total += row.total;
  if (row.changeInPercent()) {
    sums.comparable += row.total;
    sums.before += *row.before;
  }
  using Kind = billing::Finding::Kind;
  const auto kind = row.finding.kind;
  findings.reviewed += row.isReviewed;
  findings.missingData += kind == Kind::MissingData;
  findings.firstInvoices += kind == Kind::FirstInvoice;
  findings.changes += kind == Kind::UsageChange || kind == Kind::TotalChange;
}

void PreviewSums::add(const PreviewSums &others) {
  for (const auto &[currency, more] : others.totals) {
    auto &sums = totals[currency];
    sums.invoices += more.invoices;
    sums.usage += more.usage;
    sums.tax += more.tax;
    sums.total += more.total;
    sums.comparable += more.comparable;
    sums.before += more.before;
  }
  findings.missingData += others.findings.missingData;
  findings.firstInvoices += others.findings.firstInvoices;
  findings.changes += others.findings.changes;
  findings.reviewed += others.findings.reviewed;
}

} // namespace tenantry::models
