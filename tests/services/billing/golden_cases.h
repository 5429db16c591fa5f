// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/period.h"
#include "services/core/rational.h"

#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>
#include <set>

/// The golden cases of tests/data/billing-cases.json: by area and kind, named by their ids.
namespace tenantry::golden {

using Json = nlohmann::json;

inline const Json &document() {
  static const Json read = [] {
    QFile file(QStringLiteral("tests/data/billing-cases.json"));
    return file.open(QIODevice::ReadOnly) ? Json::parse(file.readAll().toStdString()) : Json();
  }();
  return read;
}

inline std::vector<Json> casesOf(const std::string &kind) {
  std::vector<Json> found;
  if (document().is_object())
    for (const auto &each : document().at("cases"))
      if (each.at("kind") == kind)
        found.push_back(each);
  return found;
}

/// One row per case of these kinds, except those that `left` names with the reason why they do not
/// apply.
inline void addRows(const std::vector<std::string> &kinds,
                    const std::map<std::string, std::string> &left = {}) {
  QTest::addColumn<QByteArray>("json");
  for (const auto &kind : kinds) {
    for (const auto &each : casesOf(kind)) {
      const auto id = each.at("id").get<std::string>();
      if (const auto why = left.find(id); why != left.end())
        qInfo("not applicable: %s (%s)", id.c_str(), why->second.c_str());
      else
        QTest::newRow(id.c_str()) << QByteArray::fromStdString(each.dump());
    }
  }
}

/// Prints every case of the kinds that another unit shows, or that follows a mode Tenantry does not
/// offer.
inline void printLeft(const std::map<std::string, std::string> &left) {
  for (const auto &[id, why] : left)
    qInfo("not applicable: %s (%s)", id.c_str(), why.c_str());
}

inline Json current() {
  QFETCH(QByteArray, json);
  return Json::parse(json.toStdString());
}

inline Rational number(const Json &text) {
  return parseDecimal(QString::fromStdString(text.get<std::string>())).value();
}
inline LocalDay day(const Json &text) {
  return parseDay(QString::fromStdString(text.get<std::string>())).value();
}
inline DayRange days(const Json &pair) { return {day(pair.at(0)), day(pair.at(1))}; }
inline Instant instant(const Json &text) {
  return parseInstant(QString::fromStdString(text.get<std::string>())).value();
}

using Amounts = std::vector<std::int64_t>;

} // namespace tenantry::golden
