// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulk/bulk_target.h"

namespace tenantry::models {

BulkTarget BulkTarget::of(const RowSelection &selection, const PagedListModel &list) {
  BulkTarget target;
  target.m_keys = selection.keys();
  target.m_expected = std::max<qint64>(selection.count(), 0);
  if (selection.reach() == RowSelection::Reach::AllMatching)
    target.m_walk = list.walking();
  return target;
}

BulkTarget BulkTarget::rows(const QStringList &keys) {
  BulkTarget target;
  target.m_keys = {keys.begin(), keys.end()};
  target.m_expected = keys.size();
  return target;
}

Result<bool> BulkTarget::visit(store::Session &session, business::AppliedBusiness &business,
                               const PagedListModel::Taking &take) const {
  if (m_walk)
    return m_walk(session, business, [&](QStringList keys) -> Result<bool> {
      keys.removeIf([this](const QString &key) { return m_keys.contains(key); });
      return keys.isEmpty() ? Result<bool>(true) : take(keys);
    });
  QStringList keys(m_keys.begin(), m_keys.end());
  keys.sort(); // locks are taken in one order by everybody
  for (qsizetype from = 0; from < keys.size(); from += PagedListModel::pageSize) {
    TENANTRY_TRY(goesOn, take(keys.mid(from, PagedListModel::pageSize)));
    if (!goesOn)
      return false;
  }
  return true;
}

} // namespace tenantry::models
