// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connection/catalog_names.h"

#include "services/business/loader.h"

#include <QLocale>

namespace tenantry::models {

namespace {

QString nameIn(const std::map<QString, QString> &names, const QString &id) {
  const auto known = names.find(id);
  return known == names.end() ? id : known->second;
}

} // namespace

QString CatalogNames::plan(const QString &id) const { return nameIn(plans, id); }
QString CatalogNames::addon(const QString &id) const { return nameIn(addons, id); }

QString readersLanguage() { return QLocale().name().left(2); }

std::map<QString, QString> planNames(const business::Applied &applied) {
  std::map<QString, QString> names;
  for (const auto &[id, version] : applied.planVersions)
    names[version.plan.id] = version.plan.name.in(readersLanguage());
  for (const auto &[id, plan] : applied.business.plans)
    names[id] = plan.name.in(readersLanguage());
  return names;
}

Result<CatalogNames> catalogNames(store::Session &session, const business::Applied &applied) {
  CatalogNames names{planNames(applied), {}};
  TENANTRY_TRY(rows, session.database.query("addons_ever_sold"));
  for (const auto row : rows) {
    TENANTRY_TRY(addon, business::addonFromJson(row.get<nlohmann::json>(1)));
    names.addons[row.get<QString>(0)] = addon.name.in(readersLanguage());
  }
  return names;
}

} // namespace tenantry::models
