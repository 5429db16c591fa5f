// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "services/store/session.h"

/// The book in a few figures, for the command line and for a first look.
namespace tenantry::scenarios {

struct InvoiceFigures {
  QString status;
  Currency currency;
  std::int64_t count = 0;
  std::int64_t total = 0;     ///< minor units
  std::int64_t amountDue = 0; ///< minor units
};

struct LedgerFigure {
  QString account;
  Currency currency;
  std::int64_t balance = 0; ///< minor units, debit positive
};

/// MRR, running subscriptions and the ledger as of the end of a day; counts by status and invoices
/// as they stand now.
struct BookFigures {
  LocalDay day{};                                ///< of the business's time zone
  std::map<Currency, std::int64_t> mrrTwelfths;  ///< exact: Σ movements up to that day
  std::int64_t running = 0;                      ///< subscriptions with MRR
  std::map<QString, std::int64_t> organizations; ///< by status
  std::map<QString, std::int64_t> subscriptions; ///< by status
  std::vector<InvoiceFigures> invoices;
  std::vector<LedgerFigure> ledger;

  [[nodiscard]] std::map<Currency, std::int64_t>
  receivable() const; ///< open amounts at the end of the day
};

struct InvoiceRow {
  OrganizationId organization;
  QString organizationName;
  InvoiceId id;
  QString number; ///< empty while draft
  QString status;
  Currency currency;
  std::int64_t total = 0;     ///< minor units
  std::int64_t amountDue = 0; ///< minor units
  std::optional<LocalDay> issuedOn;
  std::optional<LocalDay> dueOn;
};

/// The latest invoices, drafts first. Empty status, no organization: of all.
[[nodiscard]] Result<std::vector<InvoiceRow>>
latestInvoices(store::Session &session, const QString &status,
               const std::optional<OrganizationId> &organization, int limit);

[[nodiscard]] Result<BookFigures> figuresOn(store::Session &session, LocalDay day);

} // namespace tenantry::scenarios
