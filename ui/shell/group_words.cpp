// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString text(const char *source) { return QCoreApplication::translate("Groups", source); }

QString groupWord(const QString &group) {
  if (group == u"administrator")
    return text(QT_TRANSLATE_NOOP("Groups", "administrator"));
  if (group == u"finance")
    return text(QT_TRANSLATE_NOOP("Groups", "finance"));
  if (group == u"success")
    return text(QT_TRANSLATE_NOOP("Groups", "customer success"));
  if (group == u"support")
    return text(QT_TRANSLATE_NOOP("Groups", "support"));
  return group == u"manager" ? text(QT_TRANSLATE_NOOP("Groups", "manager")) : group;
}

QString joined(const QStringList &groups) {
  QStringList words;
  for (const auto &group : groups)
    words.append(groupWord(group));
  return words.join(u", "_s);
}

} // namespace

QString groupsText(const QStringList &groups) {
  return groups.contains(u"administrator"_s) ? groupWord(u"administrator"_s) : joined(groups);
}

QString notForGroups(const QStringList &groups, const QStringList &allowed) {
  const auto mine =
      groups.isEmpty()
          ? text(QT_TRANSLATE_NOOP("Groups", "Your login is in no group of staff."))
          : text(QT_TRANSLATE_NOOP("Groups", "Your login is in: %1.")).arg(groupsText(groups));
  return text(QT_TRANSLATE_NOOP("Groups", "This is for: %1. %2")).arg(joined(allowed), mine);
}

QString offLineReason() {
  return text(QT_TRANSLATE_NOOP("Groups", "There is no connection to the database"));
}

} // namespace tenantry::ui
