// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/payments/contradictions.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using payments::Contradiction;

struct Options {
  std::string id;
  std::string outcome;
  std::string reason;
};

QString kindOf(const Contradiction &of) { return of.isRefund ? u"refund"_s : u"attempt"_s; }

Json describe(const Contradiction &of) {
  return {{"organization", of.organization},
          {"customer", of.customer},
          {"kind", kindOf(of)},
          {"id", of.id.toString(QUuid::WithoutBraces)},
          {"number", of.number},
          {"amount", of.amount.minor()},
          {"currency", of.amount.currency().code()},
          {"code", of.code},
          {"reference", of.reference},
          {"since", of.since}};
}

Result<Answer> list(Composition &composition) {
  TENANTRY_TRY(all, payments::contradictions(composition.session()));
  Answer answer;
  answer.json["contradictions"] = Json::array();
  TextTable table({u"since"_s, u"what"_s, u"invoice"_s, u"amount"_s, u"why"_s, u"at the provider"_s,
                   u"id"_s, u"customer"_s});
  for (const auto &each : all) {
    answer.json["contradictions"].push_back(describe(each));
    table.add({toIso(each.since), kindOf(each), each.number, each.amount.toString(), each.code,
               each.reference, each.id.toString(QUuid::WithoutBraces), each.customer});
  }
  answer.text = all.empty() ? u"No provider contradicts the books.\n"_s : table.toString();
  return answer;
}

Result<Contradiction> find(Composition &composition, const Options &options) {
  return payments::findContradiction(composition.session(), QUuid::fromString(text(options.id)));
}

Result<Answer> askAgain(Composition &composition, const Options &options) {
  TENANTRY_TRY(of, find(composition, options));
  TENANTRY_CHECK(payments::askAgain(composition.session(), of));
  return Answer{describe(of), u"A worker asks the provider about the %1 of %2 again.\n"_s.arg(
                                  kindOf(of), of.amount.toString())};
}

Result<Answer> settle(Composition &composition, const Options &options) {
  TENANTRY_TRY(of, find(composition, options));
  const bool moved = options.outcome == "moved";
  TENANTRY_CHECK(payments::settleByHand(composition.session(), composition.business(), of, moved,
                                        text(options.reason)));
  Answer answer{describe(of), {}};
  answer.json["moved"] = moved;
  answer.text =
      moved ? u"Booked: the %1 of %2 was carried out.\n"_s.arg(kindOf(of), of.amount.toString())
            : u"The %1 of %2 was not carried out.\n"_s.arg(kindOf(of), of.amount.toString());
  return answer;
}

} // namespace

void addContradictionCommands(CommandLine &line, grammar::Level &payment) {
  auto lists = payment.command(
      "contradicted", "Attempts and refunds that a provider contradicts and a person ends");
  line.on(lists, {.work = [](Composition &composition) { return list(composition); }});

  const auto asked = std::make_shared<Options>();
  auto asks = payment.command("ask-again", "Ask the provider again about one of them");
  asks.option("id", asked->id, "Of the attempt or refund").required();
  line.on(asks,
          {.work = [asked](Composition &composition) { return askAgain(composition, *asked); }});

  const auto settled = std::make_shared<Options>();
  auto settles = payment.command("settle", "End one of them as it was seen at the provider");
  settles.option("id", settled->id, "Of the attempt or refund").required();
  settles
      .option("--outcome", settled->outcome,
              "moved: exactly that amount was charged or given back; none: nothing was")
      .oneOf({"moved", "none"})
      .required();
  settles.option("--reason", settled->reason, "What was seen; it stands on the timeline")
      .required();
  line.on(settles,
          {.work = [settled](Composition &composition) { return settle(composition, *settled); }});
}

} // namespace tenantry::ctl
