// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bank_gap_commands.h"
#include "app/ctl/command_line.h"
#include "services/importing/bank_import.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct BankOptions {
  std::string path;
  std::string account;
  std::string currency;
  std::vector<std::string> columns; ///< "field=Column"
  bool dryRun = false;
};

Result<importing::BankImportOptions> importOptions(const BankOptions &options) {
  importing::BankImportOptions import;
  import.dryRun = options.dryRun;
  import.csv.account = text(options.account);
  if (!options.currency.empty()) {
    TENANTRY_TRY(currency, Currency::parse(text(options.currency)));
    import.csv.currency = currency;
  }
  for (const auto &column : options.columns)
    import.csv.mapping[text(column).section(u'=', 0, 0)] = text(column).section(u'=', 1);
  return import;
}

Result<Answer> importBank(Composition &composition, const BankOptions &options) {
  TENANTRY_TRY(import, importOptions(options));
  TENANTRY_TRY(report, importing::BankImport(composition.session(), composition.business())
                           .run(text(options.path), import));
  Answer answer;
  answer.json = {{"dry_run", options.dryRun}, {"file", report.file}, {"statements", Json::array()}};
  TextTable table({u"account"_s, u"statement"_s, u"entries"_s, u"pending"_s, u"known"_s,
                   u"matched"_s, u"waiting"_s, u"twins"_s});
  for (const auto &statement : report.statements) {
    const auto &outcome = statement.outcome;
    answer.json["statements"].push_back({{"account", statement.account},
                                         {"id", statement.id},
                                         {"entries", statement.entries},
                                         {"pending", statement.pending},
                                         {"known", outcome.known},
                                         {"matched", outcome.matched},
                                         {"waiting", outcome.waiting},
                                         {"twins", outcome.twins}});
    table.add({statement.account, statement.id, QString::number(statement.entries),
               QString::number(statement.pending), QString::number(outcome.known),
               QString::number(outcome.matched), QString::number(outcome.waiting),
               QString::number(outcome.twins)});
  }
  answer.problems = report.errors;
  answer.text = table.toString();
  answer.json["gaps"] = Json::array();
  for (const auto &gap : report.gaps) {
    answer.json["gaps"].push_back(gapJson(gap));
    answer.text += u"Warning: %1\n"_s.arg(gap.toString());
  }
  if (options.dryRun)
    answer.text += u"A dry run: nothing was written.\n"_s;
  return answer;
}

} // namespace

void addBankCommand(CommandLine &line, grammar::Level imports) {
  const auto options = std::make_shared<BankOptions>();
  auto command = imports.command("bank", "A bank statement: CAMT.053 or CSV");
  command.option("file", options->path, "The statement as the bank gives it").required();
  command.option("--account", options->account, "CSV that names none: the account it is of");
  command.option("--currency", options->currency, "CSV that names none: the account's currency");
  command.option("--column", options->columns,
                 "CSV: field=Column, once for each that is not found");
  command.flag("--dry-run", options->dryRun, "Check and match everything, write nothing");
  line.on(command, {.work = [options](Composition &composition) {
            return importBank(composition, *options);
          }});
}

} // namespace tenantry::ctl
