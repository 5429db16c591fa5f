// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/facet_menu.h"
#include "models/paging/paged_list_model.h"
#include "models/views/facet_counts.h"
#include "ui/widgets/format.h"
#include <QMenu>

namespace tenantry::ui {

void addFacets(QMenu *menu, models::Connection &connection,
               const models::SavedViews::Counting &counting, const views::Settings &others,
               const QString &setting, const QList<Facet> &facets) {
  QList<views::Settings> filters;
  for (const auto &facet : facets) {
    menu->addAction(facet.text, menu, facet.choose);
    auto filter = others;
    filter[setting] = facet.key;
    filters.append(filter);
  }
  if (!counting)
    return;
  const auto running = [menu] {
    return menu->findChild<models::FacetCounts *>(QString(), Qt::FindDirectChildrenOnly);
  };
  const auto show = [menu, facets](qsizetype place, qint64 rows) {
    constexpr auto limit = models::PagedListModel::countLimit;
    // What stands after the tab is drawn at the right.
    menu->actions()[place]->setText(
        facets[place].text + u'\t' +
        formatCount(std::min(rows, limit), rows > limit, menu->locale()));
  };
  QObject::connect(menu, &QMenu::aboutToShow, menu,
                   [menu, running, show, &connection, counting, filters] {
                     if (running())
                       return;
                     auto *counts = new models::FacetCounts(connection, counting, filters, menu);
                     QObject::connect(counts, &models::FacetCounts::counted, menu, show);
                   });
  QObject::connect(menu, &QMenu::aboutToHide, menu, [running] { delete running(); });
}

} // namespace tenantry::ui
