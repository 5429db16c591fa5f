// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/xml_node.h"
#include "services/payments/bank_entry.h"

/// Parts of a camt.053 message; internal to its reader.
namespace tenantry::importing {

/// The amount of a balance or entry: Amt, positive where CdtDbtInd says CRDT. Error
/// `bank.amount_invalid`, `bank.sign_missing`, `currency.unknown`.
[[nodiscard]] Result<Money> camtSignedAmount(const XmlNode &node, const QString &file);

/// The day of a child, which is a day or a moment (of which the day counts); nothing where there is
/// none. Error `bank.date_invalid`.
[[nodiscard]] Result<std::optional<LocalDay>> camtDay(const XmlNode &node, const QString &name,
                                                      const QString &file);

/// Appends an entry, as many as it has transactions. What is not booked is counted only. Errors
/// beside those above: `bank.date_invalid`, `bank.status_missing`.
[[nodiscard]] Result<> takeCamtEntry(const XmlNode &node, const QString &file,
                                     payments::BankStatement &statement);

} // namespace tenantry::importing
