// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_planner.h"
#include "tests/services/billing/billing_house.h"
#include "tests/services/billing/golden_cases.h"

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::billing;

/// Golden cases that need a whole invoice, and what is due of a period that begins late.
class TestBillingCases : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void seatsCostTheirNumber_data() { golden::addRows({"qty"}); } // BILL-1
  void seatsCostTheirNumber() {
    const auto json = golden::current();
    const auto &given = json["given"];
    for (std::size_t i = 0; i < given["quantities"].size(); ++i) {
      auto order = orderOf(given["unit"].get<std::int64_t>());
      order.seats = given["quantities"][i].get<int>();
      const auto planned = plan(order);
      QCOMPARE(planned.lines.size(), 1u);
      QCOMPARE(planned.lines[0].draft.amount, json["expect"]["amounts"][i].get<std::int64_t>());
      QCOMPARE(planned.lines[0].draft.quantity, Rational(order.seats));
    }
  }

  void theRestOfAPeriodIsProrated() {
    auto order = orderOf(1000);
    order.seats = 3;
    order.period.from = *parseDay(u"2026-02-15"_s);
    const auto planned = plan(order);
    QCOMPARE(planned.lines.size(), 1u);
    QVERIFY(planned.lines[0].draft.kind == LineKind::ProrationCharge);
    QCOMPARE(planned.lines[0].draft.amount, std::int64_t(1500));
    QCOMPARE(planned.billedSpans.size(), 1u);
    QVERIFY(planned.billedSpans[0].days == order.period);
  }

  void oneLiveRecurringInvoicePerPeriod_data() { golden::addRows({"unique"}); } // BILL-2
  void oneLiveRecurringInvoicePerPeriod() {
    const auto json = golden::current();
    BillingHouse house;
    const auto customer = house.organization();
    const auto subscription = house.subscribe(customer);
    std::vector<bool> accepted;
    int number = 0;
    for (const auto &row : json["given"]["rows"]) {
      const auto text = [&row](std::size_t at) {
        return QString::fromStdString(row.at(at).get<std::string>());
      };
      const bool isDraft = text(3) == u"draft"_s;
      auto &database = *house.worker.database;
      const auto invoice = makeId<InvoiceId>(house.clock.now());
      const auto written = database.transaction([&]() -> Result<> {
        TENANTRY_CHECK(database.adHoc(
            "insert into invoice_line (organization_id, invoice_id, line_no, kind, amount) "
            "values (:organization, :invoice, 1, 'plan', 1)",
            {{"organization", customer}, {"invoice", invoice}}));
        TENANTRY_CHECK(database.adHoc(
            "insert into invoice (organization_id, invoice_id, number, kind, status, "
            "subscription_id, period_index, currency, net, tax, total, customer, issued_on, "
            "created_at) values (:organization, :invoice, :number, :kind, :status, :subscription, "
            "0, 'USD', 1, 0, 1, '{}', :issued, :now)",
            {{"organization", customer},
             {"invoice", invoice},
             {"number", isDraft ? std::nullopt : std::optional(QString::number(++number))},
             {"kind", text(2)},
             {"status", text(3)},
             {"subscription", subscription.id},
             {"issued", isDraft ? std::nullopt : std::optional(*parseDay(text(1)))},
             {"now", house.clock.now()}}));
        return {};
      });
      accepted.push_back(written.has_value());
      if (!written)
        QCOMPARE(written.error().code, u"store.duplicate"_s);
    }
    QCOMPARE(accepted, json["expect"]["accepted"].get<std::vector<bool>>());
  }

private:
  subscriptions::InvoiceOrder orderOf(std::int64_t perSeat) {
    business::Plan sold;
    sold.id = u"seats"_s;
    sold.prices = {{Money(perSeat, m_usd), Interval::Month, business::PricePer::Seat}};
    subscriptions::InvoiceOrder order;
    order.organization = m_organization.id;
    order.planVersion = makeId<PlanVersionId>(BillingHouse::start());
    m_applied.planVersions[order.planVersion] = {order.planVersion, 1, sold};
    order.currency = m_usd;
    order.whole = {*parseDay(u"2026-02-01"_s), *parseDay(u"2026-03-01"_s)};
    order.period = order.whole;
    return order;
  }
  PlannedInvoice plan(const subscriptions::InvoiceOrder &order) {
    DueBook book;
    std::vector<PlannedInvoice> planned;
    planInvoices(order, m_organization, m_applied, book, BillingHouse::start(), planned);
    return planned.back();
  }

  Currency m_usd = *Currency::parse(u"USD"_s);
  business::Applied m_applied;
  organizations::Organization m_organization = [] {
    organizations::Organization made;
    made.id = makeId<OrganizationId>(BillingHouse::start());
    made.zone = *Zone::find(u"UTC"_s);
    return made;
  }();
};

QTEST_GUILESS_MAIN(TestBillingCases)
#include "tst_billing_cases.moc"
