// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/palette/palette_entry.h"
#include "ui/shell/pane.h"
#include <QAction>

namespace tenantry::ui {

/// The keys as caps are drawn, one word each: "Ctrl K", "G O".
[[nodiscard]] QString keyCaps(const QKeySequence &keys);

/// What can be done in a widget: its actions, then those of its parts that are seen.
[[nodiscard]] QList<QAction *> actionsOf(const QWidget *widget);

/// Actions as the palette offers them; the key of an entry is the action's place in the list. One
/// that is not for this login says why.
[[nodiscard]] std::vector<models::PaletteEntry> offersOf(const QList<QAction *> &actions);

/// What stands below a pane in the sidebar.
[[nodiscard]] std::vector<models::PaletteEntry> offersOf(const QList<Pin> &pins,
                                                         const QString &pane);

} // namespace tenantry::ui
