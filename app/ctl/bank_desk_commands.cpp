// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/payments/bank_twins.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct BankDeskOptions {
  std::string entry;
  std::string of;
  std::string status = "waiting";
  std::string reason;
  std::string answer = "not_ours"; ///< that is taken back
  std::string balance;
  std::vector<std::string> invoices; ///< "NUMBER" or "NUMBER=AMOUNT"
  int limit = 50;
  bool preview = false;
  std::string expected;
};

payments::BankEntryId idOf(const BankDeskOptions &options) {
  return payments::BankEntryId::fromString(text(options.entry));
}

Json describe(const payments::KeptEntry &kept) {
  const auto &entry = kept.entry;
  return {{"id", kept.id},
          {"account", kept.account},
          {"amount", entry.amount.minor()},
          {"currency", entry.amount.currency().code()},
          {"booked_on", entry.bookedOn},
          {"is_reversal", entry.isReversal},
          {"structured_reference", entry.structuredReference},
          {"end_to_end", entry.endToEnd},
          {"remittance", entry.remittance},
          {"party", entry.party},
          {"party_account", entry.partyAccount},
          {"status", payments::toString(kept.status)},
          {"reason", kept.reason},
          {"twin", kept.twin ? Json(*kept.twin) : Json()},
          {"twin_answer", kept.twinAnswer}};
}

Result<Answer> list(Composition &composition, const BankDeskOptions &options) {
  TENANTRY_TRY(status, payments::parseBankEntryStatus(text(options.status)));
  TENANTRY_TRY(entries, payments::BankDesk(composition.session(), composition.business())
                            .list(status, options.limit));
  Answer answer;
  answer.json["entries"] = Json::array();
  TextTable table({u"booked"_s, u"amount"_s, u"party"_s, u"remittance"_s, u"why"_s, u"id"_s});
  for (const auto &kept : entries) {
    answer.json["entries"].push_back(describe(kept));
    table.add({toIso(kept.entry.bookedOn), kept.entry.amount.toString(), kept.entry.party,
               QString(kept.entry.remittance).replace(u'\n', u' '), kept.reason,
               kept.id.toString()});
  }
  answer.text = table.toString();
  return answer;
}

Result<Answer> propose(Composition &composition, const BankDeskOptions &options) {
  payments::BankDesk desk(composition.session(), composition.business());
  TENANTRY_TRY(kept, desk.find(idOf(options)));
  TENANTRY_TRY(proposals, desk.proposals(kept));
  Answer answer;
  answer.json = {{"entry", describe(kept)}, {"proposals", Json::array()}};
  TextTable table({u"invoice"_s, u"status"_s, u"due"_s, u"organization"_s, u"why"_s});
  for (const auto &proposal : proposals) {
    QStringList hints;
    for (const auto hint : proposal.hints)
      hints.append(payments::toString(hint));
    const auto &invoice = proposal.invoice;
    answer.json["proposals"].push_back({{"organization", invoice.organization},
                                        {"organization_name", invoice.organizationName},
                                        {"number", invoice.number},
                                        {"status", toString(invoice.status)},
                                        {"amount_due", invoice.due.minor()},
                                        {"currency", invoice.due.currency().code()},
                                        {"hints", hints}});
    table.add({invoice.number, toString(invoice.status), invoice.due.toString(),
               invoice.organizationName, hints.join(u", "_s)});
  }
  answer.text = table.toString();
  return answer;
}

/// What is named without an amount gets what is due of it, at most what is left of the entry.
Result<std::vector<payments::Assignment>> assignmentsOf(Composition &composition,
                                                        const payments::BankEntry &entry,
                                                        const BankDeskOptions &options) {
  billing::BillingService billing(composition.session(), composition.business());
  std::vector<payments::Assignment> parts;
  std::int64_t left = entry.amount.minor();
  for (const auto &named : options.invoices) {
    const auto number = text(named).section(u'=', 0, 0), given = text(named).section(u'=', 1);
    TENANTRY_TRY(invoice, billing.findByNumber(number));
    auto amount = Money(std::min(left, invoice.amountDue() + invoice.writtenOff), invoice.currency);
    if (!given.isEmpty()) {
      TENANTRY_TRY(parsed, Money::parseMajor(given, invoice.currency));
      amount = parsed;
    }
    parts.push_back({invoice.organization, invoice.id, amount.minor()});
    left -= amount.minor();
  }
  if (!options.balance.empty() && left > 0)
    parts.push_back({OrganizationId::fromString(text(options.balance)), std::nullopt, left});
  return parts;
}

Result<Answer> outcome(Composition &composition, const BankDeskOptions &options,
                       const Result<> &done) {
  TENANTRY_CHECK(done);
  TENANTRY_TRY(
      kept, payments::BankDesk(composition.session(), composition.business()).find(idOf(options)));
  Answer answer{describe(kept), u"The entry is %1.\n"_s.arg(payments::toString(kept.status))};
  TENANTRY_TRY(paid,
               payments::BankDesk(composition.session(), composition.business()).paid(kept.id));
  const auto day = paid.empty() ? std::nullopt : paid.front().inBooksOn;
  answer.json["in_books_on"] = day ? Json(*day) : Json();
  if (day && *day != kept.entry.bookedOn)
    answer.text += u"The bank booked it on %1; in the books it is on %2.\n"_s.arg(
        toIso(kept.entry.bookedOn), toIso(*day));
  return answer;
}

/// What an act comes to, added to the entry that it is about: as previewed, or as it was done.
Answer withPicture(Answer answer, const BankDeskOptions &options, const QString &digest,
                   Json picture, const QString &text) {
  answer.json.update(picture);
  answer.json["done"] = !options.preview;
  answer.json["digest"] = digest;
  answer.text = (options.preview ? u"Preview; nothing was written.\n"_s : answer.text) + text +
                u"digest %1\n"_s.arg(digest);
  return answer;
}

Json describe(const std::vector<billing::BalanceUse> &uses) {
  Json json = Json::array();
  for (const auto &use : uses)
    json.push_back({{"number", use.number},
                    {"currency", use.amount.currency().code()},
                    {"amount", use.amount.minor()}});
  return json;
}

QString balanceText(std::int64_t before, std::int64_t after,
                    const std::vector<billing::BalanceUse> &uses, Currency currency) {
  QString said;
  for (const auto &use : uses)
    said += u"the balance pays %1 of %2\n"_s.arg(use.amount.toString(), use.number);
  return said + u"balance %1, then %2\n"_s.arg(Money(before, currency).toString(),
                                               Money(after, currency).toString());
}

Answer tell(Answer answer, const BankDeskOptions &options,
            const payments::TransfersPicture &picture, Currency currency) {
  const auto money = [&](std::int64_t minor) { return Money(minor, currency).toString(); };
  Json parts = Json::array();
  QString said;
  for (const auto &part : picture.parts) {
    parts.push_back({{"number", part.number},
                     {"due_before", part.dueBefore},
                     {"pays", part.pays},
                     {"recovers", part.recovers},
                     {"to_balance", part.toBalance},
                     {"due_after", part.dueAfter()},
                     {"is_charging", part.isCharging}});
    said += part.number.isEmpty()
                ? u"%1 to the balance\n"_s.arg(money(part.toBalance))
                : u"invoice %1: %2 due, %3 paid, %4 recovered, %5 left, %6 to the balance\n"_s.arg(
                      part.number, money(part.dueBefore), money(part.pays), money(part.recovers),
                      money(part.dueAfter()), money(part.toBalance));
  }
  return withPicture(
      std::move(answer), options, picture.digest(),
      {{"parts", std::move(parts)},
       {"uses", describe(picture.uses)},
       {"balance_before", picture.balanceBefore},
       {"balance_after", picture.balanceAfter}},
      said + balanceText(picture.balanceBefore, picture.balanceAfter, picture.uses, currency));
}

Answer tell(Answer answer, const BankDeskOptions &options,
            const payments::UnassignPicture &picture) {
  const auto money = [&](std::int64_t minor) { return Money(minor, picture.currency).toString(); };
  Json reopened = Json::array();
  QString said;
  for (const auto &one : picture.invoices) {
    reopened.push_back({{"number", one.number},
                        {"due_before", one.dueBefore},
                        {"due_after", one.dueAfter},
                        {"written_off", one.lost}});
    said += u"invoice %1: %2 due, then %3; %4 written off again\n"_s.arg(
        one.number, money(one.dueBefore), money(one.dueAfter), money(one.lost));
  }
  return withPicture(std::move(answer), options, picture.digest(),
                     {{"organization", picture.organization},
                      {"invoices", std::move(reopened)},
                      {"uses", describe(picture.uses)},
                      {"balance_before", picture.balanceBefore},
                      {"balance_after", picture.balanceAfter}},
                     said + balanceText(picture.balanceBefore, picture.balanceAfter, picture.uses,
                                        picture.currency));
}

/// The digest that an act is held to: what was expected, else what it just came to.
QString seenBy(const BankDeskOptions &options, const QString &digest) {
  return options.expected.empty() ? digest : text(options.expected);
}

Result<Answer> assign(Composition &composition, const BankDeskOptions &options) {
  payments::BankDesk desk(composition.session(), composition.business());
  TENANTRY_TRY(kept, desk.find(idOf(options)));
  TENANTRY_TRY(parts, assignmentsOf(composition, kept.entry, options));
  TENANTRY_TRY(picture, desk.preview(kept.id, parts));
  if (!options.preview)
    TENANTRY_CHECK(desk.assign(kept.id, parts, seenBy(options, picture.digest())));
  TENANTRY_TRY(answer, outcome(composition, options, {}));
  return tell(std::move(answer), options, picture, kept.entry.amount.currency());
}

Result<Answer> dismiss(Composition &composition, const BankDeskOptions &options) {
  payments::BankDesk desk(composition.session(), composition.business());
  return outcome(composition, options, desk.dismiss(idOf(options), text(options.reason)));
}

Result<Answer> takeBack(Composition &composition, const BankDeskOptions &options) {
  auto &session = composition.session();
  if (options.answer == "not_ours") {
    payments::BankDesk desk(session, composition.business());
    return outcome(composition, options, desk.takeBack(idOf(options)));
  }
  payments::BankTwins twins(session, composition.business());
  return outcome(composition, options, twins.holdAgain(idOf(options), text(options.answer)));
}

Result<Answer> another(Composition &composition, const BankDeskOptions &options) {
  payments::BankTwins twins(composition.session(), composition.business());
  return outcome(composition, options, twins.another(idOf(options)));
}

Result<Answer> same(Composition &composition, const BankDeskOptions &options) {
  payments::BankTwins twins(composition.session(), composition.business());
  return outcome(composition, options, twins.same(idOf(options)));
}

Result<Answer> unassign(Composition &composition, const BankDeskOptions &options) {
  payments::BankDesk desk(composition.session(), composition.business());
  TENANTRY_TRY(picture, desk.previewUnassign(idOf(options)));
  if (!options.preview)
    TENANTRY_CHECK(desk.unassign(idOf(options), seenBy(options, picture.digest())));
  TENANTRY_TRY(answer, outcome(composition, options, {}));
  return tell(std::move(answer), options, picture);
}

Result<Answer> returned(Composition &composition, const BankDeskOptions &options) {
  payments::BankDesk desk(composition.session(), composition.business());
  const auto of = payments::BankEntryId::fromString(text(options.of));
  TENANTRY_TRY(picture, desk.previewReturn(idOf(options), of));
  if (!options.preview)
    TENANTRY_CHECK(desk.assignReturn(idOf(options), of, seenBy(options, picture.digest())));
  TENANTRY_TRY(answer, outcome(composition, options, {}));
  answer.json["of"] = of;
  return tell(std::move(answer), options, picture);
}

using DeskWork = Result<Answer> (*)(Composition &, const BankDeskOptions &);

grammar::Level addCommand(CommandLine &line, grammar::Level &group, const char *name,
                          const char *help, const std::shared_ptr<BankDeskOptions> &options,
                          DeskWork work) {
  auto command = group.command(name, help);
  line.on(command, {.work = [options, work](Composition &composition) {
            return work(composition, *options);
          }});
  return command;
}

} // namespace

void addBankDeskCommands(CommandLine &line) {
  auto group = line.top().group("bank", "What came in by bank and names no invoice that waits");
  const auto options = std::make_shared<BankDeskOptions>();
  auto lists = addCommand(line, group, "list", "Entries by what became of them", options, list);
  lists.option("--status", options->status, "Only those")
      .oneOf({"waiting", "matched", "not_ours", "repeated"})
      .showDefault();
  lists.option("--limit", options->limit, "At most that many").within(1, 100'000).showDefault();
  auto proposes =
      addCommand(line, group, "propose", "Which invoices it may mean, and why", options, propose);
  auto assigns = addCommand(line, group, "assign", "Let it pay invoices, or go to the balance",
                            options, assign);
  assigns.option("--invoice", options->invoices,
                 "NUMBER or NUMBER=AMOUNT; several times for several");
  assigns.option("--balance", options->balance, "The organization whose balance gets the rest")
      .checked(isOrganization());
  auto dismisses =
      addCommand(line, group, "dismiss", "It is no customer's payment", options, dismiss);
  dismisses.option("--reason", options->reason, "Why it is not").required();
  auto reopens =
      addCommand(line, group, "take-back", "One that was dismissed, or was the same, waits again",
                 options, takeBack);
  reopens
      .option("--answer", options->answer,
              "What was said of it: not_ours (it was dismissed), or of its twin another or same")
      .oneOf({"not_ours", "another", "same"})
      .showDefault();
  auto others = addCommand(line, group, "another",
                           "What another statement may have brought is a payment of its own",
                           options, another);
  auto repeats = addCommand(line, group, "same", "It is the same as what another statement brought",
                            options, same);
  auto undoes = addCommand(line, group, "unassign",
                           "Undo an assignment: the entry waits, what it paid is due again",
                           options, unassign);
  auto returns =
      addCommand(line, group, "returned",
                 "What went out is what came in before: the bank sent it back", options, returned);
  returns.option("--of", options->of, "The entry that came in, and was assigned").required();
  for (auto *command : {&assigns, &undoes, &returns}) {
    command->flag("--preview", options->preview, "Only show what it comes to; nothing is written");
    command->option("--expect", options->expected,
                    "Refuse unless it comes to what a preview with this digest showed");
  }
  for (auto *command :
       {&proposes, &assigns, &dismisses, &reopens, &others, &repeats, &undoes, &returns})
    command->option("entry", options->entry, "The entry's id").required();
  addBankGapCommands(line, group);
}

} // namespace tenantry::ctl
