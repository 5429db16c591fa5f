// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/consumer.h"
#include "services/jobs/handler.h"
#include "tests/support/test_database.h"
#include <QTest>

namespace tenantry::tests {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

#define REQUIRE_OK(result)                                                                         \
  do {                                                                                             \
    if (const auto &required = (result); !required)                                                \
      QFAIL(qPrintable(required.error().toString()));                                              \
  } while (false)

/// A table that says what was done: `effect(name, number)`.
inline void makeEffects(store::Database &superuser) {
  const auto made = superuser.script(
      "create table if not exists tenantry.effect (name text not null, number bigint not null);"
      "grant select, insert on tenantry.effect to tenantry_test_worker;"
      "truncate tenantry.effect, job, dispatch, event, organization_head, consumer_position");
  if (!made)
    qFatal("%s", qPrintable(made.error().toString()));
}

inline Result<> addEffect(store::Session &session, const QString &name, std::int64_t number) {
  TENANTRY_CHECK(session.database.adHoc("insert into tenantry.effect values (:name, :number)",
                                        {{"name", name}, {"number", number}}));
  return {};
}

/// "name number, name number" in the order of writing.
inline QString effects(store::Database &database) {
  const auto rows = database.adHoc("select coalesce(string_agg(name || ' ' || number, ', ' order "
                                   "by ctid), '') from tenantry.effect");
  return rows ? (*rows)[0].get<QString>(0) : rows.error().toString();
}

inline std::int64_t countOf(store::Database &database, const QByteArray &rest) {
  const auto rows = database.adHoc("select count(*) from " + rest);
  return rows ? (*rows)[0].get<std::int64_t>(0) : -1;
}

inline OrganizationId addOrganization(store::Session &session) {
  const auto id = makeId<OrganizationId>(session.clock.now());
  (void)session.database.adHoc("insert into organization_head (organization_id) values (:id)",
                               {{"id", id}});
  return id;
}

inline Result<> append(store::Session &session, const OrganizationId &organization,
                       const QString &type, int count = 1) {
  return session.database.transaction([&] {
    return store::appendEvents(
        session, organization,
        std::vector<store::NewEvent>(static_cast<std::size_t>(count), store::NewEvent{type}));
  });
}

/// Writes one effect for each event that it gets.
inline jobs::Consumer writer(const QString &name, const QString &type = {}) {
  return {name, [type](const QString &one) { return type.isEmpty() || one == type; },
          [name](store::Session &session, const std::vector<store::Event> &events) -> Result<> {
            for (const auto &event : events)
              TENANTRY_CHECK(addEffect(session, name, event.sequence));
            return {};
          }};
}

inline jobs::NewJob jobOf(const QString &kind, const QString &key, Instant runAt) {
  return {u"default"_s, kind, key, {{"n", 1}}, runAt};
}

} // namespace tenantry::tests
