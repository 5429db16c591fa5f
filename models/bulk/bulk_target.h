// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/row_selection.h"

namespace tenantry::models {

/// The rows that an act is for: some by their keys, or all that match a filter but some. A value
/// that goes to another thread.
class BulkTarget {
public:
  /// Of a row what is acted on, by its key, where that is not the row itself: what several rows
  /// have in common is acted on once.
  using Subject = QString (*)(const QString &key);
  /// What is selected now.
  [[nodiscard]] static BulkTarget of(const RowSelection &selection, const PagedListModel &list,
                                     Subject subject = nullptr);
  [[nodiscard]] static BulkTarget rows(const QStringList &keys);

  [[nodiscard]] qint64 expected() const { return m_expected; } ///< as counted; 0: unknown
  /// A chunk of keys at a time; false: it was told to stop.
  [[nodiscard]] Result<bool> visit(store::Session &session, business::AppliedBusiness &business,
                                   const PagedListModel::Taking &take) const;

private:
  QSet<QString> m_keys; ///< of the rows, or of those left out
  Subject m_subject = nullptr;
  PagedListModel::Walking m_walk;
  qint64 m_expected = 0;
};

} // namespace tenantry::models
