// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/audit/verifier.h"
#include "services/scenarios/doctor.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

Json describe(const scenarios::Difference &difference) {
  return {{"organization", difference.organization},
          {"subject", difference.subject},
          {"expected", difference.expected},
          {"found", difference.found},
          {"message", difference.toString()}};
}

Result<Answer> examine(Composition &composition) {
  TENANTRY_TRY(report, scenarios::examine(composition.session(), composition.business()));
  Answer answer;
  answer.isPartlyBad = !report.isSound();
  answer.json = {{"sound", report.isSound()},
                 {"differences", report.differences()},
                 {"checks", Json::array()}};
  for (const auto &check : report.checks) {
    Json found = Json::array();
    for (const auto &difference : check.differences)
      found.push_back(describe(difference));
    answer.json["checks"].push_back({{"name", check.check},
                                     {"meaning", check.meaning},
                                     {"differences", std::move(found)},
                                     {"cut", check.isCut}});
    const auto state = check.differences.empty()
                           ? u"ok"_s
                           : QString::number(check.differences.size()) + u" differ"_s;
    answer.text += u"%1  %2: %3\n"_s.arg(state.leftJustified(10), check.check, check.meaning);
    for (const auto &difference : check.differences)
      answer.text += u"    %1\n"_s.arg(difference.toString());
  }
  answer.text += report.isSound()
                     ? u"Every derived figure agrees with its source.\n"_s
                     : u"%1 figures differ from their source.\n"_s.arg(report.differences());
  return answer;
}

Result<Answer> verifyAudit(Composition &composition) {
  TENANTRY_TRY(report, audit::verify(composition.session()));
  Answer answer;
  answer.isPartlyBad = !report.isSound();
  answer.json = {{"sound", report.isSound()},
                 {"entries", report.entries},
                 {"segments", report.segments},
                 {"waiting", report.waiting},
                 {"differences", Json::array()}};
  for (const auto &difference : report.differences) {
    answer.json["differences"].push_back({{"organization", difference.organization},
                                          {"number", difference.number},
                                          {"message", difference.toString()}});
    answer.text += difference.toString() + u'\n';
  }
  answer.text += u"%1 entries in %2 segments, %3 not sealed yet: %4.\n"_s.arg(report.entries)
                     .arg(report.segments)
                     .arg(report.waiting)
                     .arg(report.isSound() ? u"the chain verifies"_s : u"the chain is damaged"_s);
  return answer;
}

} // namespace

void addCheckCommands(CommandLine &line) {
  auto doctor =
      line.top().command("doctor", "Recompute every derived figure and name each difference");
  line.on(doctor, {.work = examine});
  auto group = line.top().group("audit", "The trail of who changed what");
  line.on(group.command("verify", "Compute the chain of the audit trail again"),
          {.work = verifyAudit});
}

} // namespace tenantry::ctl
