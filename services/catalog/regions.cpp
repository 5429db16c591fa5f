// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/regions.h"

#include <QFile>
#include <QMultiHash>
#include <algorithm>

using namespace Qt::StringLiterals;

// The resource stands in a static library; outside of any namespace, as Q_INIT_RESOURCE asks.
static void initRegions() { Q_INIT_RESOURCE(regions); }

namespace tenantry::catalog {

namespace {

/// "Québec" as "QUEBEC".
QString folded(const QString &text) {
  QString letters;
  for (const auto letter : text.normalized(QString::NormalizationForm_KD))
    if (letter.isLetterOrNumber())
      letters += letter.toUpper();
  return letters;
}

struct Regions {
  QMultiHash<QString, QString> codes; ///< by country and what a region may be called
  QHash<QString, QStringList> around; ///< what a code of a country is within
};

/// A code with its country is folded likewise.
Regions readRegions() {
  initRegions();
  QFile file(u":/regions.txt"_s);
  if (!file.open(QIODevice::ReadOnly))
    qFatal("the regions are not in the program");
  Regions regions;
  while (!file.atEnd()) {
    const auto cells = QString::fromUtf8(file.readLine()).trimmed().split(u'\t');
    if (cells.size() != 4)
      continue;
    const auto &country = cells[0], &code = cells[1];
    regions.around[country + u' ' + code] = cells[2].split(u'|', Qt::SkipEmptyParts);
    QStringList names{folded(code), folded(country + code)};
    for (const auto &name : cells[3].split(u'|'))
      names += folded(name);
    names.removeDuplicates();
    for (const auto &name : names)
      regions.codes.insert(country + u' ' + name, code);
  }
  return regions;
}

const Regions &allRegions() {
  static const auto regions = readRegions();
  return regions;
}

} // namespace

QStringList regionsCalled(const QString &country, const QString &text) {
  const auto name = folded(text);
  return name.isEmpty() ? QStringList()
                        : QStringList(allRegions().codes.values(country + u' ' + name));
}

bool isWithinRegion(const QString &country, const QString &text, const QString &region) {
  if (folded(text) == folded(region))
    return true;
  const auto wanted = regionsCalled(country, region);
  const auto called = regionsCalled(country, text);
  return std::any_of(called.begin(), called.end(), [&](const QString &code) {
    if (wanted.contains(code))
      return true;
    const auto around = allRegions().around.value(country + u' ' + code);
    return std::any_of(around.begin(), around.end(),
                       [&](const QString &outer) { return wanted.contains(outer); });
  });
}

} // namespace tenantry::catalog
