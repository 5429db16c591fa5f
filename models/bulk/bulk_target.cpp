// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulk/bulk_target.h"

namespace tenantry::models {

namespace {

/// Subjects instead of rows, each once over all chunks.
PagedListModel::Taking onceEach(BulkTarget::Subject subject, const PagedListModel::Taking &take) {
  if (!subject)
    return take;
  return [subject, take, seen = QSet<QString>()](const QStringList &keys) mutable -> Result<bool> {
    QStringList subjects;
    for (const auto &key : keys)
      if (const auto one = subject(key); !seen.contains(one)) {
        seen.insert(one);
        subjects += one;
      }
    return subjects.isEmpty() ? Result<bool>(true) : take(subjects);
  };
}

} // namespace

BulkTarget BulkTarget::of(const RowSelection &selection, const PagedListModel &list,
                          Subject subject) {
  BulkTarget target;
  target.m_subject = subject;
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
                               const PagedListModel::Taking &takeAll) const {
  const auto take = onceEach(m_subject, takeAll);
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
