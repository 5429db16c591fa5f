// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/views/saved_views.h"

namespace tenantry::models {

/// How many rows each of some filters would leave, in their order, capped as the list counts. Calls
/// `then` on the context's thread, unless it is gone by then or the database does not answer.
void countFacets(Connection &connection, const SavedViews::Counting &counting,
                 const QList<views::Settings> &filters, QObject *context,
                 const std::function<void(const QList<qint64> &)> &then);

} // namespace tenantry::models
