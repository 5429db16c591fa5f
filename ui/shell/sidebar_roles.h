// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtCore/qnamespace.h>

namespace tenantry::ui {

/// What an item of the sidebar says beside its name.
enum SidebarRole {
  IconNameRole = Qt::UserRole + 1, ///< QString; none: the head of a group
  CountRole,                       ///< QString, as it is shown; empty: none
  CountToneRole,                   ///< int, a Tone: any but Muted stands out as a badge
  IsPinRole,                       ///< bool: a view of an entry
};

} // namespace tenantry::ui
