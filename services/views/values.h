// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"
#include <QMap>
#include <QStringList>

namespace tenantry::views {

using SavedViewId = Id<struct SavedViewTag>;

/// What a list shows and how, by the list's own keys: "status" → "active", "sort" → "mrr".
using Settings = QMap<QString, QString>;

/// A way of looking at a list under a name.
struct SavedView {
  SavedViewId id;
  QString list; ///< "organizations"
  QString name;
  QString owner;      ///< a login
  QString sharedWith; ///< a group of staff; empty: nobody
  Settings settings;
  std::int64_t version = 0;
  bool isMine = false;
  bool operator==(const SavedView &) const = default;
};

/// The keys whose values differ.
[[nodiscard]] QStringList differences(const Settings &some, const Settings &others);

} // namespace tenantry::views
