// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_words.h"
#include "ui/widgets/format.h"

namespace tenantry::ui {

QString countText(const models::PagedListModel &list, const QLocale &locale) {
  if (list.count() < 0)
    return {};
  return list.countsAll() ? formatCount(list.count(), false, locale)
                          : countText(list.count(), locale);
}

QString countText(qint64 count, const QLocale &locale) {
  constexpr auto limit = models::PagedListModel::countLimit;
  return formatCount(std::min(count, limit), count > limit, locale);
}

} // namespace tenantry::ui
