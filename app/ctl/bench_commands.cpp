// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "benchmarks/registry.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct BenchOptions {
  std::string name;
  benchmarks::BenchOptions bench;
  bool gate = false;
};

Result<Answer> measure(const BenchOptions &options) {
  TENANTRY_TRY(comparison, benchmarks::benches().at(text(options.name))(options.bench));
  Answer answer{benchmarks::toJson(comparison),
                u"%1: %2 per second, ceiling %3, ratio %4\n"_s.arg(comparison.name)
                    .arg(comparison.rate, 0, 'f', 0)
                    .arg(comparison.ceiling, 0, 'f', 0)
                    .arg(comparison.ratio, 0, 'f', 3)};
  if (const auto goal = benchmarks::goalOf(comparison.name)) {
    answer.json["goal"] = goal->ratio > 0 ? Json(goal->ratio) : Json();
    if (goal->rate)
      answer.json["goal_rate"] = *goal->rate;
    answer.json["passes"] = goal->isPassedBy(comparison);
    const auto wanted = goal->rate ? u"Goal more than %1 per second"_s.arg(*goal->rate, 0, 'f', 0)
                                   : u"Goal %1, gate %2"_s.arg(goal->ratio).arg(goal->gate());
    answer.text +=
        u"%1: %2\n"_s.arg(wanted, goal->isPassedBy(comparison) ? u"passed"_s : u"NOT passed"_s);
    answer.isPartlyBad = options.gate && !goal->isPassedBy(comparison);
  }
  return answer;
}

} // namespace

void addBenchCommands(CommandLine &line) {
  auto command = line.top().command("bench", "Measure beside a ceiling taken in the same run");
  const auto options = std::make_shared<BenchOptions>();
  std::vector<std::string> names;
  for (const auto &[name, bench] : benchmarks::benches())
    names.push_back(name.toStdString());
  command.option("name", options->name, "Which").required().oneOf(names);
  command.option("--size", options->bench.size, "How much; 0: as usual").within(0, 1'000'000'000);
  command.option("--rounds", options->bench.rounds, "How often; 0: as usual")
      .within(0, 1'000'000'000);
  command.flag(
      "--gate", options->gate,
      "Exit status 1 where less than four fifths of the goal, or not its time, are reached");
  Command what;
  what.alone = [options](const Target &) { return measure(*options); };
  line.on(command, what);
}

} // namespace tenantry::ctl
