// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_runner.h"

#include "services/scenarios/scenario_vocabulary.h"
#include "services/scenarios/scenario_world.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

/// Whether every key that is expected is there with that value; what only says what is looked at is
/// not compared. Where a day is a moment as well (`from`, `from_at`), either may be expected.
bool matches(const Json &expected, const Json &actual, const Keys &keys) {
  for (const auto &[key, value] : expected.items()) {
    if (keys.at(QString::fromStdString(key)).isIdentity)
      continue;
    const auto isThere = [&](const std::string &name) {
      const auto found = actual.find(name);
      return found != actual.end() && *found == value;
    };
    if (!isThere(key) && !isThere(key + "_at"))
      return false;
  }
  return true;
}

/// Whether the expected lines are the actual ones, each once, in any order (a bipartite matching by
/// augmenting paths).
class LineMatching {
public:
  LineMatching(const Json &expected, const Json &actual) : m_expected(expected), m_actual(actual) {}

  [[nodiscard]] bool isWhole() {
    if (m_expected.size() != m_actual.size())
      return false;
    m_takenBy.assign(m_actual.size(), none);
    for (std::size_t line = 0; line < m_expected.size(); ++line) {
      std::vector<bool> seen(m_actual.size(), false);
      if (!place(line, seen))
        return false;
    }
    return true;
  }

private:
  static constexpr auto none = static_cast<std::size_t>(-1);

  bool place(std::size_t line, std::vector<bool> &seen) {
    for (std::size_t at = 0; at < m_actual.size(); ++at) {
      if (seen[at] || !matches(m_expected[line], m_actual[at], lineKeys()))
        continue;
      seen[at] = true;
      if (m_takenBy[at] == none || place(m_takenBy[at], seen)) {
        m_takenBy[at] = line;
        return true;
      }
    }
    return false;
  }

  const Json &m_expected;
  const Json &m_actual;
  std::vector<std::size_t> m_takenBy;
};

class Run {
public:
  Run(const Scenario &scenario, store::Database &database)
      : m_scenario(scenario), m_clock(scenario.start), m_world(database, m_clock) {
    m_outcome.name = scenario.name;
    m_outcome.file = scenario.file;
  }

  Result<ScenarioOutcome> run() {
    TENANTRY_CHECK(m_world.open(m_scenario));
    auto step = m_scenario.steps.begin();
    auto expectation = m_scenario.expectations.begin();
    while (step != m_scenario.steps.end() || expectation != m_scenario.expectations.end()) {
      const bool stepFirst =
          step != m_scenario.steps.end() &&
          (expectation == m_scenario.expectations.end() || step->at <= expectation->at);
      const auto done = stepFirst ? take(*step++) : look(*expectation++);
      if (!done)
        return tl::unexpected(done.error());
      if (m_broken)
        break;
    }
    if (!m_broken)
      TENANTRY_CHECK(checkInvariants({m_scenario.file, 0, 0, {}}, m_clock.now()));
    TENANTRY_CHECK(checkAudit());
    TENANTRY_TRY(state, m_world.finalState());
    m_outcome.state = std::move(state);
    return std::move(m_outcome);
  }

private:
  Result<> take(const Step &step) {
    TENANTRY_CHECK(m_world.runUntil(step.at));
    TENANTRY_TRY(before, m_world.fingerprint());
    const auto done = m_world.perform(step);
    const QString code = done ? QString() : done.error().code;
    if (code != step.refused) {
      const auto said = [](const QString &refusal) {
        return refusal.isEmpty() ? u"done"_s : refusal;
      };
      report({step.place, step.at, u"step %1"_s.arg(step.verb), said(step.refused),
              done ? said(code) : done.error().toString()});
      m_broken = true;
      return {};
    }
    TENANTRY_TRY(after, m_world.fingerprint());
    if (!done && after != before) {
      report({step.place, step.at, u"refused step %1"_s.arg(step.verb), before, after});
      m_broken = true;
    }
    return checkInvariants(step.place, step.at);
  }

  Result<> look(const Expectation &expectation) {
    TENANTRY_CHECK(m_world.runUntil(expectation.at));
    const auto seen = m_world.observe(expectation);
    if (!seen) {
      report({expectation.place, expectation.at, expectation.subject, expectation.given,
              seen.error().toString()});
      return {};
    }
    if (!matches(expectation.given, *seen, expectationKeys().at(expectation.subject)))
      report({expectation.place, expectation.at, expectation.subject, expectation.given, *seen});
    if (!expectation.lines)
      return {};
    TENANTRY_TRY(lines, m_world.observeLines(expectation));
    if (!LineMatching(*expectation.lines, lines).isWhole())
      report({expectation.place, expectation.at, u"lines"_s, *expectation.lines, lines});
    return {};
  }

  Result<> checkInvariants(const Place &place, Instant at) {
    TENANTRY_TRY(broken, m_world.brokenInvariants());
    for (const auto &sentence : broken)
      report({place, at, u"invariant"_s, Json(), sentence});
    m_broken |= !broken.isEmpty();
    return {};
  }

  Result<> checkAudit() {
    TENANTRY_TRY(broken, m_world.brokenAudit());
    for (const auto &sentence : broken)
      report({{m_scenario.file, 0, 0, {}}, m_clock.now(), u"audit chain"_s, Json(), sentence});
    return {};
  }

  void report(ScenarioFailure failure) { m_outcome.failures.push_back(std::move(failure)); }

  const Scenario &m_scenario;
  VirtualClock m_clock;
  ScenarioWorld m_world;
  ScenarioOutcome m_outcome;
  bool m_broken = false;
};

} // namespace

QString ScenarioFailure::toString() const {
  const auto printed = [](const Json &json) { return QString::fromUtf8(toBytes(json)); };
  QString text = u"%1:%2: at %3: %4"_s.arg(place.file).arg(place.line).arg(toIso(at), what);
  if (!expected.is_null())
    text += u"\n    expected %1"_s.arg(printed(expected));
  return text + u"\n    actual   %1"_s.arg(printed(actual));
}

Result<ScenarioOutcome> runScenario(const Scenario &scenario, store::Database &database) {
  return Run(scenario, database).run();
}

} // namespace tenantry::scenarios
