// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/payments/bank_twins.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct BankDeskOptions {
  std::string entry;
  std::string status = "waiting";
  std::string reason;
  std::string balance;
  std::vector<std::string> invoices; ///< "NUMBER" or "NUMBER=AMOUNT"
  int limit = 50;
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

Result<Answer> assign(Composition &composition, const BankDeskOptions &options) {
  payments::BankDesk desk(composition.session(), composition.business());
  TENANTRY_TRY(kept, desk.find(idOf(options)));
  TENANTRY_TRY(parts, assignmentsOf(composition, kept.entry, options));
  return outcome(composition, options, desk.assign(kept.id, parts));
}

Result<Answer> dismiss(Composition &composition, const BankDeskOptions &options) {
  payments::BankDesk desk(composition.session(), composition.business());
  return outcome(composition, options, desk.dismiss(idOf(options), text(options.reason)));
}

Result<Answer> takeBack(Composition &composition, const BankDeskOptions &options) {
  payments::BankDesk desk(composition.session(), composition.business());
  return outcome(composition, options, desk.takeBack(idOf(options)));
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
  return outcome(composition, options, desk.unassign(idOf(options)));
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
  auto others = addCommand(line, group, "another",
                           "What another statement may have brought is a payment of its own",
                           options, another);
  auto repeats = addCommand(line, group, "same", "It is the same as what another statement brought",
                            options, same);
  auto undoes = addCommand(line, group, "unassign",
                           "Undo an assignment: the entry waits, what it paid is due again",
                           options, unassign);
  for (auto *command : {&proposes, &assigns, &dismisses, &reopens, &others, &repeats, &undoes})
    command->option("entry", options->entry, "The entry's id").required();
  addBankGapCommands(line, group);
}

} // namespace tenantry::ctl
