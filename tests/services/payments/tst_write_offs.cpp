// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/write_offs.h"
#include "tests/services/payments/debt.h"

using namespace tenantry;
using namespace tenantry::tests;

/// Giving up by hand what invoices still wait for.
class TestWriteOffs : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void thePreviewSaysWhatIsGivenUp();
  void doneTwiceItIsDoneOnce();
  void aRunningAttemptDecidesFirst();
};

void TestWriteOffs::thePreviewSaysWhatIsGivenUp() {
  Debt debt;
  auto &worker = debt.worker;
  payments::WriteOffs acts(worker.session, worker.business);
  const payments::InvoiceKey key{debt.customer, debt.invoice};
  const payments::InvoiceKey gone{debt.customer, makeId<InvoiceId>(debt.clock.now())};
  const auto verdicts = expect(acts.preview({gone, key}));
  QCOMPARE(verdicts[0].refusal->code, u"invoice.not_found"_s);
  QVERIFY(!verdicts[1].refusal);
  QCOMPARE(verdicts[1].due, Money(fee, debt.latest().currency));
  QCOMPARE(verdicts[1].number, debt.latest().number);
}

void TestWriteOffs::doneTwiceItIsDoneOnce() {
  Debt debt;
  auto &worker = debt.worker;
  payments::WriteOffs acts(worker.session, worker.business);
  const payments::InvoiceKey key{debt.customer, debt.invoice};
  expect(acts.act(key));
  const auto again = acts.act(key);
  QCOMPARE(again.error().code, u"invoice.not_open"_s);
  QCOMPARE(expect(acts.preview({key})).front().refusal->code, u"invoice.not_open"_s);
  QCOMPARE(debt.told("invoice.written_off"), std::int64_t(1));
}

void TestWriteOffs::aRunningAttemptDecidesFirst() {
  Debt debt(u"times_out"_s);
  auto &worker = debt.worker;
  expect(debt.service().charge(debt.customer, debt.invoice));
  payments::WriteOffs acts(worker.session, worker.business);
  const payments::InvoiceKey key{debt.customer, debt.invoice};
  QCOMPARE(expect(acts.preview({key})).front().refusal->code, u"payment.running"_s);
  QCOMPARE(acts.act(key).error().code, u"payment.running"_s);
}

QTEST_GUILESS_MAIN(TestWriteOffs)
#include "tst_write_offs.moc"
