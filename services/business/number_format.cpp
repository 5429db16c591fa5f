// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/number_format.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::business {

QString problemOfNumberFormat(const QString &format) {
  static const QRegularExpression sequence(u"\\{seq(:([1-9]|1[0-2]))?\\}"_s);
  if (format.count(sequence) != 1)
    return u"needs {seq} or {seq:6} once, so that no number comes twice."_s;
  if (format.count(u"{year}"_s) != 1)
    return u"needs {year} once: numbers count from 1 again each year."_s;
  QString rest = format;
  rest.remove(sequence).remove(u"{year}"_s);
  if (rest.contains(u'{') || rest.contains(u'}'))
    return u"has braces that are neither {year} nor {seq} nor {seq:6}."_s;
  return {};
}

} // namespace tenantry::business
