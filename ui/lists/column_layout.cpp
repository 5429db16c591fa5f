// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/column_layout.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

QString toText(const ColumnLayout &layout) {
  QStringList words;
  for (const auto &column : layout)
    words.append(column.key + (column.isShown ? u":"_s : u":-"_s) + QString::number(column.width));
  return words.join(u' ');
}

ColumnLayout layoutOf(const QString &text) {
  static const QRegularExpression word(u"^([a-z_]{1,40}):(-?)([0-9]{1,4})$"_s);
  ColumnLayout layout;
  for (const auto &one : text.split(u' ', Qt::SkipEmptyParts)) {
    const auto match = word.match(one);
    if (!match.hasMatch())
      return {};
    layout.append({match.captured(1), match.captured(3).toInt(), match.captured(2).isEmpty()});
  }
  return layout;
}

} // namespace tenantry::ui
