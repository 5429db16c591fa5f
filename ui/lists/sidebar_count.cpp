// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/sidebar_count.h"
#include "models/paging/paged_list_model.h"
#include "ui/shell/pane.h"

namespace tenantry::ui {

models::ListCount *countInSidebar(Pane *pane, models::Connection &connection,
                                  const models::SavedViews::Counting &counting,
                                  const views::Settings &settings) {
  auto *count = new models::ListCount(connection, counting, settings, pane);
  QObject::connect(count, &models::ListCount::changed, pane, [pane](qint64 rows) {
    constexpr auto limit = models::PagedListModel::countLimit;
    Q_EMIT pane->countChanged(std::min(rows, limit), rows > limit);
  });
  return count;
}

} // namespace tenantry::ui
