// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"
#include <QStringList>
#include <vector>

/// How a payer may have written which invoice he means: pure rules.
namespace tenantry::payments {

/// The numbers of the format (`INV-{year}-{seq:6}`) that stand in a text: in any case, with other
/// or no separators, broken at the end of a line. As the format writes them; each once, in the
/// order found.
[[nodiscard]] QStringList numbersIn(const QString &text, const QString &format);

/// The words of a text that may be the number of an invoice that another system gave: those with a
/// digit, as they stand.
[[nodiscard]] QStringList wordsIn(const QString &text);

/// What an ISO 11649 creditor reference ("RF18 INV2026 000001") holds; nothing where its check
/// digits are wrong.
[[nodiscard]] std::optional<QString> creditorReference(const QString &text);

/// An invoice's id written without hyphens, as it fits into an end-to-end id (35 characters).
[[nodiscard]] std::optional<InvoiceId> invoiceIdIn(const QString &endToEnd);

} // namespace tenantry::payments
