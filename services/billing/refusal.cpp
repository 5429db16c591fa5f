// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/refusal.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

Failure refuseInvoice(const Invoice &invoice, const QString &code, const QString &sentence) {
  if (invoice.status != InvoiceStatus::Draft)
    return fail(code, sentence);
  return fail(code, u"The draft of %1 for %2 has not been issued yet; finalize it first."_s.arg(
                        Money(invoice.total, invoice.currency).toString(), invoice.customer.name));
}

} // namespace tenantry::billing
