// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/organizations/service.h"
#include "services/payments/balance_adjustments.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct BalanceOptions {
  std::string organization;
  std::string amount;
  std::string currency;
  std::string reason;
  bool preview = false;
  std::string expected;
};

/// In the organization's currency unless told otherwise.
Result<Money> amountOf(Composition &composition, const OrganizationId &id,
                       const BalanceOptions &options) {
  TENANTRY_TRY(organization, organizations::OrganizationService(composition.session()).find(id));
  auto currency = organization.currency;
  if (!options.currency.empty()) {
    TENANTRY_TRY(given, Currency::parse(text(options.currency)));
    currency = given;
  }
  return Money::parseMajor(text(options.amount), currency);
}

Result<Answer> change(Composition &composition, const BalanceOptions &options,
                      billing::ByHand how) {
  const auto organization = OrganizationId::fromString(text(options.organization));
  TENANTRY_TRY(given, amountOf(composition, organization, options));
  const Money amount = how == billing::ByHand::PaidOut ? -given : given;
  payments::BalanceAdjustments acts(composition.session(), composition.business());
  const payments::BalanceAdjustment wanted{organization, amount, text(options.reason), {}, how};
  TENANTRY_TRY(picture,
               options.preview ? acts.preview(wanted) : acts.act(wanted, text(options.expected)));
  const auto money = [&](std::int64_t minor) { return Money(minor, picture.currency).toString(); };
  return Answer{
      {{"done", !options.preview},
       {"digest", picture.digest()},
       {"organization", organization},
       {"currency", picture.currency.code()},
       {"amount", picture.amount},
       {"balance_before", picture.before},
       {"pays", picture.pays},
       {"balance_after", picture.after()}},
      (options.preview ? u"Preview; nothing was written.\n"_s : u"Done.\n"_s) +
          u"balance %1, changed by %2, of which %3 pays open invoices: %4\ndigest %5\n"_s.arg(
              money(picture.before), money(picture.amount), money(picture.pays),
              money(picture.after()), picture.digest())};
}

} // namespace

void addBalanceCommands(CommandLine &line) {
  auto group = line.top().group("balance", "What we owe customers");
  const auto add = [&](const char *name, const char *what, const char *amount,
                       billing::ByHand how) {
    const auto options = std::make_shared<BalanceOptions>();
    auto command = group.command(name, what);
    command.option("organization", options->organization, "The organization's id")
        .checked(isOrganization())
        .required();
    command.option("amount", options->amount, amount).required();
    command.option("--currency", options->currency, "Default: the organization's");
    command.option("--reason", options->reason, "Why; it stands in the timeline");
    command.flag("--preview", options->preview, "Only show what it comes to; nothing is written");
    command.option("--expect", options->expected,
                   "Refuse unless it comes to what a preview with this digest showed");
    line.on(command, {.work = [options, how](Composition &composition) {
              return change(composition, *options, how);
            }});
  };
  add("adjust", "Gives to a customer's balance, or takes from it", "49.00 gives, -49.00 takes",
      billing::ByHand::Adjusted);
  add("pay-out", "Writes down that a balance was sent to the customer: no provider sends it",
      "What was sent", billing::ByHand::PaidOut);
}

} // namespace tenantry::ctl
