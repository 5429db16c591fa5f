// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/column_mapping.h"
#include "services/payments/bank_entry.h"

#include <QIODevice>

namespace tenantry::importing {

/// The fields of a bank's CSV export, with the names that banks give their columns.
[[nodiscard]] const ImportFormat &bankFormat();

struct BankCsvOptions {
  QString account;            ///< of the rows that name none
  Currency currency;          ///< likewise
  MappingOverrides mapping{}; ///< which column holds which field
};

/// The movements of one account, as a statement without id and balances, so that exports may
/// overlap. `errors` has every bad row; with any, nothing of the file is to be posted.
struct BankCsv {
  payments::BankStatement statement;
  std::vector<Error> errors;
};

/// Whether a file is no XML, and so a CSV if it is a statement at all.
[[nodiscard]] bool isBankCsv(QIODevice &device);

/// Errors of the file as a whole: those of its header and mapping, `bank.account_missing`, and
/// `currency.unknown` where nothing says it of any row.
[[nodiscard]] Result<BankCsv> readBankCsv(QIODevice &device, const QString &file,
                                          const BankCsvOptions &options);

} // namespace tenantry::importing
