// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/view_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct ViewTexts {
  Q_DECLARE_TR_FUNCTIONS(ViewWords)
};

QString keyWord(const QString &key, const ListFilters &filters) {
  if (const auto *offer = filters.offer(key))
    return offer->name;
  if (key == u"search")
    return ViewTexts::tr("Search");
  if (key == u"number")
    return ViewTexts::tr("Number");
  if (key == u"sort")
    return ViewTexts::tr("Sorted by");
  if (key == u"order")
    return ViewTexts::tr("Order");
  return key == u"columns" ? ViewTexts::tr("Columns") : key;
}

QString columnTitle(const QString &key, const models::PagedListModel &list) {
  const auto column = list.columnKeys().indexOf(key);
  return column < 0 ? key : list.headerData(int(column), Qt::Horizontal).toString();
}

QString valueWord(const QString &key, const QString &value, const models::PagedListModel &list,
                  const ListFilters &filters) {
  if (value.isEmpty())
    return ViewTexts::tr("none");
  if (const auto *offer = filters.offer(key))
    return offer->word(value);
  if (key == u"sort")
    return columnTitle(value, list);
  if (key == u"order")
    return value == u"ascending" ? ViewTexts::tr("ascending") : ViewTexts::tr("descending");
  if (key != u"columns")
    return value;
  QStringList shown;
  for (const auto &column : value.split(u' '))
    if (!column.contains(u":-"_s))
      shown.append(columnTitle(column.section(u':', 0, 0), list));
  return shown.join(u", "_s);
}

} // namespace

QString differenceText(const views::Settings &mine, const views::Settings &theirs,
                       const models::PagedListModel &list, const ListFilters &filters) {
  QStringList lines;
  for (const auto &key : views::differences(mine, theirs))
    lines.append(ViewTexts::tr("%1: yours %2, theirs %3")
                     .arg(keyWord(key, filters), valueWord(key, mine.value(key), list, filters),
                          valueWord(key, theirs.value(key), list, filters)));
  return lines.join(u'\n');
}

} // namespace tenantry::ui
