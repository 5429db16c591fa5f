// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_sheet.h"
#include "models/billing/money_act.h"
#include "ui/billing/line_words.h"

namespace tenantry::ui {

/// "Card", "Transfer": what the money came by.
[[nodiscard]] QString paymentName(const payments::InvoicePayment &payment);
[[nodiscard]] LineText paymentText(const payments::InvoicePayment &payment, const Zone &zone,
                                   const QLocale &locale);
/// "open again, 199.00 USD due": what becomes of an invoice of which money is taken back.
[[nodiscard]] QString reopenedText(const payments::UnassignPicture::Reopened &one,
                                   const Currency &currency, const QLocale &locale);
[[nodiscard]] LineText refundText(const payments::Refund &refund, const Zone &zone,
                                  const QLocale &locale);

} // namespace tenantry::ui
