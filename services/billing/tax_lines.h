// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/books.h"
#include "services/core/rational.h"

namespace tenantry::billing {

/// What a document came to by one rate of tax, on the day on which the books have it. Credit notes
/// are negative, and so is a void invoice on the day on which it was taken back.
struct TaxLine {
  LocalDay day{};
  OrganizationId organization;
  QString organizationName;
  QString document;
  QString cause;   ///< of the booking: "invoice.finalized", "invoice.voided", …
  QString country; ///< whose tax it is; the customer's where there is none
  QString region;
  std::optional<Rational> percent{}; ///< none: not taxed, or an imported invoice, which has no rate
  bool reverseCharge = false;
  QString vatId; ///< the customer's
  Money net;
  Money tax;
};

/// By document and rate, in the order of the journal, page by page, to `take`. In each currency
/// `tax` sums to what these days booked on the account tax_payable (credit). False: it was told to
/// stop.
[[nodiscard]] Result<bool> readTaxLines(store::Session &session, const DayRange &days,
                                        const std::function<void(const TaxLine &)> &take,
                                        const BookProgress &goOn = untilTheEnd());

} // namespace tenantry::billing
