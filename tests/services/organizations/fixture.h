// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/organizations/service.h"
#include "tests/support/code_of.h"
#include "tests/support/test_database.h"
#include <QTest>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

#define REQUIRE_OK(result)                                                                         \
  do {                                                                                             \
    if (const auto &required = (result); !required)                                                \
      QFAIL(qPrintable(required.error().toString()));                                              \
  } while (false)

/// A database, the worker's connection to it, and a clock that stands still.
struct Workplace {
  TestDatabase test;
  VirtualClock clock{Instant(std::chrono::seconds(1'800'000'000))};
  std::unique_ptr<store::Database> database = test.connect(u"worker"_s);
  store::Session session{*database, clock, u"worker"_s};

  [[nodiscard]] std::int64_t count(const QByteArray &rest) const {
    const auto rows = database->adHoc("select count(*) from " + rest);
    return rows ? (*rows)[0].get<std::int64_t>(0) : -1;
  }
  /// The organization's events in order, "created, activated".
  [[nodiscard]] QString events(const OrganizationId &organization) const {
    const auto rows = database->adHoc(
        "select coalesce(string_agg(split_part(type, '.', 2), ', ' order by sequence), "
        "'') from event where organization_id = :id",
        {{"id", organization}});
    return rows ? (*rows)[0].get<QString>(0) : rows.error().toString();
  }
};

inline organizations::Organization draft(const QString &name = u"Acme"_s) {
  organizations::Organization made;
  made.name = name;
  made.email = u"Ops@acme.example"_s;
  made.addressCountry = u"DE"_s;
  made.zone = *Zone::find(u"Europe/Berlin");
  made.currency = *Currency::parse(u"EUR");
  return made;
}

} // namespace tenantry::tests
