// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/ledger_words.h"
#include <QCoreApplication>
#include <QDate>
#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct LedgerTexts {
  Q_DECLARE_TR_FUNCTIONS(LedgerWords)
};

} // namespace

const QStringList &ledgerAccounts() {
  static const QStringList accounts{u"receivable"_s,       u"cash"_s,        u"revenue"_s,
                                    u"deferred_revenue"_s, u"tax_payable"_s, u"customer_balance"_s,
                                    u"bad_debt"_s,         u"refunds"_s};
  return accounts;
}

QString accountWord(const QString &account) {
  const std::map<QString, QString> words{
      {u"receivable"_s, LedgerTexts::tr("Receivable")},
      {u"cash"_s, LedgerTexts::tr("Cash")},
      {u"revenue"_s, LedgerTexts::tr("Revenue")},
      {u"deferred_revenue"_s, LedgerTexts::tr("Deferred revenue")},
      {u"tax_payable"_s, LedgerTexts::tr("Tax payable")},
      {u"customer_balance"_s, LedgerTexts::tr("Customers' balances")},
      {u"bad_debt"_s, LedgerTexts::tr("Bad debt")},
      {u"refunds"_s, LedgerTexts::tr("Refunds")}};
  const auto known = words.find(account);
  return known == words.end() ? account : known->second;
}

QString accountMeaning(const QString &account) {
  const std::map<QString, QString> words{
      {u"receivable"_s, LedgerTexts::tr("What customers owe of finalized invoices: debit.")},
      {u"cash"_s, LedgerTexts::tr("What was received, less what was given back: debit.")},
      {u"revenue"_s, LedgerTexts::tr("What was earned: credit.")},
      {u"deferred_revenue"_s,
       LedgerTexts::tr("What was sold in advance and is earned as its days pass: credit.")},
      {u"tax_payable"_s, LedgerTexts::tr("Tax of invoices that is owed to the state: credit.")},
      {u"customer_balance"_s,
       LedgerTexts::tr("What we owe customers, until their next invoices use it up: credit.")},
      {u"bad_debt"_s, LedgerTexts::tr("What was written off, or lost at a provider: debit.")},
      {u"refunds"_s, LedgerTexts::tr("What was given back or granted by hand: debit.")}};
  const auto known = words.find(account);
  return known == words.end() ? QString() : known->second;
}

QString causeWord(const QString &cause) {
  const std::map<QString, QString> words{
      {u"invoice.finalized"_s, LedgerTexts::tr("Invoice finalized")},
      {u"invoice.voided"_s, LedgerTexts::tr("Invoice voided")},
      {u"invoice.imported"_s, LedgerTexts::tr("Invoice imported")},
      {u"invoice.written_off"_s, LedgerTexts::tr("Invoice written off")},
      {u"credit_note.issued"_s, LedgerTexts::tr("Credit note issued")},
      {u"balance.applied"_s, LedgerTexts::tr("Paid by the balance")},
      {u"balance.given_back"_s, LedgerTexts::tr("Given back to the balance")},
      {u"balance.adjusted"_s, LedgerTexts::tr("Balance changed by hand")},
      {u"balance.paid_out"_s, LedgerTexts::tr("Balance paid out")},
      {u"payment.received"_s, LedgerTexts::tr("Payment received")},
      {u"payment.imported"_s, LedgerTexts::tr("Payment imported")},
      {u"payment.applied"_s, LedgerTexts::tr("Payment in advance applied")},
      {u"payment.reversed"_s, LedgerTexts::tr("Payment reversed")},
      {u"payment.refunded"_s, LedgerTexts::tr("Money given back")},
      {u"finding.lost"_s, LedgerTexts::tr("Lost at the provider")},
      {u"finding.won"_s, LedgerTexts::tr("Came back from the provider")},
      {u"revenue.recognized"_s, LedgerTexts::tr("Revenue recognized")}};
  const auto known = words.find(cause);
  return known == words.end() ? cause : known->second;
}

QString dueAgeWord(billing::DueAge age) {
  switch (age) {
  case billing::DueAge::NotDue:
    return LedgerTexts::tr("Not due yet");
  case billing::DueAge::Month:
    return LedgerTexts::tr("1–30 days late");
  case billing::DueAge::TwoMonths:
    return LedgerTexts::tr("31–60 days late");
  case billing::DueAge::ThreeMonths:
    return LedgerTexts::tr("61–90 days late");
  case billing::DueAge::Older:
    break;
  }
  return LedgerTexts::tr("Over 90 days");
}

QString monthName(std::chrono::year_month month, const QLocale &locale) {
  return u"%1 %2"_s.arg(locale.standaloneMonthName(int(unsigned(month.month()))),
                        QString::number(int(month.year())));
}

} // namespace tenantry::ui
