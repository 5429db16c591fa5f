// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "benchmarks/usage_ingest.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using Bench = std::function<Result<benchmarks::Comparison>()>;

/// By the name that is given on the command line; each makes a private cluster of its own.
const std::map<std::string, Bench> &benches() {
  static const std::map<std::string, Bench> all{
      {"usage-ingest", [] { return benchmarks::usageIngestOnPrivateCluster(); }},
  };
  return all;
}

Result<Answer> measure(const std::string &name) {
  TENANTRY_TRY(comparison, benches().at(name)());
  Answer answer;
  answer.json = benchmarks::toJson(comparison);
  answer.text = u"%1: %2 per second, ceiling %3, ratio %4\n"_s.arg(comparison.name)
                    .arg(comparison.rate, 0, 'f', 0)
                    .arg(comparison.ceiling, 0, 'f', 0)
                    .arg(comparison.ratio, 0, 'f', 3);
  return answer;
}

} // namespace

void addBenchCommands(CommandLine &line) {
  auto *command = line.app().add_subcommand("bench", "Measure beside a ceiling taken in the same run");
  const auto name = std::make_shared<std::string>();
  std::vector<std::string> names;
  for (const auto &[known, bench] : benches())
    names.push_back(known);
  command->add_option("name", *name, "Which")->required()->check(CLI::IsMember(names));
  Command what;
  what.alone = [name](const Target &) { return measure(*name); };
  line.on(command, what);
}

} // namespace tenantry::ctl
