// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include <map>

namespace tenantry::models {

/// What plans and add-ons are called in the language of whoever reads, by their ids: those, too,
/// that are not sold any more.
struct CatalogNames {
  std::map<QString, QString> plans, addons;

  [[nodiscard]] QString plan(const QString &id) const;  ///< one that is not known by its id
  [[nodiscard]] QString addon(const QString &id) const; ///< likewise
};

[[nodiscard]] QString readersLanguage(); ///< "de"
[[nodiscard]] std::map<QString, QString> planNames(const business::Applied &applied);
[[nodiscard]] Result<CatalogNames> catalogNames(store::Session &session,
                                                const business::Applied &applied);

} // namespace tenantry::models
