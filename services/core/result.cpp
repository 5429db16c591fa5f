// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/result.h"

using namespace Qt::StringLiterals;

namespace tenantry {

QString Error::toString() const {
  QString where;
  if (!place.file.isEmpty()) {
    where = place.file;
    if (place.line > 0)
      where += u":%1"_s.arg(place.line);
    if (place.column > 0)
      where += u":%1"_s.arg(place.column);
    where += u": "_s;
  }
  return where + message + u" ["_s + code + u"]"_s;
}

Failure fail(QString code, QString message, Place place) {
  return Failure(Error{std::move(code), std::move(message), std::move(place)});
}

} // namespace tenantry
