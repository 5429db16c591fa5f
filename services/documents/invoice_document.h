// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "services/core/period.h"
#include <QStringList>
#include <optional>
#include <vector>

namespace tenantry::documents {

enum class DocumentKind { Invoice, CreditNote };

enum class PaymentState { Draft, Open, Overdue, Paid, Void, Uncollectible };

struct DocumentParty {
  QString name;
  QStringList address; ///< lines below the name
  QString vatId;       ///< may be empty
  QString contact;     ///< e-mail or web address, may be empty; printed for the issuer
};

struct DocumentLine {
  QString description;
  std::optional<DayRange> period; ///< half-open; printed with its last day
  QString quantity;               ///< as it is to be read: "12", "4.12 M"
  QString unitPrice;              ///< as it is to be read, may be empty (tiers)
  Money amount;
};

/// A discount, a tax: "VAT 19%", 3781. Amounts are signed as they enter the total.
struct DocumentSum {
  QString label;
  Money amount;
};

/// All that an invoice or credit note says, independent of where it is kept. Nothing is computed
/// from it: the sums are printed as given, and total = subtotal + discounts + taxes, amountDue =
/// total − balanceApplied − amountPaid is up to who fills it.
struct InvoiceDocument {
  DocumentKind kind = DocumentKind::Invoice;
  QString number;         ///< empty while draft
  QString correctsNumber; ///< of a credit note: the invoice
  DocumentParty issuer;
  DocumentParty customer;
  QString language = QStringLiteral("en"); ///< "en" or "de"
  QString country; ///< ISO 3166-1 alpha-2 of the customer: paper size, form of dates and numbers
  LocalDay issued{};
  std::optional<LocalDay> due;
  std::optional<DayRange> service; ///< half-open; printed with its last day
  std::vector<DocumentLine> lines;
  Money subtotal;
  std::vector<DocumentSum> discounts;
  std::vector<DocumentSum> taxes;
  Money total;
  Money balanceApplied;
  Money amountPaid;
  Money amountDue;
  PaymentState state = PaymentState::Open;
  std::optional<LocalDay> paidOn;
  QStringList notes; ///< paragraphs: reverse charge, how to pay
};

} // namespace tenantry::documents
