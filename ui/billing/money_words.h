// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_sheet.h"
#include "ui/organizations/money_subject.h"
#include "ui/shell/place.h"

namespace tenantry::ui {

/// The money of that invoice, for the dialog that moves it; `payment`: that is taken back.
[[nodiscard]] MoneySubject moneySubject(models::MoneyAct::Kind kind,
                                        const models::InvoiceSheet &sheet, const QLocale &locale,
                                        const payments::InvoicePayment &payment = {});

/// A draft has no number yet: its place is among the invoices.
[[nodiscard]] Place invoicePlace(const billing::InvoiceKey &key, const QString &number);

} // namespace tenantry::ui
