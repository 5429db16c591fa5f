// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"

namespace tenantry::models {

/// How lists and bulk acts name an invoice, drafts too: "organization/invoice".
[[nodiscard]] inline QString keyText(const billing::InvoiceKey &key) {
  return QStringLiteral("%1/%2").arg(key.organization.toString(), key.invoice.toString());
}

[[nodiscard]] inline billing::InvoiceKey invoiceKeyOf(const QString &text) {
  return {OrganizationId::fromString(text.section(u'/', 0, 0)),
          InvoiceId::fromString(text.section(u'/', 1, 1))};
}

/// The same of a credit note, by its id: "organization/note/credit-note".
[[nodiscard]] inline QString creditNoteKeyText(const billing::InvoiceKey &key) {
  return keyText(key) + QStringLiteral("/credit-note");
}

[[nodiscard]] inline bool isCreditNoteKey(const QString &text) {
  return text.endsWith(QStringLiteral("/credit-note"));
}

} // namespace tenantry::models
