// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/views/saved_views.h"

class QMenu;
class QWidget;

namespace tenantry::ui {

/// A value that a filter may have.
struct Facet {
  QString text;
  QString key; ///< as a view keeps it: "active"
  std::function<void()> choose;
};

/// The values of the filter called `setting`, each with how many rows it would leave beside the
/// other filters; the numbers come when they are counted. The menu deletes itself when it is
/// closed.
[[nodiscard]] QMenu *makeFacetMenu(models::Connection &connection,
                                   const models::SavedViews::Counting &counting,
                                   const views::Settings &others, const QString &setting,
                                   const QList<Facet> &facets, QWidget *parent);

} // namespace tenantry::ui
