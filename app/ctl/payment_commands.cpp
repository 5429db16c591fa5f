// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/invoice_text.h"
#include "services/payments/refunds.h"
#include "services/payments/take_backs.h"
#include "services/payments/transfers.h"
#include "services/payments/unanswered.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct PaymentOptions {
  std::string number;
  std::string payment;
  std::string amount;
  std::string reason;
  std::string reference;
  std::string day;
  bool unanswered = false;
  bool preview = false;
  std::string expected;
};

/// "199.00", in the invoice's currency.
Result<Money> amountOf(const PaymentOptions &options, Currency currency) {
  return Money::parseMajor(text(options.amount), currency);
}

Json describe(const payments::Refund &refund) {
  return {{"id", refund.id},
          {"payment", refund.payment},
          {"by_hand", refund.isByHand},
          {"amount", refund.amount.minor()},
          {"currency", refund.amount.currency().code()},
          {"reason", refund.reason},
          {"status", payments::toString(refund.status)},
          {"decline_code", refund.declineCode},
          {"credit_note", refund.creditNote},
          {"created_at", refund.createdAt},
          {"finished_at", refund.finishedAt ? Json(*refund.finishedAt) : Json()}};
}

Json describe(const payments::InvoicePayment &payment) {
  return {{"id", payment.id},
          {"source", payment.source},
          {"reference", payment.reference},
          {"received_at", payment.receivedAt},
          {"booked_on", payment.bookedOn ? Json(*payment.bookedOn) : Json()},
          {"currency", payment.currency.code()},
          {"received", payment.received},
          {"applied", payment.applied},
          {"recovered", payment.recovered},
          {"refunded", payment.refunded},
          {"refunding", payment.refunding},
          {"charged_back", payment.chargedBack()},
          {"refunded_elsewhere", payment.refundedThere},
          {"recorded_by_hand", payment.isRecorded}};
}

QString standingOf(const payments::InvoicePayment &payment) {
  QStringList words;
  const auto add = [&](std::int64_t gone, const QString &how) {
    if (gone == payment.received)
      words += how;
    else if (gone > 0)
      words += u"%1 %2"_s.arg(Money(gone, payment.currency).toString(), how);
  };
  add(payment.chargedBack(), u"charged back"_s);
  add(payment.refundedThere, u"refunded at the provider"_s);
  return words.isEmpty() ? u"received"_s : words.join(u", "_s);
}

Result<Answer> listUnanswered(Composition &composition) {
  TENANTRY_TRY(all, payments::unanswered(composition.session()));
  Answer answer;
  answer.json["unanswered"] = Json::array();
  TextTable table({u"since"_s, u"what"_s, u"invoice"_s, u"customer"_s, u"method"_s, u"amount"_s,
                   u"status"_s, u"asked"_s, u"id"_s});
  for (const auto &one : all) {
    const QString kind = one.isRefund ? u"refund"_s : u"attempt"_s;
    const QString id = one.id.toString(QUuid::WithoutBraces);
    answer.json["unanswered"].push_back({{"organization", one.organization},
                                         {"customer", one.customer},
                                         {"kind", kind},
                                         {"id", id},
                                         {"number", one.number},
                                         {"amount", one.amount.minor()},
                                         {"currency", one.amount.currency().code()},
                                         {"method", one.methodLabel},
                                         {"status", payments::toString(one.status)},
                                         {"inquiries", one.inquiries},
                                         {"since", one.since}});
    table.add({toIso(one.since), kind, one.number, one.customer, one.methodLabel,
               one.amount.toString(), payments::toString(one.status),
               QString::number(one.inquiries), id});
  }
  answer.text = table.toString();
  return answer;
}

Result<Answer> list(Composition &composition, const PaymentOptions &options) {
  if (options.unanswered)
    return listUnanswered(composition);
  auto &session = composition.session();
  TENANTRY_TRY(
      invoice,
      billing::BillingService(session, composition.business()).findByNumber(text(options.number)));
  TENANTRY_TRY(money, payments::moneyOf(session, invoice.organization, invoice.id));
  Answer answer;
  answer.json = {
      {"number", invoice.number}, {"payments", Json::array()}, {"refunds", Json::array()}};
  TextTable table({u"when"_s, u"what"_s, u"reference"_s, u"amount"_s, u"status"_s, u"id"_s});
  for (const auto &payment : money.payments) {
    answer.json["payments"].push_back(describe(payment));
    table.add({toIso(payment.receivedAt), payment.source, payment.reference,
               Money(payment.applied, payment.currency).toString(), standingOf(payment),
               payment.id.toString()});
  }
  for (const auto &refund : money.refunds) {
    answer.json["refunds"].push_back(describe(refund));
    table.add({toIso(refund.createdAt), u"refund"_s, refund.creditNote,
               Money(-refund.amount.minor(), refund.amount.currency()).toString(),
               payments::toString(refund.status), refund.id.toString()});
  }
  answer.text = table.toString();
  return answer;
}

Answer tell(const payments::TransferPicture &picture, const payments::PaymentId &payment,
            bool isPreview) {
  const auto money = [&](std::int64_t minor) { return Money(minor, picture.currency).toString(); };
  return {{{"done", !isPreview},
           {"digest", picture.digest()},
           {"payment", isPreview ? Json() : Json(payment)},
           {"number", picture.number},
           {"currency", picture.currency.code()},
           {"due_before", picture.dueBefore},
           {"pays", picture.pays},
           {"recovers", picture.recovers},
           {"to_balance", picture.toBalance},
           {"due_after", picture.dueAfter()},
           {"booked_on", picture.bookedOn},
           {"is_charging", picture.isCharging}},
          (isPreview ? u"Preview; nothing was written.\n"_s : u"Done.\n"_s) +
              u"invoice %1: %2 due, %3 paid, %4 recovered, %5 left, %6 to the balance\n"
              u"in the books on %7\n"
              u"digest %8\n"_s.arg(picture.number, money(picture.dueBefore), money(picture.pays),
                                   money(picture.recovers), money(picture.dueAfter()),
                                   money(picture.toBalance), toIso(picture.bookedOn),
                                   picture.digest())};
}

Result<Answer> receive(Composition &composition, const PaymentOptions &options) {
  auto &session = composition.session();
  TENANTRY_TRY(
      invoice,
      billing::BillingService(session, composition.business()).findByNumber(text(options.number)));
  TENANTRY_TRY(amount, amountOf(options, invoice.currency));
  payments::Transfers transfers(session, composition.business());
  payments::Transfer transfer{invoice.organization, invoice.id, amount, text(options.reference),
                              makeId<payments::PaymentId>(session.clock.now())};
  if (!options.day.empty()) {
    TENANTRY_TRY(day, parseDay(text(options.day)));
    transfer.receivedOn = day;
  }
  TENANTRY_TRY(picture, options.preview ? transfers.preview(transfer)
                                        : transfers.act(transfer, text(options.expected)));
  return tell(picture, transfer.id, options.preview);
}

Answer tell(const payments::UnassignPicture &picture, bool isPreview) {
  const auto money = [&](std::int64_t minor) { return Money(minor, picture.currency).toString(); };
  Answer answer{{{"done", !isPreview},
                 {"digest", picture.digest()},
                 {"organization", picture.organization},
                 {"currency", picture.currency.code()},
                 {"invoices", Json::array()},
                 {"balance_before", picture.balanceBefore},
                 {"balance_after", picture.balanceAfter}},
                isPreview ? u"Preview; nothing was written.\n"_s : u"Done.\n"_s};
  for (const auto &one : picture.invoices) {
    answer.json["invoices"].push_back({{"number", one.number},
                                       {"due_before", one.dueBefore},
                                       {"due_after", one.dueAfter},
                                       {"written_off", one.lost}});
    answer.text += u"invoice %1: %2 due, then %3; %4 written off again\n"_s.arg(
        one.number, money(one.dueBefore), money(one.dueAfter), money(one.lost));
  }
  answer.text += u"balance %1, then %2\ndigest %3\n"_s.arg(
      money(picture.balanceBefore), money(picture.balanceAfter), picture.digest());
  return answer;
}

Result<Answer> takeBack(Composition &composition, const PaymentOptions &options) {
  auto &session = composition.session();
  TENANTRY_TRY(
      invoice,
      billing::BillingService(session, composition.business()).findByNumber(text(options.number)));
  payments::TakeBacks backs(session, composition.business());
  const payments::RecordedPayment recorded{invoice.organization,
                                           payments::PaymentId::fromString(text(options.payment)),
                                           text(options.reason)};
  TENANTRY_TRY(picture, options.preview ? backs.preview(recorded)
                                        : backs.act(recorded, text(options.expected)));
  return tell(picture, options.preview);
}

Answer tell(const payments::RefundPicture &picture,
            const std::optional<std::vector<payments::Refund>> &done) {
  const auto money = [&](std::int64_t minor) { return Money(minor, picture.currency).toString(); };
  Answer answer;
  answer.json = {{"done", done.has_value()},         {"digest", picture.digest()},
                 {"number", picture.number},         {"currency", picture.currency.code()},
                 {"amount", picture.amount},         {"tax", picture.tax},
                 {"refundable", picture.refundable}, {"parts", Json::array()},
                 {"refunds", Json::array()}};
  TextTable table({u"payment"_s, u"back by"_s, u"amount"_s});
  for (const auto &part : picture.parts) {
    answer.json["parts"].push_back({{"payment", part.payment.id},
                                    {"by_hand", !part.payment.isCharge()},
                                    {"amount", part.amount}});
    table.add({part.payment.reference, part.payment.isCharge() ? u"provider"_s : u"hand"_s,
               money(part.amount)});
  }
  for (const auto &refund : done.value_or(std::vector<payments::Refund>{}))
    answer.json["refunds"].push_back(describe(refund));
  answer.text = (done ? u"Done.\n"_s : u"Preview; nothing was written.\n"_s) + table.toString() +
                u"invoice %1: %2 of at most %3, of which %4 tax\ndigest %5\n"_s.arg(
                    picture.number, money(picture.amount), money(picture.refundable),
                    money(picture.tax), picture.digest());
  return answer;
}

Result<Answer> refund(Composition &composition, const PaymentOptions &options) {
  auto &session = composition.session();
  TENANTRY_TRY(
      invoice,
      billing::BillingService(session, composition.business()).findByNumber(text(options.number)));
  payments::Refunds refunds(session, composition.business());
  payments::RefundRequest request{invoice.organization, invoice.id, 0, text(options.reason)};
  if (options.amount.empty()) {
    TENANTRY_TRY(most, refunds.most(invoice.organization, invoice.id));
    request.amount = most.minor();
  } else {
    TENANTRY_TRY(amount, amountOf(options, invoice.currency));
    request.amount = amount.minor();
  }
  TENANTRY_TRY(picture, refunds.preview(request));
  if (options.preview)
    return tell(picture, std::nullopt);
  TENANTRY_TRY(done, refunds.act(request, text(options.expected)));
  return tell(picture, done);
}

using SharedPayment = std::shared_ptr<PaymentOptions>;

void addShared(grammar::Level &level, const SharedPayment &options) {
  level.flag("--preview", options->preview, "Only show what it comes to; nothing is written");
  level.option("--expect", options->expected,
               "Refuse unless it comes to what a preview with this digest showed");
}

} // namespace

void addPaymentCommands(CommandLine &line) {
  auto group = line.top().group("payment", "Money that came in and money given back");
  const auto listing = std::make_shared<PaymentOptions>();
  auto lists = group.command("list", "What paid an invoice, and what was given back");
  const auto waiting =
      lists.flag("--unanswered", listing->unanswered,
                 "Charges and refunds that no provider has answered, of all invoices");
  lists.option("number", listing->number, "INV-2026-000001")
      .excludes(waiting)
      .requiredUnless(waiting);
  line.on(lists,
          {.work = [listing](Composition &composition) { return list(composition, *listing); }});

  const auto receiving = std::make_shared<PaymentOptions>();
  auto receives = group.command("receive", "Record a bank transfer for an invoice");
  receives.option("number", receiving->number, "INV-2026-000001").required();
  receives.option("amount", receiving->amount, "199.00, in the invoice's currency").required();
  receives.option("--reference", receiving->reference, "What the bank says about it");
  receives.option("--day", receiving->day, "On which it came, 2026-11-30; without it, today")
      .checked(isDay());
  addShared(receives, receiving);
  line.on(receives, {.work = [receiving](Composition &composition) {
            return receive(composition, *receiving);
          }});

  const auto taking = std::make_shared<PaymentOptions>();
  auto takes = group.command("take-back",
                             "One that was recorded by hand never came: what it paid is due again");
  takes.option("number", taking->number, "INV-2026-000001").required();
  takes.option("payment", taking->payment, "The payment's id, as payment list has it").required();
  takes.option("--reason", taking->reason, "Why it is none, for others to read").required();
  addShared(takes, taking);
  line.on(takes,
          {.work = [taking](Composition &composition) { return takeBack(composition, *taking); }});

  const auto giving = std::make_shared<PaymentOptions>();
  auto gives = group.command("refund", "Give back what was paid, with a credit note");
  gives.option("number", giving->number, "INV-2026-000001").required();
  gives.option("amount", giving->amount, "19.90; without it, all that can be given back");
  gives.option("--reason", giving->reason, "Why; it stands on the credit note");
  addShared(gives, giving);
  line.on(gives,
          {.work = [giving](Composition &composition) { return refund(composition, *giving); }});
  addContradictionCommands(line, group);
  addForgetCustomerCommand(line, group);
}

} // namespace tenantry::ctl
