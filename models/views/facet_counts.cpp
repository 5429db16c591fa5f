// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/facet_counts.h"

#include "models/connection/when_done.h"

namespace tenantry::models {

FacetCounts::FacetCounts(Connection &connection, const SavedViews::Counting &counting,
                         const QList<views::Settings> &filters, QObject *parent)
    : QObject(parent) {
  for (const auto &filter : filters) {
    const auto place = m_running.size();
    m_running += connection.measure(
        [counting, filter](store::Session &session, business::AppliedBusiness &business) {
          return counting(session, business, filter);
        });
    whenDone(m_running.last(), this, [this, place](const Result<std::int64_t> &rows) {
      if (rows)
        Q_EMIT counted(place, *rows);
    });
  }
}

/// The last first: none begins because the one before it has ended.
FacetCounts::~FacetCounts() {
  for (auto one = m_running.rbegin(); one != m_running.rend(); ++one)
    one->cancel();
}

} // namespace tenantry::models
