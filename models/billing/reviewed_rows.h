// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/preview_store.h"
#include <map>

namespace tenantry::models {

/// Who looked at a finding last, and when.
struct LastReview {
  QString by;
  Instant at{};
};

/// Which findings of some rows of a preview somebody has looked at, and who did so last.
class ReviewedRows {
public:
  [[nodiscard]] static Result<ReviewedRows> read(store::Session &session,
                                                 const std::vector<PreviewRow> &rows);

  [[nodiscard]] bool has(const PreviewRow &row);
  void take(const std::optional<LastReview> &review); ///< the later one stays
  [[nodiscard]] const std::optional<LastReview> &last() const { return m_last; } ///< of those asked

private:
  std::map<OrganizationId, std::vector<billing::FindingReview>> m_of;
  std::optional<LastReview> m_last;
};

/// The same of a whole preview.
struct PreviewReviews {
  std::vector<std::vector<bool>> rows; ///< by chunk
  qint64 count = 0;
  std::optional<LastReview> last;
};
[[nodiscard]] Result<PreviewReviews> readReviews(store::Session &session, const PreviewStore &rows);

/// The findings of some rows of a preview.
struct ShownFindings {
  PreviewStore rows;
  std::vector<std::uint32_t> places; ///< of the rows with one
  qint64 reviewed = 0;               ///< of them: somebody has looked at them

  [[nodiscard]] qint64 all() const { return qint64(places.size()); }
  [[nodiscard]] qint64 waiting() const { return all() - reviewed; }
  /// Those that somebody has looked at, or nobody.
  [[nodiscard]] std::vector<billing::InvoiceFinding> of(bool areReviewed) const;
};

/// What an act said, or took back, of findings: what undoes it.
struct ReviewChange {
  bool isReviewed = false;
  std::vector<billing::FindingReview> reviews;
};

/// Says of these findings that somebody has looked at them, or takes it back. Those that are so
/// already are not in what it changed.
[[nodiscard]] Result<ReviewChange> writeReviews(store::Session &session,
                                                const std::vector<billing::InvoiceFinding> &found,
                                                bool isReviewed);
/// Of a change what nobody has changed since; what that was.
[[nodiscard]] Result<ReviewChange> undoReviews(store::Session &session, const ReviewChange &change);

} // namespace tenantry::models
