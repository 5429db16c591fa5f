// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/scratch_databases.h"
#include "services/scenarios/scenario_runner.h"

#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using scenarios::Scenario;
using scenarios::ScenarioOutcome;

struct ScenarioOptions {
  std::vector<std::string> paths;
  int jobs = 1;
};

/// What was read of the files: the scenarios, and every mistake in any of them.
struct Read {
  std::vector<Scenario> scenarios;
  std::vector<Error> mistakes;
};

Result<Read> readAll(const std::vector<std::string> &paths) {
  Read read;
  for (const auto &path : paths) {
    const auto files = scenarios::scenarioFiles(text(path));
    if (!files) {
      read.mistakes.push_back(files.error());
      continue;
    }
    for (const auto &file : *files) {
      auto scenario = scenarios::readScenario(file);
      if (scenario)
        read.scenarios.push_back(std::move(*scenario));
      else
        read.mistakes.insert(read.mistakes.end(), scenario.error().begin(), scenario.error().end());
    }
  }
  return read;
}

Result<ScenarioOutcome> runFresh(const Scenario &scenario, ScratchDatabases &databases) {
  TENANTRY_TRY(settings, databases.make());
  auto outcome = [&]() -> Result<ScenarioOutcome> {
    TENANTRY_TRY(database, store::Database::open(settings));
    return scenarios::runScenario(scenario, *database);
  }();
  TENANTRY_CHECK(databases.drop(settings));
  return outcome;
}

/// In the order of the scenarios, several at a time.
Result<std::vector<ScenarioOutcome>> runAll(const std::vector<Scenario> &all,
                                            ScratchDatabases &databases, int jobs) {
  std::vector<std::optional<Result<ScenarioOutcome>>> outcomes(all.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t number = next++; number < all.size(); number = next++)
      outcomes[number] = runFresh(all[number], databases);
  };
  std::vector<std::thread> threads;
  for (int thread = 1; thread < jobs; ++thread)
    threads.emplace_back(work);
  work();
  for (auto &thread : threads)
    thread.join();
  std::vector<ScenarioOutcome> done;
  for (auto &outcome : outcomes) {
    TENANTRY_CHECK(outcome.value());
    done.push_back(std::move(**outcome));
  }
  return done;
}

Json describe(const scenarios::ScenarioFailure &failure) {
  Json json = toJson(Error{u"scenario.failed"_s, failure.toString(), failure.place});
  json["at"] = failure.at;
  json["what"] = failure.what;
  json["expected"] = failure.expected;
  json["actual"] = failure.actual;
  return json;
}

void tell(const ScenarioOutcome &outcome, Answer &answer) {
  Json failures = Json::array();
  for (const auto &failure : outcome.failures)
    failures.push_back(describe(failure));
  answer.json["scenarios"].push_back({{"file", outcome.file},
                                      {"name", outcome.name},
                                      {"passed", outcome.passed()},
                                      {"failures", std::move(failures)},
                                      {"state", outcome.state}});
  answer.text += u"%1  %2\n"_s.arg(outcome.passed() ? u"passed"_s : u"FAILED"_s, outcome.name);
  for (const auto &failure : outcome.failures)
    answer.text += u"        %1\n"_s.arg(failure.toString());
  answer.isPartlyBad |= !outcome.passed();
}

Result<Answer> run(const ScenarioOptions &options, const Target &target) {
  TENANTRY_TRY(read, readAll(options.paths));
  Answer answer;
  answer.json["scenarios"] = Json::array();
  answer.problems = read.mistakes;
  answer.isInvalid = !read.mistakes.empty();
  if (!read.scenarios.empty()) {
    TENANTRY_TRY(databases, ScratchDatabases::open(target));
    TENANTRY_TRY(outcomes, runAll(read.scenarios, *databases, options.jobs));
    for (const auto &outcome : outcomes)
      tell(outcome, answer);
  }
  return answer;
}

} // namespace

void addScenarioCommands(CommandLine &line) {
  auto group = line.top().group("scenario", "The business told as dated steps and expectations");
  auto command =
      group.command("run", "Run scenarios, each in a fresh database with a virtual clock");
  const auto options = std::make_shared<ScenarioOptions>();
  command.option("paths", options->paths, "Files, or folders of them")
      .required()
      .called("FILE|DIR");
  command.option("--jobs", options->jobs, "That many at a time").within(1, 64).showDefault();
  Command what;
  what.alone = [options](const Target &target) { return run(*options, target); };
  line.on(command, what);
}

} // namespace tenantry::ctl
