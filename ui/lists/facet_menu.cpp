// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/facet_menu.h"
#include "models/paging/paged_list_model.h"
#include "models/views/facet_counts.h"
#include "ui/widgets/format.h"
#include <QMenu>

namespace tenantry::ui {

QMenu *makeFacetMenu(models::Connection &connection, const models::SavedViews::Counting &counting,
                     const views::Settings &others, const QString &setting,
                     const QList<Facet> &facets, QWidget *parent) {
  auto *menu = new QMenu(parent);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  QList<views::Settings> filters;
  for (const auto &facet : facets) {
    menu->addAction(facet.text, menu, facet.choose);
    auto filter = others;
    filter[setting] = facet.key;
    filters.append(filter);
  }
  if (!counting)
    return menu;
  models::countFacets(connection, counting, filters, menu,
                      [menu, facets](const QList<qint64> &counts) {
                        constexpr auto limit = models::PagedListModel::countLimit;
                        const auto actions = menu->actions();
                        // What stands after the tab is drawn at the right.
                        for (qsizetype i = 0; i < counts.size(); ++i)
                          actions[i]->setText(facets[i].text + u'\t' +
                                              formatCount(std::min(counts[i], limit),
                                                          counts[i] > limit, menu->locale()));
                      });
  return menu;
}

} // namespace tenantry::ui
