// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/usage/recount.h"
#include "services/usage/service.h"
#include "tests/support/test_database.h"
#include <QTest>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// A database with metrics of every kind, where organizations with usage parts are quickly made.
class UsageHouse {
public:
  static Instant day(int number) {
    return *parseInstant(u"2026-03-01T00:00:00Z"_s) + std::chrono::days(number);
  }

  UsageHouse() : m_database(m_test.connect(u"worker"_s)), m_owner(m_test.connect()) {
    auto shipped = *business::Source::shipped().load();
    using business::Aggregation;
    const auto add = [&](const QString &id, Aggregation aggregation, const QString &of,
                         int decimals) {
      shipped.metrics[id] = {id, aggregation, business::LimitKind::Soft, of, decimals};
    };
    add(u"calls"_s, Aggregation::Sum, {}, 0);
    add(u"peak"_s, Aggregation::Max, {}, 0);
    add(u"stored"_s, Aggregation::Last, {}, 0);
    add(u"users"_s, Aggregation::Unique, u"user"_s, 0);
    add(u"traffic"_s, Aggregation::Sum, {}, 2);
    store::Session owner{*m_owner, clock, u"tests"_s};
    if (const auto done = business::BusinessApply(owner).apply(shipped, u"tests"_s); !done)
      qFatal("%s", qPrintable(done.error().toString()));
  }

  auto connect(const QString &role = u"worker"_s) const { return m_test.connect(role); }
  store::Database &database() { return *m_database; }
  store::Session session() { return {*m_database, clock, u"worker"_s}; }
  usage::UsageService service() {
    m_session = std::make_unique<store::Session>(session());
    return {*m_session, applied};
  }

  OrganizationId addOrganization() {
    const auto id = makeId<OrganizationId>(clock.now());
    run(u"insert into organization (organization_id, name, email, address_country, time_zone, "
        u"currency, status, "
        "created_at, updated_at) values ('%1', 'One', 'a@example.com', 'DE', 'UTC', 'EUR', "
        "'active', now(), now());"
        "insert into organization_head (organization_id) values ('%1');"
        "insert into subscription (organization_id, subscription_id, plan_id, plan_version_id, "
        "status, "
        "billing_interval, currency, anchor_day, period_index, period_from, period_to, "
        "period_from_at, "
        "period_to_at, started_at) select '%1', '%1', plan_id, plan_version_id, 'active', 'month', "
        "'EUR', "
        "'2026-03-01', 0, '2026-03-01', '2026-04-01', '2026-03-01Z', '2026-04-01Z', '2026-03-01Z' "
        "from plan_version limit 1"_s.arg(id.toString()));
    return id;
  }
  void addPart(const OrganizationId &id, int from, int to, int periodFrom) {
    run(u"insert into usage_part (organization_id, part_from, part_to, subscription_id, "
        u"plan_version_id, "
        "period_from, from_day, to_day, billable) select '%1', '%2', '%3', '%1', plan_version_id, "
        "'%4', '%2', '%3', "
        "true from plan_version limit 1"_s.arg(id.toString(), toIso(day(from)), toIso(day(to)),
                                               toIso(day(periodFrom))));
  }
  /// An organization with one part: the 31 days from day 0 on.
  OrganizationId addSubscribed() {
    const auto id = addOrganization();
    addPart(id, 0, 31, 0);
    return id;
  }
  /// An organization with a subscription that begins now and renews monthly.
  OrganizationId addStarted() {
    store::Session owner{*m_owner, clock, u"tests"_s};
    organizations::Organization draft;
    draft.name = u"Two"_s;
    draft.email = u"two@example.com"_s;
    draft.addressCountry = u"DE"_s;
    draft.zone = *Zone::find(u"UTC"_s);
    draft.currency = *Currency::parse(u"EUR"_s);
    const auto id = organizations::OrganizationService(owner).create(draft);
    if (!id)
      qFatal("%s", qPrintable(id.error().toString()));
    subscriptions::StartRequest request;
    request.organization = *id;
    request.planId = u"professional"_s;
    const auto started = subscriptions::SubscriptionService(owner, applied).start(request);
    if (!started)
      qFatal("%s", qPrintable(started.error().toString()));
    return *id;
  }
  void limit(const OrganizationId &id, const QString &metric, std::int64_t value,
             const QString &kind) {
    run(u"insert into organization_limit (organization_id, metric, limit_value, kind, granted_by) "
        u"values "
        "('%1', '%2', %3, '%4', 'tests')"_s.arg(id.toString(), metric)
            .arg(value)
            .arg(kind));
  }

  std::int64_t number(const QString &sql) {
    const auto rows = m_owner->adHoc(sql.toUtf8());
    if (!rows)
      qFatal("%s", qPrintable(rows.error().toString()));
    return rows->isEmpty() ? -1 : (*rows)[0].get<std::int64_t>(0);
  }
  std::int64_t total(const OrganizationId &id, const QString &metric, int part) {
    return number(
        u"select quantity from usage_total where organization_id = '%1' and metric = '%2' and "
        "part_from = '%3'"_s.arg(id.toString(), metric, toIso(day(part))));
  }
  /// Nothing that is stored differs from what the events come to.
  bool isExact() {
    auto reading = session();
    const auto current = applied.current(reading);
    const auto differences = usage::recount(reading, (*current)->business.metrics);
    return differences && differences->empty();
  }
  void run(const QString &sql) {
    if (const auto done = m_owner->script(sql.toUtf8()); !done)
      qFatal("%s", qPrintable(done.error().toString()));
  }

  VirtualClock clock{day(20)};
  business::AppliedBusiness applied;

private:
  TestDatabase m_test;
  std::unique_ptr<store::Database> m_database;
  std::unique_ptr<store::Database> m_owner;
  std::unique_ptr<store::Session> m_session;
};

inline usage::UsageEvent happened(const OrganizationId &organization, const QString &key,
                                  const QString &metric, std::int64_t quantity, int day) {
  usage::UsageEvent made;
  made.organization = organization;
  made.key = key;
  made.metric = metric;
  made.quantity = quantity;
  made.occurredAt = UsageHouse::day(day);
  return made;
}

} // namespace tenantry::tests
