// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/clock.h"
#include "ui/billing/pay_words.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// What stands under "Payments" of an invoice.
class TestPayWords : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void BILL_6_aPaymentSaysWhatBecameOfIt_data();
  void BILL_6_aPaymentSaysWhatBecameOfIt();
};

void TestPayWords::BILL_6_aPaymentSaysWhatBecameOfIt_data() {
  QTest::addColumn<std::int64_t>("applied"); // of 100.00
  QTest::addColumn<std::int64_t>("recovered");
  QTest::addColumn<std::int64_t>("goneBack");
  QTest::addColumn<std::int64_t>("refundedThere"); // of that
  QTest::addColumn<QString>("text");
  const auto row = [](const char *name, std::int64_t applied, std::int64_t recovered,
                      std::int64_t goneBack, const QString &text, std::int64_t refundedThere = 0) {
    QTest::newRow(name) << applied << recovered << goneBack << refundedThere << text;
  };
  row("received", 10'000, 0, 0, u"02 Jan 2027"_s);
  row("a part of it", 7'000, 0, 0, u"02 Jan 2027, of $100.00"_s);
  row("recovered", 10'000, 10'000, 0, u"02 Jan 2027, recovered"_s);
  row("charged back", 10'000, 0, 10'000, u"02 Jan 2027, charged back"_s);
  row("charged back in part", 7'000, 0, 2'500, u"02 Jan 2027, $25.00 charged back, of $100.00"_s);
  row("refunded there", 10'000, 0, 10'000, u"02 Jan 2027, refunded at the provider"_s, 10'000);
  row("both", 10'000, 0, 5'500,
      u"02 Jan 2027, $25.00 charged back, $30.00 refunded at the provider"_s, 3'000);
}

void TestPayWords::BILL_6_aPaymentSaysWhatBecameOfIt() {
  QFETCH(const std::int64_t, applied);
  QFETCH(const std::int64_t, recovered);
  QFETCH(const std::int64_t, goneBack);
  QFETCH(const std::int64_t, refundedThere);
  payments::InvoicePayment payment;
  payment.source = u"transfer"_s;
  payment.bookedOn = *parseDay(u"2027-01-02"_s);
  payment.currency = *Currency::parse(u"USD"_s);
  payment.received = 10'000;
  payment.applied = applied;
  payment.recovered = recovered;
  payment.goneBack = goneBack;
  payment.refundedThere = refundedThere;
  QTEST(ui::paymentText(payment, Zone(), QLocale(QLocale::English)).how, "text");
}

QTEST_MAIN(TestPayWords)
#include "tst_pay_words.moc"
