// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/payments/contradictions.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using payments::Contradiction;

struct ContradictionOptions {
  std::string id;
  std::string outcome;
  std::string reason;
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
  TENANTRY_CHECK(payments::settleByHand(composition.session(), composition.business(), of, moved,
                                        text(options.reason)));
  Answer answer{describe(of), {}};
  answer.json["moved"] = moved;
  if (of.kind == ContradictionKind::Setup)
    answer.text = u"Nothing is taken over from the setup.\n"_s;
  else
    answer.text = moved ? u"Booked: the %1 was carried out.\n"_s.arg(nameOf(of))
                        : u"The %1 was not carried out.\n"_s.arg(nameOf(of));
  return answer;
}

} // namespace

void addContradictionCommands(CommandLine &line, grammar::Level &payment) {
  auto lists = payment.command(
      "contradicted",
      "Attempts, refunds and setups of payment methods that a provider contradicts and a person "
      "ends");
  line.on(lists, {.work = [](Composition &composition) { return list(composition); }});

  const auto asked = std::make_shared<ContradictionOptions>();
  auto asks = payment.command("ask-again", "Ask the provider again about one of them");
  asks.option("id", asked->id, "Of the attempt, refund or setup").required();
  line.on(asks,
          {.work = [asked](Composition &composition) { return askAgain(composition, *asked); }});

  const auto settled = std::make_shared<ContradictionOptions>();
  auto settles = payment.command("settle", "End one of them as it was seen at the provider");
  settles.option("id", settled->id, "Of the attempt, refund or setup").required();
  settles
      .option(
          "--outcome", settled->outcome,
          "moved: exactly that amount was charged or given back; none: nothing was (all that can "
          "be said of a setup)")
      .oneOf({"moved", "none"})
      .required();
  settles.option("--reason", settled->reason, "What was seen; it stands on the timeline")
      .required();
  line.on(settles,
          {.work = [settled](Composition &composition) { return settle(composition, *settled); }});
}

} // namespace tenantry::ctl
