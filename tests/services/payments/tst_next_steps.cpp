// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/dunning_acts.h"
#include "services/payments/refunds.h"
#include "services/payments/voids.h"
#include "tests/services/payments/desk.h"

using namespace tenantry;
using namespace tenantry::tests;

using Refused = std::function<Error(Desk &)>;

/// Whoever is refused reads what is so and what to do instead.
class TestNextSteps : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void itIsSaid_data();
  void itIsSaid();
};

void TestNextSteps::itIsSaid_data() {
  QTest::addColumn<Refused>("act");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QStringList>("says");
  const auto row = [](const char *name, const Refused &act, const QString &code,
                      const QStringList &says) { QTest::newRow(name) << act << code << says; };
  row("money for a paid invoice",
      [](Desk &desk) {
        const auto kept = desk.came(500);
        expect(desk.service().receiveTransfer(desk.customer, desk.invoice, fee, {}));
        return desk.desk().preview(kept.id, {{desk.customer, desk.invoice, 0}}).error();
      },
      u"bank.assignment_invalid"_s, {u"is paid already"_s, u"balance"_s});
  row("undoing an entry that waits",
      [](Desk &desk) { return desk.desk().unassign(desk.came(500).id).error(); },
      u"bank.entry_settled"_s, {u"The entry waits"_s});
  row("a refund where nothing was paid",
      [](Desk &desk) {
        return Refunds(desk.worker.session, desk.worker.business)
            .preview({desk.customer, desk.invoice, 0, {}})
            .error();
      },
      u"payment.refund_exceeds_paid"_s, {u"Nothing was paid for invoice INV-"_s});
  row("a refund where all went back",
      [](Desk &desk) {
        expect(desk.service().receiveTransfer(desk.customer, desk.invoice, fee, {}));
        Refunds refunds(desk.worker.session, desk.worker.business);
        static_cast<void>(expect(refunds.act({desk.customer, desk.invoice, fee, u"asked"_s})));
        return refunds.preview({desk.customer, desk.invoice, 0, {}}).error();
      },
      u"payment.refund_exceeds_paid"_s, {u"Nothing is left"_s, u"given back"_s});
  row("voiding a paid invoice",
      [](Desk &desk) {
        expect(desk.service().receiveTransfer(desk.customer, desk.invoice, fee, {}));
        return Voids(desk.worker.session, desk.worker.business)
            .preview({desk.customer, desk.invoice})
            .error();
      },
      u"invoice.not_open"_s, {u"is paid"_s, u"credit it"_s});
  row("trying again without a method",
      [](Desk &desk) {
        expect(desk.test.connect()->adHoc(
            "insert into dunning_case (organization_id, invoice_id, step, tries, decline_class, "
            "currency, next_act, next_at, opened_at) select organization_id, invoice_id, "
            "'retrying', 1, 'soft', currency, 'retry', now(), now() from invoice limit 1"));
        const auto id =
            expect(desk.worker.database->adHoc("select invoice_id from dunning_case"))[0]
                .get<InvoiceId>(0);
        return DunningActs(desk.worker.session, desk.worker.business)
            .retry({desk.customer, id})
            .error();
      },
      u"dunning.no_method"_s, {u"link to their account"_s});
}

void TestNextSteps::itIsSaid() {
  QFETCH(Refused, act);
  QFETCH(QString, code);
  QFETCH(QStringList, says);
  Desk desk;
  const auto error = act(desk);
  QCOMPARE(error.code, code);
  for (const auto &word : says)
    QVERIFY2(error.message.contains(word), qPrintable(error.message));
  QVERIFY2(!error.message.contains(u"faster"_s) && !error.message.contains(u"above zero"_s),
           qPrintable(error.message));
}

QTEST_GUILESS_MAIN(TestNextSteps)
#include "tst_next_steps.moc"
