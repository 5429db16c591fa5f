// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/billed_book.h"
#include "services/billing/composition.h"
#include "services/billing/usage_rating.h"
#include "services/billing/values.h"

namespace tenantry::billing {

/// A day range of an item that an invoice bills: no day is billed twice.
struct BilledSpan {
  QString item; ///< "plan", "seat", an add-on
  DayRange days;
  int lineNo = 0;
};

/// A line of the document with where it came from.
struct PlannedLine {
  DraftLine draft;
  std::optional<Instant> partFrom;         ///< usage: the part whose events it bills
  nlohmann::json detail;                   ///< how the amount came about, but for the usage
  std::optional<LineRef> credits{};        ///< the line it takes back
  std::vector<catalog::RatedPart> parts{}; ///< of a usage line, in their order
  bool isLate = false;                     ///< usage that came after its part was billed

  /// How the amount came about as it is stored: a JSON object, or nothing.
  [[nodiscard]] std::string_view explained(JsonText &json) const;
};

/// From that day on an item is billed no longer as it was.
struct BilledCut {
  QString item;
  LocalDay on{};
};

/// A draft of which something was taken back before it was issued (ADR 21).
struct LoweredDraft {
  Invoice before;
  Invoice invoice;
  std::vector<StoredLine> lines; ///< as they are then; none: nothing is left to be issued
  std::vector<int> dropped;      ///< numbers of lines of which nothing is left, but its taxes
  [[nodiscard]] std::int64_t by() const { return before.total - invoice.total; }
};

/// An invoice as the rules made it, before it has a number: what a preview shows and what a run
/// writes.
struct PlannedInvoice {
  Invoice invoice;
  std::vector<PlannedLine> lines; ///< none: nothing to bill, no document, but its usage is closed
  std::vector<BilledSpan> billedSpans;
  UsageOfInvoice usage;
  std::int64_t balanceUsed = 0; ///< taken from the customer's balance, minor units
  std::vector<BilledCut> cuts{};
  std::optional<CreditSplit> credit{}; ///< it is a credit note, of minus its total
  QString reason{};                    ///< of a credit note by hand
  bool isRefund = false;               ///< a credit note for money that is given back
  bool staysDraft = false; ///< it is reviewed or approved first, or its organization is on hold
  bool isOnHold = false;   ///< its organization is
  std::vector<LoweredDraft> lowers{};
};

/// A line as it will be stored.
[[nodiscard]] StoredLine asStored(const PlannedLine &planned, int lineNo);
[[nodiscard]] std::int64_t loweredBy(const PlannedInvoice &planned); ///< drafts, in all
[[nodiscard]] ComposedInvoice composed(const PlannedInvoice &planned);

} // namespace tenantry::billing
