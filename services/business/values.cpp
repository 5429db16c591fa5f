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

QString Metric::nameIn(const QString &language) const {
  const auto told = name.in(language);
  return told.isEmpty() ? QString(id).replace(u'_', u' ') : told;
}

} // namespace tenantry::business
