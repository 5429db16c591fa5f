// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/payments/contradictions.h"
#include "services/payments/finding_acts.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using payments::Contradiction;

struct ContradictionOptions {
  std::string id;
  std::string outcome;
  std::string reason;
  std::string as;
  std::string amount;
  bool preview = false;
  std::string expected;
};

using payments::ContradictionKind;

/// "attempt of USD 199.00", "setup".
QString nameOf(const Contradiction &of) {
  const auto kind = payments::toString(of.kind);
  return of.amount ? u"%1 of %2"_s.arg(kind, of.amount->toString()) : kind;
}

/// What can be done about it, as the commands call it.
QStringList actsOf(const Contradiction &of) {
  QStringList acts;
  if (payments::mayAskAgain(of))
    acts += u"ask-again"_s;
  for (const bool moved : {true, false})
    if (payments::maySettle(of, moved))
      acts += moved ? u"settle moved"_s : u"settle none"_s;
  for (const auto as : payments::waysToBook())
    if (payments::mayBook(of, as))
      acts += u"book "_s + payments::toString(as);
  return acts;
}

Json describe(const Contradiction &of) {
  Json json{{"organization", of.organization},
            {"customer", of.customer},
            {"kind", payments::toString(of.kind)},
            {"id", of.idText()},
            {"number", of.number},
            {"amount", nullptr},
            {"currency", nullptr},
            {"code", of.code},
            {"reference", of.reference},
            {"since", of.since},
            {"reason", of.reason},
            {"withdrawn", of.isWithdrawn},
            {"acts", Json::array()}};
  if (of.amount) {
    json["amount"] = of.amount->minor();
    json["currency"] = of.amount->currency().code();
  }
  for (const auto &act : actsOf(of))
    json["acts"].push_back(act);
  return json;
}

Result<Answer> list(Composition &composition) {
  TENANTRY_TRY(all, payments::contradictions(composition.session()));
  Answer answer;
  answer.json["contradictions"] = Json::array();
  TextTable table({u"since"_s, u"what"_s, u"invoice"_s, u"amount"_s, u"why"_s, u"at the provider"_s,
                   u"id"_s, u"customer"_s, u"what can be done"_s});
  for (const auto &each : all) {
    answer.json["contradictions"].push_back(describe(each));
    table.add({toIso(each.since), payments::toString(each.kind), each.number,
               each.amount ? each.amount->toString() : QString(), each.code, each.reference,
               each.idText(), each.customer, actsOf(each).join(u", "_s)});
  }
  answer.text = all.empty() ? u"No provider contradicts the books.\n"_s : table.toString();
  return answer;
}

Result<Contradiction> find(Composition &composition, const ContradictionOptions &options) {
  return payments::findContradiction(composition.session(), QUuid::fromString(text(options.id)));
}

Result<Answer> askAgain(Composition &composition, const ContradictionOptions &options) {
  TENANTRY_TRY(of, find(composition, options));
  TENANTRY_CHECK(payments::askAgain(composition.session(), of));
  return Answer{describe(of),
                u"A worker asks the provider about the %1 again.\n"_s.arg(nameOf(of))};
}

Result<Answer> settle(Composition &composition, const ContradictionOptions &options) {
  TENANTRY_TRY(of, find(composition, options));
  const bool moved = options.outcome == "moved";
  Answer answer{describe(of), {}};
  answer.json["moved"] = moved;
  answer.json["done"] = !options.preview;
  answer.json["digest"] = of.digest();
  if (options.preview) {
    TENANTRY_CHECK(payments::maySettle(of, moved));
    answer.text = u"Preview; nothing was written.\n%1 of %2%3: %4\ndigest %5\n"_s.arg(
        nameOf(of), of.customer, of.number.isEmpty() ? QString() : u", "_s + of.number, of.code,
        of.digest());
    return answer;
  }
  TENANTRY_CHECK(payments::settleByHand(composition.session(), composition.business(), of, moved,
                                        text(options.reason), text(options.expected)));
  if (of.kind == ContradictionKind::Setup)
    answer.text = u"Nothing is taken over from the setup.\n"_s;
  else if (payments::isFinding(of.kind))
    answer.text = u"Ended; nothing of it is booked.\n"_s;
  else
    answer.text = moved ? u"Booked: the %1 was carried out.\n"_s.arg(nameOf(of))
                        : u"The %1 was not carried out.\n"_s.arg(nameOf(of));
  return answer;
}

Json reopenedJson(const std::vector<payments::UnassignPicture::Reopened> &invoices) {
  auto all = Json::array();
  for (const auto &one : invoices)
    all.push_back(
        {{"number", one.number}, {"due_before", one.dueBefore}, {"due_after", one.dueAfter}});
  return all;
}

Result<std::optional<Money>> takenOf(Composition &composition, const Contradiction &of,
                                     const ContradictionOptions &options) {
  if (options.amount.empty())
    return std::optional<Money>();
  billing::BillingService billing(composition.session(), composition.business());
  TENANTRY_TRY(invoice, billing.findByNumber(of.number));
  TENANTRY_TRY(taken, Money::parseMajor(text(options.amount), invoice.currency));
  return std::optional(taken);
}

Result<Answer> book(Composition &composition, const ContradictionOptions &options) {
  TENANTRY_TRY(of, find(composition, options));
  TENANTRY_TRY(taken, takenOf(composition, of, options));
  payments::FindingActs acts(composition.session(), composition.business());
  const auto as = payments::parseBookAs(text(options.as)).value_or(payments::BookAs::Refund);
  TENANTRY_TRY(picture, options.preview ? acts.preview(of.organization, of.id, as, taken)
                                        : acts.act(of.organization, of.id, as, text(options.reason),
                                                   text(options.expected), taken));
  const auto money = [&](std::int64_t minor) {
    return Money(minor, picture.amount.currency()).toString();
  };
  QString others;
  for (const auto &one : picture.others)
    others += u"invoice %1, which the balance paid: %2 due, then %3\n"_s.arg(
        one.number, money(one.dueBefore), money(one.dueAfter));
  return Answer{{{"done", !options.preview},
                 {"digest", picture.digest()},
                 {"kind", payments::toString(picture.kind)},
                 {"reference", picture.reference},
                 {"number", picture.number},
                 {"as", payments::toString(picture.as)},
                 {"amount", picture.amount.minor()},
                 {"currency", picture.amount.currency().code()},
                 {"tax", picture.tax},
                 {"due_before", picture.dueBefore},
                 {"due_after", picture.dueAfter},
                 {"written_off", picture.writtenOff},
                 {"balance_before", picture.balanceBefore},
                 {"balance_after", picture.balanceAfter},
                 {"others", reopenedJson(picture.others)}},
                (options.preview ? u"Preview; nothing was written.\n"_s : u"Done.\n"_s) +
                    u"%1 of %2 as %3\ninvoice %4: %5 due, then %6; %7 written off, tax of the "
                    u"credit note %8\nbalance %9\n"_s.arg(
                        payments::toString(picture.kind), picture.amount.toString(),
                        payments::toString(picture.as), picture.number, money(picture.dueBefore),
                        money(picture.dueAfter), money(picture.writtenOff), money(picture.tax),
                        money(picture.balanceBefore) + u", then "_s + money(picture.balanceAfter)) +
                    others + u"digest %1\n"_s.arg(picture.digest())};
}

void addExpectation(grammar::Level &level, const std::shared_ptr<ContradictionOptions> &options) {
  level.flag("--preview", options->preview, "Only show what it comes to; nothing is written");
  level.option("--expect", options->expected,
               "Refuse unless it comes to what a preview with this digest showed");
}

void addBookCommand(CommandLine &line, grammar::Level &payment) {
  const auto booked = std::make_shared<ContradictionOptions>();
  auto books = payment.command(
      "book", "Book what a provider did without us: a dispute, a refund, a second charge");
  books.option("id", booked->id, "Of the finding").required();
  books
      .option(
          "--as", booked->as,
          "refund: with a credit note; reopen: the payment is taken back; write_off: … and what "
          "is due then is given up; loss: nobody owes it again; balance: to the customer's; "
          "give_back: the provider is "
          "asked to; payout: of the customer's balance")
      .oneOf({"refund", "reopen", "write_off", "loss", "balance", "give_back", "payout"})
      .required();
  books.option("--amount", booked->amount,
               "How much of the payment it is, where the provider took another currency");
  books.option("--reason", booked->reason, "Why; it stands on the credit note or the timeline");
  addExpectation(books, booked);
  line.on(books,
          {.work = [booked](Composition &composition) { return book(composition, *booked); }});
}

} // namespace

void addContradictionCommands(CommandLine &line, grammar::Level &payment) {
  auto lists = payment.command("contradicted",
                               "What a provider contradicts, or did without us, and a person ends");
  line.on(lists, {.work = [](Composition &composition) { return list(composition); }});

  const auto asked = std::make_shared<ContradictionOptions>();
  auto asks = payment.command("ask-again", "Ask the provider again about one of them");
  asks.option("id", asked->id, "Of the attempt, refund or setup").required();
  line.on(asks,
          {.work = [asked](Composition &composition) { return askAgain(composition, *asked); }});

  const auto settled = std::make_shared<ContradictionOptions>();
  auto settles = payment.command("settle", "End one of them as it was seen at the provider");
  settles.option("id", settled->id, "Of the attempt, refund, setup or finding").required();
  settles
      .option(
          "--outcome", settled->outcome,
          "moved: exactly that amount was charged or given back; none: nothing was (all that can "
          "be said of a setup or finding)")
      .oneOf({"moved", "none"})
      .required();
  settles.option("--reason", settled->reason, "What was seen; it stands on the timeline")
      .required();
  addExpectation(settles, settled);
  line.on(settles,
          {.work = [settled](Composition &composition) { return settle(composition, *settled); }});
  addBookCommand(line, payment);
}

} // namespace tenantry::ctl
