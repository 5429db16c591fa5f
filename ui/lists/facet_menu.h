// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/views/saved_views.h"

class QMenu;

namespace tenantry::ui {

/// A value that a filter may have.
struct Facet {
  QString text;
  QString key; ///< as a view keeps it: "active"
  std::function<void()> choose;
};

/// Puts the values of the filter called `setting` into the menu, each with how many rows it would
/// leave beside the other filters; they are counted while the menu is open.
void addFacets(QMenu *menu, models::Connection &connection,
               const models::SavedViews::Counting &counting, const views::Settings &others,
               const QString &setting, const QList<Facet> &facets);

} // namespace tenantry::ui
