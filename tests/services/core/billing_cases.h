// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"
#include <QFile>
#include <QTest>

namespace tenantry {

/// Adds one row per golden case of that area and kind, named after its id, with the case itself as
/// JSON text in the column "json".
inline void addBillingCases(const std::string &area, const std::string &kind) {
  QTest::addColumn<QByteArray>("json");
  QFile file(QStringLiteral("tests/data/billing-cases.json"));
  if (!file.open(QIODevice::ReadOnly))
    qFatal("tests/data/billing-cases.json cannot be read; run from the root of the source tree");
  const auto all = Json::parse(file.readAll().toStdString());
  for (const auto &one : all.at("cases"))
    if (one.at("area") == area && one.at("kind") == kind)
      QTest::newRow(one.at("id").get<std::string>().c_str()) << toBytes(one);
}

/// The case of the current row: one table of those that `addBillingCases` made.
inline Json caseOf(const QByteArray &json) { return Json::parse(json.toStdString()); }

} // namespace tenantry
