// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/importing/rate_file.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct RateOptions {
  std::string path;
  std::string base = "EUR";
  bool dryRun = false;
};

Result<Answer> importRates(Composition &composition, const RateOptions &options) {
  TENANTRY_TRY(base, Currency::parse(text(options.base)));
  QFile file(text(options.path));
  if (!file.open(QIODevice::ReadOnly))
    return fail(u"text.unreadable"_s,
                u"%1 cannot be read: %2."_s.arg(file.fileName(), file.errorString()));
  const auto name = QFileInfo(file).fileName();
  TENANTRY_TRY(read, importing::readRates(file, name, base));
  std::int64_t recorded = 0;
  if (read.errors.empty() && !options.dryRun) {
    TENANTRY_TRY(changed, billing::recordRates(composition.session(), base, read.rates));
    recorded = changed;
  }
  Answer answer;
  answer.json = {{"dry_run", options.dryRun},  {"file", name},         {"base", base.code()},
                 {"rates", read.rates.size()}, {"recorded", recorded}, {"left_out", Json::array()}};
  for (const auto &column : read.leftOut)
    answer.json["left_out"].push_back(column);
  answer.text =
      u"%1 rates read, %2 new or other than before.\n"_s.arg(read.rates.size()).arg(recorded);
  if (!read.leftOut.isEmpty())
    answer.text += u"No currencies: %1\n"_s.arg(read.leftOut.join(u", "_s));
  answer.problems = std::move(read.errors);
  return answer;
}

} // namespace

void addRateCommand(CommandLine &line, grammar::Level imports) {
  const auto options = std::make_shared<RateOptions>();
  auto command = imports.command("rates", "What currencies were worth, a day in a row");
  command.option("file", options->path, "CSV, as the European Central Bank publishes it")
      .required();
  command.option("--base", options->base, "What one of is worth so much of each").showDefault();
  command.flag("--dry-run", options->dryRun, "Check everything, write nothing");
  line.on(command, {.work = [options](Composition &composition) {
            return importRates(composition, *options);
          }});
}

} // namespace tenantry::ctl
