// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bank_gap_commands.h"
#include "app/ctl/command_line.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct GapOptions {
  std::string id;
  std::string reason;
};

Json markJson(const payments::StatementMark &mark) {
  return {{"id", mark.id},
          {"name", mark.name},
          {"number", mark.number ? Json(*mark.number) : Json()},
          {"opens_on", mark.opensOn},
          {"closes_on", mark.closesOn},
          {"opening", mark.opening.minor()},
          {"closing", mark.closing.minor()}};
}

Result<Answer> listGaps(Composition &composition) {
  TENANTRY_TRY(gaps, payments::BankChain(composition.session()).gaps());
  Answer answer;
  answer.json["gaps"] = Json::array();
  for (const auto &gap : gaps) {
    answer.json["gaps"].push_back(gapJson(gap));
    answer.text += u"%1  %2\n"_s.arg(gap.later.id.toString(), gap.toString());
  }
  if (gaps.empty())
    answer.text = u"Each statement follows the one before it.\n"_s;
  return answer;
}

Result<Answer> acceptGap(Composition &composition, const GapOptions &options) {
  TENANTRY_TRY(gap, payments::BankChain(composition.session())
                        .accept(payments::BankStatementId::fromString(text(options.id)),
                                text(options.reason)));
  return Answer{gapJson(gap), u"It is not said any more: %1\n"_s.arg(gap.toString())};
}

} // namespace

Json gapJson(const payments::StatementGap &gap) {
  Json json{{"kind", payments::toString(gap.kind)},
            {"account", gap.earlier.account},
            {"currency", gap.earlier.closing.currency().code()},
            {"difference", gap.difference().minor()},
            {"missing_numbers", nullptr},
            {"earlier", markJson(gap.earlier)},
            {"later", markJson(gap.later)},
            {"message", gap.toString()}};
  if (gap.numbers)
    json["missing_numbers"] = {gap.numbers->first, gap.numbers->second};
  return json;
}

void addBankGapCommands(CommandLine &line, grammar::Level &bank) {
  line.on(bank.command("gaps", "Statements that do not follow the one before them"),
          {.work = listGaps});
  const auto options = std::make_shared<GapOptions>();
  auto accepts = bank.command("accept-gap", "Nothing is missing there: say it no more");
  accepts.option("statement", options->id, "The id of the later statement").required();
  accepts.option("--reason", options->reason, "Why nothing is").required();
  line.on(accepts, {.work = [options](Composition &composition) {
            return acceptGap(composition, *options);
          }});
}

} // namespace tenantry::ctl
