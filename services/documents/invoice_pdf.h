// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include "services/documents/invoice_document.h"
#include <QByteArray>

namespace tenantry::documents {

/// Draws the document as a PDF/A-1b: A4, or Letter where that is the paper of the country;
/// selectable text, embedded fonts, table head and page numbers on every page. The bytes differ
/// from run to run: store them. Needs a QGuiApplication (an offscreen one will do), error
/// `document.no_gui` without; `document.not_written`.
[[nodiscard]] Result<QByteArray> renderInvoicePdf(const InvoiceDocument &document);

} // namespace tenantry::documents
