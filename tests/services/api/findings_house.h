// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/contradictions.h"
#include "services/payments/findings.h"
#include "services/scenarios/doctor.h"
#include "tests/services/api/hook_house.h"

namespace tenantry::tests {

/// A customer whose invoice was paid at the stand-in for Stripe, where more happens than was asked
/// for.
struct FindingsHouse : HookHouse {
  void beginPaid(const QString &method = u"pm_ok"_s) {
    begin(method);
    static_cast<void>(charge());
    intentId = attempts().at(0).reference;
    paid = fee;
    settledIn.clear();
  }
  /// With 19 % of tax.
  void beginPaidInGermany() {
    customer = organization(u"DE"_s, u"UTC"_s, u"EUR"_s);
    subscribe(customer);
    runAll();
    invoice = expect(worker.invoices().ofOrganization(customer)).back().id;
    give(customer, u"pm_ok"_s);
    static_cast<void>(charge());
    intentId = attempts().at(0).reference;
    paid = debt().total;
  }
  /// A dispute of the charge, or what has become of it.
  QString dispute(const QString &status, bool isWithdrawn = true, const QString &id = {},
                  std::int64_t part = 0) {
    const auto amount = part > 0 ? part : paid;
    Json with{{"status", status},
              {"payment_intent", intentId},
              {"amount", amount},
              {"currency", settledIn.isEmpty() ? debt().currency.code().toLower() : settledIn},
              {"balance_transactions", Json::array()}};
    if (isWithdrawn)
      with["balance_transactions"].push_back({{"amount", -amount}, {"fee", 1'500}});
    if (!id.isEmpty())
      with["id"] = id;
    return stripe.makeDispute(with)["id"].get<QString>();
  }
  void hear(const QString &type, const Json &object) {
    QCOMPARE(tell(stripe.event(type, object, seconds())).status, 200);
    work();
  }
  QString disputed(const QString &status, bool isWithdrawn = true, const QString &id = {},
                   std::int64_t part = 0) {
    const auto known = dispute(status, isWithdrawn, id, part);
    hear(u"charge.dispute.updated"_s, {{"id", known}});
    return known;
  }
  QString refundedThere(std::int64_t amount) {
    const auto made = client->post(
        u"/v1/refunds"_s, {{u"payment_intent"_s, intentId}, {u"amount"_s, QString::number(amount)}},
        makeUuidV7(clock.now()).toString());
    hear(u"charge.refunded"_s, {{"id", "ch_1"}, {"payment_intent", intentId}});
    return made.body["id"].get<QString>();
  }
  /// Under that id, for the attempt that has paid.
  QString chargedTwice(const QString &method = u"pm_ok"_s) {
    const auto second = stripe.makeIntent(
        {{"amount", paid},
         {"amount_received", paid},
         {"currency", debt().currency.code().toLower()},
         {"payment_method", method},
         {"customer", payerOf(customer)},
         {"metadata",
          {{"organization", customer.toString()}, {"attempt", attempts().at(0).id.toString()}}}});
    hear(u"payment_intent.succeeded"_s, second);
    return second["id"].get<QString>();
  }
  /// What of this customer waits for a person.
  std::vector<Contradiction> found() {
    auto all = expect(contradictions(worker.session));
    std::erase_if(all, [&](const Contradiction &each) { return each.organization != customer; });
    return all;
  }
  /// "account amount" of this customer's books, where that is not zero.
  QStringList ledger() {
    QStringList all;
    for (const auto &[account, amounts] : expect(worker.invoices().ledger(customer)))
      for (const auto &[currency, amount] : amounts)
        if (amount != 0)
          all += u"%1 %2"_s.arg(account).arg(amount);
    all.sort();
    return all;
  }
  std::optional<Finding> finding(const QString &reference) {
    return expect(Findings(worker.session, worker.business).find(customer, u"stripe"_s, reference));
  }
  /// What doctor says of this customer, but for what waits for a person.
  QStringList differences() {
    QStringList all;
    for (const auto &check : expect(scenarios::examine(worker.session, worker.business)).checks)
      for (const auto &difference : check.differences)
        if (difference.organization == customer && check.check != u"payment.contradicted"_s)
          all.append(difference.toString());
    return all;
  }

  QString intentId;
  std::int64_t paid = fee;
  QString settledIn; ///< the currency of disputes; empty: that of the invoice
};

} // namespace tenantry::tests
