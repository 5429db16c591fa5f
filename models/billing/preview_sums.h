// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/preview_row.h"
#include <map>

namespace tenantry::models {

/// The sums of a preview in one currency, minor units.
struct PreviewTotals {
  std::int64_t invoices = 0;
  std::int64_t usage = 0;
  std::int64_t tax = 0;
  std::int64_t total = 0;
  std::int64_t comparable = 0; ///< of the total: invoices that have one before them
  std::int64_t before = 0;     ///< what those were
};

/// What a preview found that stands out; each invoice counts once.
struct PreviewFindings {
  qint64 firstInvoices = 0;
  qint64 changes = 0;     ///< of a fifth and more
  qint64 missingData = 0; ///< of customers who lack what their invoice has to show
  qint64 reviewed = 0;    ///< of all those: somebody has looked at them
  [[nodiscard]] qint64 waiting() const { return all() - reviewed; }
  [[nodiscard]] qint64 all() const { return firstInvoices + changes + missingData; }
};

/// What rows of a preview come to.
struct PreviewSums {
  std::map<Currency, PreviewTotals> totals;
  PreviewFindings findings;
  void add(const PreviewRow &row);
  void add(const PreviewSums &others);
};

} // namespace tenantry::models
