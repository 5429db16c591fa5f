// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/view_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct ViewTexts {
  Q_DECLARE_TR_FUNCTIONS(ViewWords)
};

QString keyWord(const QString &key) {
  if (key == u"search")
    return ViewTexts::tr("Search");
  if (key == u"status" || key == u"kind")
    return ViewTexts::tr("Status");
  if (key == u"plan")
    return ViewTexts::tr("Plan");
  if (key == u"number")
    return ViewTexts::tr("Number");
  if (key == u"sort")
    return ViewTexts::tr("Sorted by");
  if (key == u"order")
    return ViewTexts::tr("Order");
  return key == u"columns" ? ViewTexts::tr("Columns") : key;
}

QString valueWord(const QString &key, const QString &value) {
  if (value.isEmpty())
    return ViewTexts::tr("none");
  if (key != u"columns")
    return value;
  QStringList shown;
  for (const auto &column : value.split(u' '))
    if (!column.contains(u":-"_s))
      shown.append(column.section(u':', 0, 0));
  return shown.join(u", "_s);
}

} // namespace

QString differenceText(const views::Settings &mine, const views::Settings &theirs) {
  QStringList lines;
  for (const auto &key : views::differences(mine, theirs))
    lines.append(
        ViewTexts::tr("%1: yours %2, theirs %3")
            .arg(keyWord(key), valueWord(key, mine.value(key)), valueWord(key, theirs.value(key))));
  return lines.join(u'\n');
}

} // namespace tenantry::ui
