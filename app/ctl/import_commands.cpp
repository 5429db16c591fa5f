// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/importing/import_service.h"

#include <iostream>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using importing::FileReport;
using importing::ImportReport;

struct ImportOptions {
  std::string path;
  importing::ImportOptions import;
};

Json describe(const FileReport &file) {
  return {{"kind", toString(file.kind)}, {"file", file.file},   {"rows", file.rows},
          {"good", file.good},           {"known", file.known}, {"bad", file.bad},
          {"landed", file.landed},       {"cut", file.isCut()}};
}

/// For people, who see a long list and would take it for the whole.
QString cutOf(const ImportReport &report) {
  QString text;
  for (const auto &file : report.files)
    if (file.isCut())
      text += u"%1: only the first %2 of %3 bad rows are listed; correct those and import again to "
              u"see the rest.\n"_s.arg(file.file)
                  .arg(file.errors.size())
                  .arg(file.bad);
  return text;
}

/// Every bad row is a problem with its place; those beyond what a report lists are counted only.
Answer tell(const ImportReport &report, const ImportOptions &options) {
  Answer answer;
  answer.isPartlyBad = report.bad() > 0;
  answer.json = {{"dry_run", options.import.dryRun}, {"files", Json::array()}};
  TextTable table({u"file"_s, u"rows"_s, u"good"_s, u"known"_s, u"bad"_s, u"landed"_s});
  for (const auto &file : report.files) {
    answer.json["files"].push_back(describe(file));
    answer.problems.insert(answer.problems.end(), file.errors.begin(), file.errors.end());
    table.add({file.file, QString::number(file.rows), QString::number(file.good),
               QString::number(file.known), QString::number(file.bad),
               QString::number(file.landed)});
  }
  answer.text = table.toString() + cutOf(report);
  if (report.stopped) {
    answer.isPartlyBad = true;
    answer.problems.insert(answer.problems.begin(), *report.stopped);
    answer.text += u"It did not come to its end. What landed stays: import again to go on.\n"_s;
  }
  if (options.import.dryRun)
    answer.text += u"A dry run: nothing was written.\n"_s;
  return answer;
}

/// On a terminal, a line that is written over, and blank again at the end.
class ProgressLine {
public:
  void show(const importing::ImportProgress &progress) {
    const auto percent = progress.size > 0 ? progress.bytes * 100 / progress.size : 100;
    write(u"%1: %2 rows, %3 %"_s.arg(progress.file).arg(progress.rows).arg(percent));
  }
  ~ProgressLine() {
    write({});
    std::cerr << '\r' << std::flush;
  }

private:
  void write(const QString &line) {
    std::cerr << '\r' << line.leftJustified(m_width).toStdString() << std::flush;
    m_width = line.size();
  }
  qsizetype m_width = 0;
};

importing::ImportOptions withProgress(importing::ImportOptions options) {
  if (::isatty(STDERR_FILENO) != 0)
    options.progress = [line = std::make_shared<ProgressLine>()](const auto &progress) {
      line->show(progress);
      return true;
    };
  return options;
}

Result<Answer> importStripe(Composition &composition, const ImportOptions &options) {
  importing::ImportService service(composition.session(), composition.business());
  TENANTRY_TRY(report, service.importStripe(text(options.path), withProgress(options.import)));
  return tell(report, options);
}

Result<Answer> importUsage(Composition &composition, const ImportOptions &options) {
  importing::ImportService service(composition.session(), composition.business());
  TENANTRY_TRY(file, service.importUsage(text(options.path), withProgress(options.import)));
  ImportReport report;
  report.stopped = file.stopped;
  report.files.push_back(std::move(file));
  return tell(report, options);
}

} // namespace

void addImportCommands(CommandLine &line) {
  const auto options = std::make_shared<ImportOptions>();
  const auto add = [&](grammar::Level command, const char *path, const char *help, auto function) {
    command.option(path, options->path, help).required();
    command.flag("--all-or-nothing", options->import.allOrNothing,
                 "One bad row, and nothing is imported");
    command.flag("--dry-run", options->import.dryRun, "Check everything, write nothing");
    Command what;
    what.work = [options, function](Composition &composition) {
      return function(composition, *options);
    };
    line.on(command, what);
  };
  auto group = line.top().group("import", "Bring in what another system holds");
  add(group.command("stripe", "Customers, subscriptions, invoices and usage of an export"),
      "directory", "The folder of the export", importStripe);
  addBankCommand(line, group);
  addRateCommand(line, group);
  auto usage = line.top().group("usage", "Usage events, quotas and reservations");
  add(usage.command("import", "Stream usage events: JSON lines, or a CloudEvents JSON batch"),
      "file", "The file", importUsage);
  addUsageCommands(line, usage);
  addUsageEventCommands(line, usage);
  addUpgradeCommand(line, usage);
}

} // namespace tenantry::ctl
