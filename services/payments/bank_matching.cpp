// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_matching.h"

#include "services/payments/bank_reference.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

Result<std::vector<NamedInvoice>> called(store::Session &session, const QStringList &numbers,
                                         MatchRule rule) {
  if (numbers.isEmpty())
    return std::vector<NamedInvoice>{};
  TENANTRY_TRY(rows, session.database.query(
                         "bank_invoices_called",
                         {{"numbers", std::vector<QString>(numbers.begin(), numbers.end())}}));
  return readNamedInvoices(rows, rule);
}

/// As the business numbers its invoices, or as another system numbered those that were imported.
QStringList numbersOf(const QString &text, const QString &format) {
  auto numbers = numbersIn(text, format);
  for (const auto &word : wordsIn(text))
    for (const auto &written : {word, word.toUpper()})
      if (!numbers.contains(written))
        numbers.append(written);
  return numbers;
}

} // namespace

Result<std::vector<NamedInvoice>> readNamedInvoices(const store::Rows &rows, MatchRule rule) {
  std::vector<NamedInvoice> named;
  for (const auto row : rows) {
    TENANTRY_TRY(status, billing::parseInvoiceStatus(row.get<QString>(4)));
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
    named.push_back({row.get<OrganizationId>(0), row.get<InvoiceId>(1), row.get<QString>(2),
                     row.get<QString>(3), status, Money(row.get<std::int64_t>(6), currency), rule});
  }
  return named;
}

QString toString(MatchRule rule) {
  switch (rule) {
  case MatchRule::StructuredReference:
    return u"structured_reference"_s;
  case MatchRule::Number:
    return u"number"_s;
  case MatchRule::EndToEnd:
    return u"end_to_end"_s;
  case MatchRule::ByHand:
    return u"by_hand"_s;
  }
  return {};
}

MatchPlan planMatch(const BankEntry &entry, const std::vector<NamedInvoice> &named) {
  const auto waits = [](const QString &why) { return MatchPlan{{}, why}; };
  if (entry.amount.minor() < 0)
    return waits(u"money_out"_s);
  if (entry.isReversal)
    return waits(u"reversal"_s);
  if (named.empty())
    return waits(u"unnamed"_s);
  for (const auto &one : named) {
    if (one.due.minor() <= 0 || one.status == billing::InvoiceStatus::Void)
      return waits(u"settled"_s);
    if (one.due.currency() != entry.amount.currency())
      return waits(u"currency"_s);
  }
  if (named.size() == 1)
    return {{{named.front(), entry.amount.minor()}}, {}};
  std::int64_t due = 0;
  MatchPlan plan;
  for (const auto &one : named) {
    if (one.organization != named.front().organization)
      return waits(u"ambiguous"_s);
    due += one.due.minor();
    plan.parts.push_back({one, one.due.minor()});
  }
  return due == entry.amount.minor() ? plan : waits(u"ambiguous"_s);
}

Result<std::vector<NamedInvoice>> namedBy(store::Session &session, const QString &numberFormat,
                                          const BankEntry &entry) {
  const auto &structured = entry.structuredReference;
  if (!structured.isEmpty()) {
    const auto held = creditorReference(structured).value_or(structured);
    TENANTRY_TRY(named,
                 called(session, numbersOf(held, numberFormat), MatchRule::StructuredReference));
    if (!named.empty())
      return named;
  }
  QString joined = entry.remittance; // a number may be broken where the bank broke the line
  joined.remove(u'\n');
  TENANTRY_TRY(named,
               called(session, numbersOf(entry.remittance + u" \n "_s + joined, numberFormat),
                      MatchRule::Number));
  if (!named.empty() || entry.endToEnd.isEmpty())
    return named;
  if (const auto id = invoiceIdIn(entry.endToEnd)) {
    TENANTRY_TRY(rows, session.database.query("bank_invoices_identified",
                                              {{"ids", std::vector<InvoiceId>{*id}}}));
    return readNamedInvoices(rows, MatchRule::EndToEnd);
  }
  return called(session, numbersOf(entry.endToEnd, numberFormat), MatchRule::EndToEnd);
}

} // namespace tenantry::payments
