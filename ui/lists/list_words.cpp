// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_words.h"
#include "ui/widgets/format.h"

namespace tenantry::ui {

QString countText(const models::PagedListModel &list, const QLocale &locale) {
  constexpr auto limit = models::PagedListModel::countLimit;
  if (list.count() < 0)
    return {};
  if (list.countsAll())
    return formatCount(list.count(), false, locale);
  return formatCount(std::min(list.count(), limit), list.count() > limit, locale);
}

} // namespace tenantry::ui
