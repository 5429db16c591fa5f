// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/money_words.h"
#include "models/billing/invoice_key.h"
#include "ui/billing/line_words.h"
#include "ui/billing/pay_words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using MoneyKind = models::MoneyAct::Kind;

struct MoneyTexts {
  Q_DECLARE_TR_FUNCTIONS(tenantry::ui::MoneyWords)
};

MoneyWords creditWords(const models::InvoiceSheet &sheet, const QLocale &locale) {
  const auto &invoice = sheet.invoice;
  return {MoneyTexts::tr("Credit invoice"),
          MoneyTexts::tr("Credit %1 of %2").arg(invoice.number, sheet.organizationName),
          MoneyTexts::tr("Amount, tax included"),
          MoneyTexts::tr("The invoice is %1, %2 of it are open.")
              .arg(formatMoney({invoice.total, invoice.currency}, locale),
                   formatMoney({invoice.amountDue(), invoice.currency}, locale)),
          MoneyTexts::tr("Reason"),
          MoneyTexts::tr("It stands on the credit note."),
          true,
          MoneyTexts::tr("Credit note"),
          MoneyTexts::tr("It lowers what is open of the invoice, the rest goes to the customer's "
                         "balance. A credit note gets a number and cannot be undone."),
          MoneyTexts::tr("Issue credit note"),
          ButtonVariant::Danger,
          MoneyTexts::tr("Credit note issued for %1").arg(invoice.number)};
}

MoneyWords receiveWords(const models::InvoiceSheet &sheet, const QLocale &locale) {
  const auto &invoice = sheet.invoice;
  return {MoneyTexts::tr("Record payment"),
          MoneyTexts::tr("Payment of %1 by %2").arg(invoice.number, sheet.organizationName),
          MoneyTexts::tr("Amount"),
          MoneyTexts::tr("%1 of it are due.")
              .arg(formatMoney({invoice.amountDue(), invoice.currency}, locale)),
          MoneyTexts::tr("Reference"),
          MoneyTexts::tr("What the bank says about it."),
          false,
          MoneyTexts::tr("What it comes to"),
          MoneyTexts::tr("It pays what is due; what is too much goes to the customer's balance and "
                         "pays what else is open."),
          MoneyTexts::tr("Record payment"),
          ButtonVariant::Primary,
          MoneyTexts::tr("Payment recorded for %1").arg(invoice.number),
          MoneyTexts::tr("Received on"),
          MoneyTexts::tr("Its day in the books.")};
}

MoneyWords refundWords(const models::InvoiceSheet &sheet, const QLocale &locale) {
  const auto &invoice = sheet.invoice;
  return {MoneyTexts::tr("Refund"),
          MoneyTexts::tr("Refund for %1 of %2").arg(invoice.number, sheet.organizationName),
          MoneyTexts::tr("Amount"),
          MoneyTexts::tr("%1 of it are paid.")
              .arg(formatMoney({invoice.paid, invoice.currency}, locale)),
          MoneyTexts::tr("Reason"),
          MoneyTexts::tr("It stands on the credit note."),
          true,
          MoneyTexts::tr("What it comes to"),
          MoneyTexts::tr("What a provider took it gives back; what came by bank you pay out "
                         "yourself. A credit note is issued for it. This cannot be undone."),
          MoneyTexts::tr("Give back"),
          ButtonVariant::Danger,
          MoneyTexts::tr("Refund made for %1").arg(invoice.number)};
}

MoneyWords takeBackWords(const models::InvoiceSheet &sheet, const payments::InvoicePayment &payment,
                         const QLocale &locale) {
  return {MoneyTexts::tr("Take back payment"),
          MoneyTexts::tr("Take back %1 for %2 of %3")
              .arg(formatMoney({payment.received, payment.currency}, locale), sheet.invoice.number,
                   sheet.organizationName),
          {},
          {},
          MoneyTexts::tr("Reason"),
          MoneyTexts::tr("It appears in the timeline."),
          true,
          MoneyTexts::tr("What becomes of it"),
          MoneyTexts::tr("The payment never came. What it paid is due again and dunned further on; "
                         "no credit note is issued. In the books it is reversed on its own day, or "
                         "the first open one after it. A receipt that still waits is not sent."),
          MoneyTexts::tr("Take back"),
          ButtonVariant::Danger,
          MoneyTexts::tr("Payment for %1 taken back").arg(sheet.invoice.number)};
}

MoneyWords voidWords(const models::InvoiceSheet &sheet) {
  const auto &invoice = sheet.invoice;
  return {MoneyTexts::tr("Void invoice"),
          MoneyTexts::tr("Void %1 of %2").arg(invoice.number, sheet.organizationName),
          {},
          {},
          MoneyTexts::tr("Reason"),
          MoneyTexts::tr("It appears in the timeline."),
          true,
          MoneyTexts::tr("What it takes back"),
          MoneyTexts::tr("Nobody owes it any more, and its revenue and tax are taken back in the "
                         "books. It keeps its number. Usage that it billed comes on the next "
                         "invoice of the subscription; what it sold in advance does not, but the "
                         "invoice can be issued again."),
          MoneyTexts::tr("Void invoice"),
          ButtonVariant::Danger,
          MoneyTexts::tr("%1 is void").arg(invoice.number)};
}

MoneyWords againWords(const models::InvoiceSheet &sheet) {
  const auto &invoice = sheet.invoice;
  return {MoneyTexts::tr("Issue invoice again"),
          MoneyTexts::tr("Issue %1 of %2 again").arg(invoice.number, sheet.organizationName),
          {},
          {},
          {},
          {},
          false,
          MoneyTexts::tr("What it comes to"),
          MoneyTexts::tr("A new invoice is issued for the same items and days: at the prices and "
                         "with the coupons of the void one, with the tax and address of today, and "
                         "with the usage that is open by now. It gets a number of its own. This "
                         "cannot be undone."),
          MoneyTexts::tr("Issue again"),
          ButtonVariant::Danger,
          MoneyTexts::tr("%1 is issued again").arg(invoice.number)};
}

struct Facts {
  const models::InvoiceSheet &sheet;
  const QLocale &locale;

  [[nodiscard]] std::vector<MoneyFact> operator()(const models::CreditPicture &picture) const {
    const auto &note = picture.note;
    std::vector<MoneyFact> facts;
    for (const auto &line : note.lines) {
      const auto text = lineText(line, note, locale);
      facts.push_back(
          {text.how.isEmpty() ? text.what : u"%1, %2"_s.arg(text.what, text.how), line.amount});
    }
    facts.push_back({MoneyTexts::tr("Credited"), note.invoice.total, true});
    facts.push_back({MoneyTexts::tr("Less to pay of %1").arg(sheet.invoice.number),
                     note.note->lowersInvoices()});
    facts.push_back({MoneyTexts::tr("To the balance"), note.note->toBalance});
    return facts;
  }
  [[nodiscard]] std::vector<MoneyFact> operator()(const models::AgainPicture &picture) const {
    std::vector<MoneyFact> facts;
    for (const auto &line : picture.sheet.lines) {
      const auto text = lineText(line, picture.sheet, locale);
      facts.push_back(
          {text.how.isEmpty() ? text.what : u"%1, %2"_s.arg(text.what, text.how), line.amount});
    }
    facts.push_back({MoneyTexts::tr("Total"), picture.sheet.invoice.total, true});
    if (picture.balanceUsed > 0)
      facts.push_back({MoneyTexts::tr("Paid by the balance"), picture.balanceUsed});
    return facts;
  }
  [[nodiscard]] std::vector<MoneyFact> operator()(const payments::TransferPicture &picture) const {
    std::vector<MoneyFact> facts{{MoneyTexts::tr("Due now"), picture.dueBefore},
                                 {MoneyTexts::tr("Pays of it"), picture.pays}};
    if (picture.recovers > 0)
      facts.push_back({MoneyTexts::tr("Recovered of what was written off"), picture.recovers});
    facts.push_back({MoneyTexts::tr("To the balance"), picture.toBalance});
    facts.push_back(
        {MoneyTexts::tr("In the books on"), 0, false, formatDay(picture.bookedOn, locale)});
    facts.push_back({MoneyTexts::tr("Still due"), picture.dueAfter(), true});
    return facts;
  }
  [[nodiscard]] std::vector<MoneyFact> operator()(const payments::RefundPicture &picture) const {
    std::vector<MoneyFact> facts;
    for (const auto &part : picture.parts)
      facts.push_back(
          {part.payment.isCharge()
               ? MoneyTexts::tr("Back through the provider: %1").arg(paymentName(part.payment))
               : MoneyTexts::tr("You pay out: %1").arg(paymentName(part.payment)),
           part.amount});
    facts.push_back({MoneyTexts::tr("Credit note"), picture.amount, true});
    facts.push_back({MoneyTexts::tr("Tax in it"), picture.tax});
    facts.push_back(
        {MoneyTexts::tr("Can be given back after it"), picture.refundable - picture.amount});
    return facts;
  }
  [[nodiscard]] std::vector<MoneyFact> operator()(const payments::UnassignPicture &picture) const {
    std::vector<MoneyFact> facts;
    for (const auto &one : picture.invoices)
      facts.push_back({one.number, 0, false, reopenedText(one, picture.currency, locale)});
    facts.push_back({MoneyTexts::tr("Balance now"), picture.balanceBefore});
    facts.push_back({MoneyTexts::tr("Balance after it"), picture.balanceAfter, true});
    return facts;
  }
  [[nodiscard]] std::vector<MoneyFact> operator()(const payments::VoidPicture &picture) const {
    std::vector<MoneyFact> facts{{MoneyTexts::tr("Revenue"), -picture.net},
                                 {MoneyTexts::tr("Tax"), -picture.tax}};
    if (picture.toBalance > 0)
      facts.push_back({MoneyTexts::tr("Back to the balance"), picture.toBalance});
    if (picture.pays > 0)
      facts.push_back({MoneyTexts::tr("Pays other invoices from it"), picture.pays});
    facts.push_back({MoneyTexts::tr("No longer due"), picture.due, true});
    return facts;
  }
  [[nodiscard]] std::vector<MoneyFact> operator()(const payments::BalancePicture &) const {
    return {}; // of no invoice
  }
};

QString moneyWarning(const models::MoneyAct::Picture &picture) {
  const auto *again = std::get_if<models::AgainPicture>(&picture);
  if (again && again->staysDraft)
    return MoneyTexts::tr("It stays a draft until it is finalized.");
  const auto *transfer = std::get_if<payments::TransferPicture>(&picture);
  return transfer && transfer->isCharging
             ? MoneyTexts::tr("A provider is being asked for this money just now: if it "
                              "succeeds, that goes to the balance.")
             : QString();
}

MoneyWords moneyWords(MoneyKind kind, const models::InvoiceSheet &sheet,
                      const payments::InvoicePayment &payment, const QLocale &locale) {
  switch (kind) {
  case MoneyKind::Credit:
    return creditWords(sheet, locale);
  case MoneyKind::Receive:
    return receiveWords(sheet, locale);
  case MoneyKind::TakeBack:
    return takeBackWords(sheet, payment, locale);
  case MoneyKind::Void:
    return voidWords(sheet);
  case MoneyKind::Again:
    return againWords(sheet);
  case MoneyKind::Refund:
  case MoneyKind::Adjust:
  case MoneyKind::PayOut:
    break;
  }
  return refundWords(sheet, locale);
}

} // namespace

MoneySubject moneySubject(MoneyKind kind, const models::InvoiceSheet &sheet, const QLocale &locale,
                          const payments::InvoicePayment &payment) {
  const auto &invoice = sheet.invoice;
  MoneySubject subject{kind,
                       {invoice.organization, invoice.id},
                       invoice.currency,
                       moneyWords(kind, sheet, payment, locale),
                       [sheet, locale](const models::MoneyAct::Picture &picture) {
                         return std::visit(Facts{sheet, locale}, picture);
                       },
                       moneyWarning};
  subject.day = sheet.today;
  subject.payment = payment.id;
  const bool isTakenBack = kind == MoneyKind::TakeBack;
  if (isTakenBack || kind == MoneyKind::Void || kind == MoneyKind::Again) {
    subject.whole = isTakenBack ? payment.received : invoice.total;
    subject.typed = invoice.number;
    subject.typedName = MoneyTexts::tr("Number of the invoice");
  }
  return subject;
}

Place invoicePlace(const billing::InvoiceKey &key, const QString &number) {
  if (number.isEmpty())
    return {Place::Kind::Invoices, models::keyText(key), {}, {}};
  return {Place::Kind::Invoice, number, {}, {}};
}

} // namespace tenantry::ui
