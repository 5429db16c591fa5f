// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/statement_gaps.h"

namespace tenantry::models {

StatementGaps::Reading StatementGaps::reading() {
  return [](store::Session &session, business::AppliedBusiness &) {
    return payments::BankChain(session).gaps();
  };
}

} // namespace tenantry::models
