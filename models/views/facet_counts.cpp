// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/facet_counts.h"

#include "models/connection/when_done.h"

namespace tenantry::models {

void countFacets(Connection &connection, const SavedViews::Counting &counting,
                 const QList<views::Settings> &filters, QObject *context,
                 const std::function<void(const QList<qint64> &)> &then) {
  using Counts = QList<qint64>;
  whenDone(
      connection.read([counting, filters](store::Session &session,
                                          business::AppliedBusiness &business) -> Result<Counts> {
        Counts counts;
        for (const auto &filter : filters) {
          TENANTRY_TRY(one, counting(session, business, filter));
          counts.append(one);
        }
        return counts;
      }),
      context, [then](const Result<Counts> &counts) {
        if (counts)
          then(*counts);
      });
}

} // namespace tenantry::models
