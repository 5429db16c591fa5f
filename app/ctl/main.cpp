// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/core/log.h"

#include <QGuiApplication>
#include <iostream>

using namespace tenantry;
using namespace tenantry::ctl;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QCoreApplication> makeApplication(bool draws, int &argc, char **argv) {
  if (!draws)
    return std::make_unique<QCoreApplication>(argc, argv);
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  return std::make_unique<QGuiApplication>(argc, argv);
}

Result<Answer> run(const Command &command, const Target &target) {
  try {
    if (command.alone)
      return command.alone(target);
    TENANTRY_TRY(composition, Composition::open(target, command.access));
    return command.work(*composition).map_error([&composition](const Error &error) {
      return composition->reasonFor(error);
    });
  } catch (const std::exception &exception) {
    return fail(u"program.failed"_s,
                u"A mistake of the program ended the command: %1. Please report it."_s.arg(
                    QString::fromUtf8(exception.what())));
  }
}

void print(const Json &json) {
  std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << std::endl;
}

void sayForPeople(const Result<Answer> &answer) {
  if (!answer) {
    std::cerr << "tenantryctl: " << answer.error().toString().toStdString() << std::endl;
    return;
  }
  std::cout << answer->text.toStdString() << std::flush;
  for (const auto &problem : answer->problems)
    std::cerr << lineOf(problem).toStdString() << '\n';
}

int say(const Result<Answer> &answer, bool json) {
  if (json)
    print(answer ? document(*answer) : errorDocument(answer.error()));
  else
    sayForPeople(answer);
  if (!std::cout) {
    std::cerr << "tenantryctl: the answer could not be written to standard output" << std::endl;
    return 1;
  }
  return answer ? answer->exitStatus() : 1;
}

} // namespace

int main(int argc, char **argv) {
  setUpLogging();
  if (!qEnvironmentVariableIsSet("TENANTRY_LOG"))
    spdlog::set_level(spdlog::level::warn);
  CommandLine line;
  for (const auto add : {addDatabaseCommands, addBusinessCommands,   addOrganizationCommands,
                         addInvoiceCommands,  addCreditNoteCommands, addSubscriptionCommands,
                         addPaymentCommands,  addBalanceCommands,    addBankDeskCommands,
                         addDunningCommands,  addMetricsCommands,    addLedgerCommands,
                         addImportCommands,   addDemoCommands,       addJobCommands,
                         addMailCommands,     addWorkCommands,       addCheckCommands,
                         addBackupCommands,   addScenarioCommands,   addBenchCommands,
                         addStaffCommands})
    add(line);
  if (const auto status = line.parse(argc, argv))
    return *status;
  const auto application = makeApplication(line.chosen().draws, argc, argv);
  return say(run(line.chosen(), line.target()), line.wantsJson());
}
