// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/doctor.h"

#include "services/payments/bank_chain.h"
#include "services/usage/recount.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

struct Check {
  const char *query;
  QString name;
  QString meaning;
};

const std::vector<Check> &checks() {
  static const std::vector<Check> all{
      {"doctor_organization_facts", u"organization.subscription"_s,
       u"plan, status and MRR of an organization are those of its subscription"_s},
      {"doctor_mrr", u"subscription.mrr"_s, u"MRR = Σ movements, in twelfths of a minor unit"_s},
      {"doctor_spans", u"subscription.spans"_s,
       u"the stretches of a life follow each other without gap or overlap"_s},
      {"doctor_span_ends", u"subscription.span_open"_s,
       u"a live subscription has one open stretch, an ended one none"_s},
      {"doctor_coupons", u"coupon.redeemed"_s, u"redemptions counted = redemptions"_s},
      {"doctor_usage_parts", u"usage.parts"_s,
       u"the parts of usage follow each other without gap"_s},
      {"doctor_usage_part_ends", u"usage.part_end"_s,
       u"the last part of usage ends with the period"_s},
      {"doctor_usage_holds", u"usage.holds"_s, u"held units = Σ reservations"_s},
      {"doctor_invoice_totals", u"invoice.total"_s, u"total and tax = Σ lines"_s},
      {"doctor_invoice_shares", u"invoice.shares"_s,
       u"shares of the lines = discount and tax lines"_s},
      {"doctor_invoice_paid", u"invoice.paid"_s,
       u"amount paid = Σ allocations of payments less what was given back"_s},
      {"doctor_refunds", u"payment.refund"_s, u"each refund has a credit note of its amount"_s},
      {"doctor_invoice_balance", u"invoice.balance_applied"_s,
       u"balance applied = Σ movements for the invoice"_s},
      {"doctor_invoice_credited", u"invoice.credited"_s,
       u"amount credited = Σ allocations of credit notes"_s},
      {"doctor_lines_credited", u"invoice.lines_credited"_s,
       u"no line is credited with more than it bills"_s},
      {"doctor_credit_notes", u"credit_note.total"_s,
       u"credit note = minus Σ lines = allocations + what went to the balance"_s},
      {"doctor_billed_periods", u"invoice.billed_days"_s,
       u"days marked as billed = days of an invoice's line"_s},
      {"doctor_number_series", u"number.series"_s, u"numbers of a series have no gaps"_s},
      {"doctor_number_documents", u"number.document"_s, u"every number given is on its document"_s},
      {"doctor_numbers_registered", u"number.registered"_s,
       u"every numbered document is in the registry"_s},
      {"doctor_ledger_transactions", u"ledger.transactions"_s,
       u"every transaction sums to zero in one currency"_s},
      {"doctor_ledger_receivable", u"ledger.receivable"_s,
       u"receivable = Σ amounts due of open invoices"_s},
      {"doctor_ledger_balance", u"ledger.customer_balance"_s,
       u"customer balance of the ledger = the customer's balance"_s},
      {"doctor_ledger_deferred", u"ledger.deferred_revenue"_s,
       u"deferred revenue = what was sold in advance - what is recognized of it"_s},
      {"doctor_ledger_documents", u"ledger.documents"_s,
       u"cash, sales, tax, refunds and bad debt of the ledger = those of the documents"_s},
      {"doctor_customer_balances", u"customer.balance"_s, u"balance = Σ movements"_s},
      {"doctor_payments_applied", u"payment.applied"_s,
       u"payment = allocations + what went to the balance"_s},
      {"doctor_attempts", u"payment.attempt"_s,
       u"each attempt that succeeded made one payment of its amount"_s},
      {"doctor_event_heads", u"event.sequence"_s,
       u"events of an organization are numbered without gaps"_s},
      {"doctor_consumers", u"event.consumers"_s, u"no consumer is ahead of the events"_s},
      {"doctor_contradictions", u"payment.contradicted"_s,
       u"no provider's word waits for a person"_s},
      {"doctor_left_out", u"billing.left_out"_s, u"no customer is left out by billing runs"_s},
      {"doctor_mails", u"mail.failed"_s, u"no mail has failed for good"_s},
      {"doctor_jobs", u"job.dead"_s, u"no job has failed for good"_s}};
  return all;
}

Result<CheckOutcome> run(store::Session &session, const Check &check, int limit) {
  CheckOutcome outcome{check.name, check.meaning, {}, false};
  TENANTRY_TRY(rows, session.database.query(check.query, {{"limit", limit}}));
  for (const auto row : rows) {
    auto [organization, subject, expected, found] =
        row.as<std::optional<OrganizationId>, QString, QString, QString>();
    outcome.differences.push_back(
        {check.name, organization.value_or(OrganizationId()), subject, expected, found});
  }
  outcome.isCut = rows.size() == limit;
  return outcome;
}

QString describePart(Instant part) {
  return part == Instant::min() ? u"outside of any subscription"_s : u"from %1"_s.arg(toIso(part));
}

Result<CheckOutcome> recountUsage(store::Session &session, business::AppliedBusiness &business,
                                  int limit) {
  CheckOutcome outcome{
      u"usage.totals"_s, u"totals of usage = what their events come to"_s, {}, false};
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(differences, usage::recount(session, applied->business.metrics));
  for (const auto &difference : differences) {
    outcome.isCut = outcome.differences.size() == static_cast<std::size_t>(limit);
    if (outcome.isCut)
      break;
    outcome.differences.push_back({outcome.check, difference.organization,
                                   u"%1 %2"_s.arg(difference.metric, describePart(difference.part)),
                                   QString::number(difference.counted),
                                   QString::number(difference.stored)});
  }
  return outcome;
}

Result<CheckOutcome> compareStatements(store::Session &session, int limit) {
  CheckOutcome outcome{
      u"bank.statements"_s, u"a bank statement opens as the one before it closed"_s, {}, false};
  TENANTRY_TRY(gaps, payments::BankChain(session).gaps());
  for (const auto &gap : gaps) {
    outcome.isCut = outcome.differences.size() == static_cast<std::size_t>(limit);
    if (outcome.isCut)
      break;
    outcome.differences.push_back(
        {outcome.check, OrganizationId(),
         u"statement %1 of account %2"_s.arg(gap.later.name, gap.later.account),
         u"opened with %1"_s.arg(gap.earlier.closing.toString()),
         u"opened with %1: %2"_s.arg(gap.later.opening.toString(), gap.toString())});
  }
  return outcome;
}

} // namespace

QString Difference::toString() const {
  const auto where =
      organization.isNull() ? QString() : u" of organization %1"_s.arg(organization.toString());
  return u"%1: %2%3 should be %4, and is %5."_s.arg(check, subject, where, expected, found);
}

bool DoctorReport::isSound() const { return differences() == 0; }

std::int64_t DoctorReport::differences() const {
  std::int64_t count = 0;
  for (const auto &check : checks)
    count += static_cast<std::int64_t>(check.differences.size());
  return count;
}

Result<DoctorReport> examine(store::Session &session, business::AppliedBusiness &business,
                             int limit) {
  DoctorReport report;
  for (const auto &check : checks()) {
    TENANTRY_TRY(outcome, run(session, check, limit));
    report.checks.push_back(std::move(outcome));
  }
  TENANTRY_TRY(usageTotals, recountUsage(session, business, limit));
  report.checks.push_back(std::move(usageTotals));
  TENANTRY_TRY(statements, compareStatements(session, limit));
  report.checks.push_back(std::move(statements));
  return report;
}

} // namespace tenantry::scenarios
