// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/credit_notes.h"
#include "services/billing/values.h"
#include "services/business/applied.h"
#include "services/documents/electronic_invoice.h"

namespace tenantry::billing {

/// The words of the customer's language that EN 16931 wants in the data themselves.
struct ElectronicWords {
  QString discount;      ///< why a line is less
  QString reverseCharge; ///< why no tax is charged
  QString notSubject;    ///< likewise
};

/// A final document with its lines (those of a credit note as they are stored, taken back). `names`
/// are what the paper calls the lines, in their order, taxes and discounts included.
[[nodiscard]] documents::ElectronicInvoice electronicInvoice(const Invoice &invoice,
                                                             const std::vector<StoredLine> &lines,
                                                             const QStringList &names,
                                                             const business::Issuer &issuer,
                                                             const ElectronicWords &words);

} // namespace tenantry::billing
