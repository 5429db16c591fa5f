// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/values.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {

QString Text::in(const QString &language) const {
  for (const QString &wanted : {language, QString(), u"en"_s})
    if (const auto found = byLanguage.find(wanted); found != byLanguage.end())
      return found->second;
  return byLanguage.empty() ? QString() : byLanguage.begin()->second;
}

} // namespace tenantry::business
