// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/corrections.h"
#include "tests/services/billing/billing_house.h"
#include "tests/support/differences_of.h"

namespace tenantry::tests {

using business::Aggregation;

/// A house that sells one plan: ten a month, and four metrics with charges.
struct MeteredHouse : BillingHouse {
  MeteredHouse() {
    auto changed = *business::Source::shipped().load();
    changed.taxRates = {{u"DE"_s, {}, Rational(19), false, true},
                        {u"FR"_s, {}, Rational(20), true, true}};
    business::Plan plan;
    plan.id = u"metered"_s;
    plan.name.byLanguage[{}] = u"Metered"_s;
    const auto eur = *Currency::parse(u"EUR"_s);
    plan.prices = {{Money(10'000, eur), Interval::Month, business::PricePer::Subscription}};
    const auto add = [&](const QString &id, Aggregation aggregation) -> business::Charge & {
      auto &metric = changed.metrics[id];
      metric.id = id;
      metric.aggregation = aggregation;
      metric.of = aggregation == Aggregation::Unique ? u"who"_s : QString();
      plan.limits[id] = business::unlimited;
      business::Charge charge;
      charge.metric = id;
      charge.currency = eur;
      charge.unit = 10;
      plan.charges.push_back(charge);
      return plan.charges.back();
    };
    auto &calls = add(u"calls"_s, Aggregation::Sum);
    calls.model = business::ChargeModel::Graduated;
    calls.tiers = {{100, Rational(10), 0}, {std::nullopt, Rational(5), 0}};
    add(u"peak"_s, Aggregation::Max);
    add(u"level"_s, Aggregation::Last);
    add(u"people"_s, Aggregation::Unique);
    changed.plans[plan.id] = plan;
    plan.id = u"small"_s;
    plan.prices[0].amount = Money(1'000, eur);
    changed.plans[plan.id] = plan;
    auto &half = changed.coupons[u"half"_s];
    half.id = u"half"_s;
    half.percent = Rational(50);
    half.cycles = 2;
    const auto owner = test.connect();
    store::Session session{*owner, clock, u"tests"_s};
    expect(business::BusinessApply(session).apply(changed, u"tests"_s));
    at("2026-02-01T00:00:00Z");
  }

  void at(const char *instant) { clock.set(*parseInstant(QString::fromLatin1(instant))); }
  /// One that begins on the first of February.
  OrganizationId customer(const QString &country = u"US"_s, const QString &coupon = {}) {
    const auto id = organization(country, u"UTC"_s, u"EUR"_s);
    subscribe(id, u"metered"_s, coupon);
    runAll();
    return id;
  }
  void count(const OrganizationId &id, const QString &metric, std::int64_t quantity,
             const QString &key, const char *instant, const QString &corrects = {}) {
    usage::UsageEvent event;
    event.organization = id;
    event.metric = metric;
    event.quantity = quantity;
    event.key = key;
    event.occurredAt = *parseInstant(QString::fromLatin1(instant));
    event.corrects = corrects;
    event.dimensions = {{u"who"_s, corrects.isEmpty() ? key : corrects}};
    expect(usage::UsageService(worker.session, worker.business).ingest({event}));
  }
  billing::Corrections corrections() { return {worker.session, worker.business}; }
  billing::Invoice last(const OrganizationId &id) {
    return expect(worker.invoices().ofOrganization(id)).back();
  }
  void voidLast(const OrganizationId &id) {
    expect(corrections().voidInvoice(id, last(id).id, u"wrong"_s));
  }
  /// The usage that the customer owes in all, whatever it stands on, before discount and tax.
  std::int64_t charged(const QString &metric) {
    return number(u"select coalesce(sum(l.amount), 0)::bigint from invoice_line as l left join "
                  "invoice as i using (organization_id, invoice_id) where l.kind = 'usage' and "
                  "l.item = '%1' and i.status is distinct from 'void'"_s.arg(metric)
                      .toUtf8());
  }
  QString unsound() { return differencesOf(worker).join(u'\n'); }
};

} // namespace tenantry::tests
