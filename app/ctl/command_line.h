// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/ctl/answer.h"
#include "app/ctl/composition.h"
#include "app/grammar/program.h"

namespace tenantry::ctl {

/// What a command does once its database is open.
using Work = std::function<Result<Answer>(Composition &)>;

struct Command {
  Access access = Access::Book;
  Work work{};
  /// Instead of `work`: what needs no database of the caller's.
  std::function<Result<Answer>(const Target &)> alone{};
  bool draws = false; ///< needs fonts, so a GUI application (without a display)
};

/// The grammar of `tenantryctl`, and the command that was chosen.
class CommandLine {
public:
  CommandLine();

  [[nodiscard]] grammar::Level top() { return m_program.top(); }
  /// What happens when that one is given.
  void on(grammar::Level level, Command command);

  /// Exit status 2 (with a message) for wrong use, 0 after help; nothing when there is a command to
  /// run.
  [[nodiscard]] std::optional<int> parse(int argc, char **argv);

  [[nodiscard]] const Command &chosen() const { return m_chosen; }
  [[nodiscard]] const Target &target() const { return m_target; }
  [[nodiscard]] bool wantsJson() const { return m_wantsJson; }

private:
  grammar::Program m_program;
  std::string m_database;
  std::string m_embedded;
  Target m_target;
  bool m_wantsJson = false;
  Command m_chosen;
};

/// A check for options that are a day, YYYY-MM-DD.
[[nodiscard]] grammar::Check isDay();
/// A check for options that are a month, YYYY-MM.
[[nodiscard]] grammar::Check isMonth();
/// A check for what names an organization by its id.
[[nodiscard]] grammar::Check isOrganization();
[[nodiscard]] QString text(const std::string &utf8);
[[nodiscard]] LocalDay dayOf(const std::string &checked); ///< of an option that `isDay` let through

// One function per group adds its commands; each stands in the file of that name.
void addDatabaseCommands(CommandLine &line);
void addBusinessCommands(CommandLine &line);
void addOrganizationCommands(CommandLine &line);
void addInvoiceCommands(CommandLine &line);
void addCreditNoteCommands(CommandLine &line);
void addSubscriptionCommands(CommandLine &line);
void addSubscriptionListCommands(CommandLine &line, grammar::Level group);
void addMigrateSubscriptionsCommand(CommandLine &line, grammar::Level group); ///< its “migrate”
void addPaymentCommands(CommandLine &line);
void addBalanceCommands(CommandLine &line);
void addBankCommand(CommandLine &line, grammar::Level importGroup);
void addRateCommand(CommandLine &line, grammar::Level importGroup);
void addBankDeskCommands(CommandLine &line);
void addBankGapCommands(CommandLine &line, grammar::Level &bank);
void addContradictionCommands(CommandLine &line, grammar::Level &payment);
void addForgetCustomerCommand(CommandLine &line, grammar::Level &payment);
void addStaffCommands(CommandLine &line);
void addDunningCommands(CommandLine &line);
void addBillingRunCommands(CommandLine &line, grammar::Level invoiceGroup);
void addDraftCommands(CommandLine &line, grammar::Level invoiceGroup);
void addInvoiceChargeCommand(CommandLine &line, grammar::Level invoiceGroup);
void addInvoiceCreditCommand(CommandLine &line, grammar::Level invoiceGroup);
void addInvoiceEndCommands(CommandLine &line, grammar::Level invoiceGroup);
void addInvoiceLinkCommand(CommandLine &line, grammar::Level invoiceGroup);
void addOrganizationCreateCommand(CommandLine &line, grammar::Level organizationGroup);
void addOrganizationLinkCommands(CommandLine &line, grammar::Level organizationGroup);
void addMetricsCommands(CommandLine &line);
void addLedgerCommands(CommandLine &line);
void addDemoCommands(CommandLine &line);
void addJobCommands(CommandLine &line);
void addMailCommands(CommandLine &line);
void addWorkCommands(CommandLine &line);
void addCheckCommands(CommandLine &line);
void addImportCommands(CommandLine &line);
void addUsageCommands(CommandLine &line, grammar::Level usageGroup);
void addUsageEventCommands(CommandLine &line, grammar::Level usageGroup);
void addUpgradeCommand(CommandLine &line, grammar::Level usageGroup);
void addBackupCommands(CommandLine &line);
void addScenarioCommands(CommandLine &line);
void addBenchCommands(CommandLine &line);

} // namespace tenantry::ctl
