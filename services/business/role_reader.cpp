// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/readers.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

bool isPermission(const QString &text) {
  static const QRegularExpression form(u"\\A(\\*|[A-Za-z0-9_-]+\\.(\\*|[A-Za-z0-9_-]+))\\z"_s);
  return form.match(text).hasMatch();
}

} // namespace

void readRoles(const TableReader &section, Business &business) {
  for (const auto &[id, reader] : section.entries(keys::role)) {
    Role &role = business.roles[id];
    role.id = id;
    reader.read("permissions", role.permissions, Need::Required);
    refuseRepeated(reader, "permissions", role.permissions);
    for (const QString &permission : role.permissions)
      if (!isPermission(permission))
        reader.report(u"impossible_value"_s, "permissions",
                      u"has “%1”; write resource.action, resource.* or *."_s.arg(permission));
  }
}

} // namespace tenantry::business
