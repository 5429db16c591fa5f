// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/exchange_rates.h"

#include <QIODevice>

namespace tenantry::importing {

/// Rates of one base currency against others, a day in a row and a currency in a column, as the
/// European Central Bank publishes them (eurofxref-hist.csv: Date,USD,JPY,…). Cells that are empty
/// or say N/A have no rate; columns that name no currency of ISO 4217 are left out.
struct RateFile {
  std::vector<billing::ExchangeRate> rates;
  QStringList leftOut;       ///< columns
  std::vector<Error> errors; ///< every bad cell; with any, nothing of the file is to be recorded
};

/// Errors of the file as a whole: those of its header, `rate.date_missing` (no column Date),
/// `rate.currency_missing` (no column is a currency). Of its cells: `rate.date_invalid`,
/// `rate.date_repeated`, `rate.invalid`.
[[nodiscard]] Result<RateFile> readRates(QIODevice &device, const QString &file, Currency base);

} // namespace tenantry::importing
