// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/period.h"
#include "services/importing/mapped_row.h"

namespace tenantry::importing {

/// What only the caller knows: what came before in the file and what the book holds.
struct RowChecks {
  std::function<bool(const QString &id)> isRepeated; ///< an earlier row of this file has the id
  std::function<bool(const QString &id)>
      isKnownCustomer; ///< of the customers' file or imported before
  std::function<bool(const QString &key)> isKnownPlan;
};

struct CustomerRow {
  int line = 0;
  QString externalId;
  QString name;
  QString email; ///< as written; may be empty, exports do not always have one
  QString description;
  QString notes;
  QString country; ///< ISO 3166-1 alpha-2 in upper case, or empty
  std::optional<Currency> currency;
  std::optional<Instant> created;
  bool isDelinquent = false;
  Zone zone{}; ///< UTC unless the file names one
};

enum class ImportedSubscriptionStatus {
  Trialing,
  Active,
  PastDue,
  Suspended,
  Paused,
  Cancelled,
  Expired
};

struct SubscriptionRow {
  int line = 0;
  QString externalId;
  QString customerId; ///< external
  QString plan;
  std::int64_t quantity = 1;
  Money amount; ///< of one unit for one interval, ≥ 0
  Interval interval = Interval::Month;
  ImportedSubscriptionStatus status = ImportedSubscriptionStatus::Active;
  std::optional<Instant> created;
  std::optional<Instant> started;
  std::optional<Instant> periodFrom; ///< half-open
  std::optional<Instant> periodTo;
  std::optional<Instant> trialFrom;
  std::optional<Instant> trialTo;
  std::optional<Instant> cancelled;
  std::optional<Instant> ended;
};

enum class ImportedInvoiceStatus { Draft, Open, Paid, Void, Uncollectible };

struct InvoiceRow {
  int line = 0;
  QString externalId;
  QString number;
  QString customerId;     ///< external
  QString subscriptionId; ///< external, may be empty
  ImportedInvoiceStatus status = ImportedInvoiceStatus::Open;
  Money subtotal; ///< before discount and tax
  Money discount;
  Money tax; ///< on top of the subtotal
  Money total;
  Money amountDue;
  Money amountPaid;
  Instant issued{};
  std::optional<Instant> due;
  std::optional<Instant> paid;
  std::optional<Instant> periodFrom; ///< half-open
  std::optional<Instant> periodTo;
};

/// Each returns the row or its first error with file, line and column name. Checks that are not set
/// are skipped. Codes: `id_missing`, `text_too_long`, `duplicate_id`, `email_invalid`,
/// `created_invalid`, `currency_unknown`, `country_unknown`, `time_zone_unknown`.
[[nodiscard]] Result<CustomerRow> parseCustomerRow(const MappedRow &row, const RowChecks &checks);
/// Codes: `id_missing`, `text_too_long`, `duplicate_id`, `customer_unknown`, `plan_unknown`,
/// `status_unknown`, `interval_unknown`, `currency_unknown`, `amount_invalid`, `quantity_invalid`,
/// `created_invalid`, `date_invalid`, `period_invalid`.
[[nodiscard]] Result<SubscriptionRow> parseSubscriptionRow(const MappedRow &row,
                                                           const RowChecks &checks);
/// Codes: `id_missing`, `text_too_long`, `duplicate_id`, `number_missing`, `customer_unknown`,
/// `status_unknown`, `currency_unknown`, `amount_invalid`, `total_mismatch` (subtotal − discount +
/// tax ≠ total), `date_invalid`.
[[nodiscard]] Result<InvoiceRow> parseInvoiceRow(const MappedRow &row, const RowChecks &checks);

} // namespace tenantry::importing
