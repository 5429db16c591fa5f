// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/usage/service.h"
#include "tests/services/billing/billing_worker.h"
#include <QTest>
#include <random>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// A migrated database with the shipped business, taxes and coupons, and a clock that stands still.
class BillingHouse {
public:
  static Instant start() { return *parseInstant(u"2026-01-31T10:00:00Z"_s); }

  explicit BillingHouse(business::Finalize finalize = business::Finalize::Automatic) {
    auto business = *business::Source::shipped().load();
    business.finalize = finalize;
    business.taxRates = {{u"DE"_s, {}, Rational(19), false, true},
                         {u"FR"_s, {}, Rational(20), true, true}};
    const auto coupon = [&](const QString &id) -> business::Coupon & {
      business.coupons[id].id = id;
      return business.coupons[id];
    };
    coupon(u"launch"_s).percent = Rational(20);
    coupon(u"launch"_s).cycles = 2;
    coupon(u"friend"_s).percent = Rational(1, 3);
    coupon(u"tenner"_s).amount = Money(1000, *Currency::parse(u"EUR"_s));
    const auto owner = test.connect();
    store::Session session{*owner, clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(business, u"tests"_s));
  }

  OrganizationId organization(const QString &country = u"US"_s, const QString &zone = u"UTC"_s,
                              const QString &currency = u"USD"_s, const QString &vatId = {}) {
    organizations::Organization draft;
    draft.name = u"One"_s;
    draft.email = u"one@example.com"_s;
    draft.streetAddress = u"Main St 1"_s;
    draft.addressLocality = u"Anytown"_s;
    draft.addressCountry = country;
    draft.zone = *Zone::find(zone);
    draft.currency = *Currency::parse(currency);
    draft.vatId = vatId;
    return expect(organizations::OrganizationService(worker.session).create(draft));
  }
  subscriptions::Subscription subscribe(const OrganizationId &organization,
                                        const QString &plan = u"professional"_s,
                                        const QString &coupon = {},
                                        Interval interval = Interval::Month) {
    subscriptions::StartRequest request;
    request.organization = organization;
    request.planId = plan;
    request.couponId = coupon;
    request.interval = interval;
    return expect(worker.subscriptions().start(request));
  }
  void use(const OrganizationId &organization, const QString &metric, std::int64_t quantity) {
    usage::UsageEvent event;
    event.organization = organization;
    event.key = makeUuidV7(clock.now()).toString(QUuid::WithoutBraces);
    event.metric = metric;
    event.quantity = quantity;
    event.occurredAt = clock.now();
    expect(usage::UsageService(worker.session, worker.business).ingest({event}));
  }
  /// Of all kinds: countries, zones, currencies, plans, intervals, coupons, reverse charge.
  std::vector<OrganizationId> randomBook(int count, unsigned seed) {
    std::mt19937 random(seed);
    const auto pick = [&random](const QStringList &from) {
      return from[static_cast<qsizetype>(random() % static_cast<unsigned>(from.size()))];
    };
    std::vector<OrganizationId> made;
    for (int i = 0; i < count; ++i) {
      const QString currency = pick({u"EUR"_s, u"USD"_s});
      const QString country = pick({u"US"_s, u"DE"_s, u"FR"_s});
      const QString vatId = country == u"DE"_s && random() % 3 == 0 ? u"DE136695976"_s : QString();
      const auto id = organization(country,
                                   pick({u"UTC"_s, u"Europe/Berlin"_s, u"America/New_York"_s,
                                         u"Asia/Kolkata"_s, u"Pacific/Auckland"_s}),
                                   currency, vatId);
      QString coupon = pick({QString(), QString(), u"launch"_s, u"friend"_s, u"tenner"_s});
      if (coupon == u"tenner"_s && currency != u"EUR"_s)
        coupon.clear();
      subscribe(id, pick({u"starter"_s, u"professional"_s, u"enterprise"_s}), coupon,
                random() % 5 == 0 ? Interval::Year : Interval::Month);
      if (random() % 2 == 0)
        use(id, u"api_calls"_s, static_cast<std::int64_t>(random() % 2'000'000));
      if (random() % 4 == 0)
        use(id, u"storage_gb"_s, static_cast<std::int64_t>(random() % 2'000));
      made.push_back(id);
    }
    return made;
  }

  billing::RunSummary runAll() {
    return expect(worker.run().run(billing::BillingRun::everything()));
  }
  std::int64_t number(const QByteArray &sql) {
    const auto rows = expect(worker.database->adHoc(sql));
    return rows[0].get<std::int64_t>(0);
  }
  /// Nothing is lost, doubled or out of balance: "" or what is wrong.
  QString wrong() {
    const std::pair<const char *, const char *> checks[] = {
        {"numbers have a gap", "select count(*) from (select max(sequence) as last, count(*) as "
                               "many from number_registry "
                               "group by issuer, series, year) as x where last <> many"},
        {"a number stands on no invoice",
         "select count(*) from number_registry as r where not exists (select from "
         "invoice where organization_id = r.organization_id and invoice_id = "
         "r.document_id and number is not null)"},
        {"an invoice is not registered",
         "select abs((select count(*) from invoice where number is not null) - (select "
         "count(*) from number_registry))"},
        {"a number is doubled",
         "select count(*) from (select from invoice where number is not null group by number "
         "having count(*) > 1) as x"},
        {"a ledger transaction does not balance",
         "select count(*) from (select from ledger_entry group by "
         "organization_id, transaction_id having sum(amount) <> 0) as x"},
        {"lines do not sum",
         "select count(*) from invoice as i where total <> (select sum(amount) from invoice_line "
         "as "
         "l where l.organization_id = i.organization_id and l.invoice_id = i.invoice_id)"},
        {"what is receivable is not what is due",
         "select abs((select coalesce(sum(amount), 0) from ledger_entry where account = "
         "'receivable') - (select "
         "coalesce(sum(amount_due), 0) from invoice where status = 'open'))::bigint"},
        {"events have a gap",
         "select count(*) from (select max(sequence) as last, count(*) as many from event group by "
         "organization_id) as x where last <> many"},
        {"an invoice was told other than once",
         "select abs((select count(*) from event where type = "
         "'invoice.finalized') - (select count(*) from number_registry))"}};
    for (const auto &[name, sql] : checks)
      if (number(sql) != 0)
        return QString::fromUtf8(name);
    return {};
  }

  VirtualClock clock{start()};
  TestDatabase test;
  Worker worker{test, clock};
};

} // namespace tenantry::tests
