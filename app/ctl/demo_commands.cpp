// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/scenarios/demo_book.h"

#include <iostream>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct DemoOptions {
  scenarios::DemoSize size;
  bool ifEmpty = false;
};

bool showProgress(int done, int total) {
  if (::isatty(STDERR_FILENO) != 0 && (done % 10 == 0 || done == total))
    std::cerr << "\rday " << done << " of " << total << (done == total ? "\n" : "") << std::flush;
  return true;
}

Result<Answer> fill(Composition &composition, const DemoOptions &options) {
  auto &session = composition.session();
  const auto report =
      scenarios::fillDemoBook(session.database, options.size, session.clock.now(), showProgress);
  if (!report && options.ifEmpty && report.error().code == u"demo.not_empty"_s)
    return Answer{{{"filled", false}},
                  u"The book has organizations already; nothing was done.\n"_s};
  TENANTRY_CHECK(report);
  const auto text =
      u"A demo book: %1 organizations, %2 invoices, %3 payments, %4 usage events, %5 cancellations.\n"_s
          .arg(report->organizations)
          .arg(report->invoices)
          .arg(report->payments)
          .arg(report->usageEvents)
          .arg(report->cancellations);
  return Answer{{{"filled", true},
                 {"organizations", report->organizations},
                 {"invoices", report->invoices},
                 {"payments", report->payments},
                 {"usage_events", report->usageEvents},
                 {"cancellations", report->cancellations}},
                text};
}

} // namespace

void addDemoCommands(CommandLine &line) {
  auto command = line.top().command("demo", "Fill an empty database with a believable book");
  const auto options = std::make_shared<DemoOptions>();
  command.option("--organizations", options->size.organizations, "How many").showDefault();
  command.option("--months", options->size.months, "How far back it begins").showDefault();
  command.option("--seed", options->size.seed, "The same seed gives the same book").showDefault();
  command.flag("--if-empty", options->ifEmpty, "Do nothing where there are organizations already");
  line.on(command,
          {.work = [options](Composition &composition) { return fill(composition, *options); }});
}

} // namespace tenantry::ctl
