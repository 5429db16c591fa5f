// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/invoice_history.h"
#include "services/importing/references.h"
#include "services/importing/row_file.h"
#include "services/organizations/values.h"

#include <set>

namespace tenantry::importing {

/// Invoices become history: with their own numbers and amounts, paid as far as they were paid.
class InvoiceImport {
public:
  InvoiceImport(store::Session &session, const business::Applied &applied)
      : m_session(session), m_applied(applied) {}

  [[nodiscard]] Result<> prepare(const ImportOptions &options);
  [[nodiscard]] Result<Taken> take(const MappedRow &row, RowChecks checks);
  [[nodiscard]] Result<std::int64_t> land(); ///< invoices written

private:
  [[nodiscard]] Result<> loadNumbers(const std::vector<OrganizationId> &organizations);
  [[nodiscard]] Result<> checkHistory(const MappedRow &mapped, const InvoiceRow &row) const;
  [[nodiscard]] Result<> checkSeries(const MappedRow &mapped, const InvoiceRow &row) const;
  [[nodiscard]] PastInvoice describe(const InvoiceRow &row,
                                     const organizations::Organization &organization) const;
  void placeInPeriod(const InvoiceRow &row, const Zone &zone, PastInvoice &past);

  struct LivePeriod {
    SubscriptionId subscription;
    DayRange days;
  };
  store::Session &m_session;
  const business::Applied &m_applied;
  References m_customers;
  References m_subscriptions;
  References m_invoices;
  std::map<OrganizationId, organizations::Organization> m_organizations;
  std::map<OrganizationId, LivePeriod> m_periods; ///< each given to one invoice only
  std::set<std::pair<OrganizationId, QString>> m_numbers;
  std::vector<PastInvoice> m_past;
};

} // namespace tenantry::importing
