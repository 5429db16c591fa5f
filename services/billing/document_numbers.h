// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"

namespace tenantry::billing {

enum class Series { Invoice, CreditNote };

/// Who gets a number for what.
struct DocumentOf {
  OrganizationId organization;
  QUuid document;
};

/// The next numbers of a series, gapless per issuer and year of the business, in the order given,
/// and registered. The whole business waits for its counter: take them last in a transaction.
[[nodiscard]] Result<std::vector<QString>>
takeDocumentNumbers(store::Session &session, const business::Applied &applied, Series series,
                    const std::vector<DocumentOf> &documents);

} // namespace tenantry::billing
