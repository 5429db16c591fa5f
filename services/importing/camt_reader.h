// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/bank_entry.h"

#include <QIODevice>

namespace tenantry::importing {

/// Bank statements of an ISO 20022 message camt.053.001.02, .04 or .08. Only what is booked (BOOK)
/// is an entry, in the direction of CdtDbtInd; RvslInd marks what takes an earlier one back (its
/// indicator is that of the movement itself). An entry of several transactions becomes as many
/// where their amounts are given and sum to its own, else it stays whole.
struct CamtFile {
  std::vector<payments::BankStatement> statements;
  std::vector<Error> errors; ///< of statements that are not among them: each is refused whole
};

/// No file may be larger: a month of a busy account has a hundredth of it.
constexpr qint64 largestCamtFile = qint64{64} << 20;

/// Errors of the file as a whole: `bank.file_too_large`, `bank.xml_invalid`, `bank.dtd_refused` (no
/// document type, no entities), `bank.not_a_statement` (camt.052, camt.054),
/// `bank.version_unknown`, `bank.statement_missing`.
[[nodiscard]] Result<CamtFile> readCamt(QIODevice &device, const QString &file);

} // namespace tenantry::importing
