// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/importing/references.h"
#include "services/importing/row_file.h"
#include "services/organizations/values.h"

namespace tenantry::importing {

/// Customers become organizations: onboarded, in UTC unless the file names a zone, in the issuer's
/// country and the business's currency unless it says otherwise.
class CustomerImport {
public:
  CustomerImport(store::Session &session, const business::Applied &applied)
      : m_session(session), m_applied(applied) {}

  [[nodiscard]] Result<> prepare(const ImportOptions &options);
  [[nodiscard]] Result<Taken> take(const MappedRow &row, RowChecks checks);
  [[nodiscard]] Result<std::int64_t> land(); ///< organizations written

private:
  [[nodiscard]] organizations::Organization describe(const CustomerRow &row) const;

  store::Session &m_session;
  const business::Applied &m_applied;
  References m_customers;
  std::vector<organizations::Organization> m_organizations;
};

} // namespace tenantry::importing
