// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/views/values.h"

namespace tenantry::views {

QStringList differences(const Settings &some, const Settings &others) {
  QStringList keys = some.keys() + others.keys();
  keys.removeDuplicates();
  keys.removeIf([&](const QString &key) { return some.value(key) == others.value(key); });
  return keys;
}

} // namespace tenantry::views
