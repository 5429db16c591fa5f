// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

class TestPlace : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void linksAreReadAndWritten_data();
  void linksAreReadAndWritten();
  void otherLinksAreRefused_data();
  void otherLinksAreRefused();
};

void TestPlace::linksAreReadAndWritten_data() {
  QTest::addColumn<QString>("link");
  for (const char *link :
       {"tenantry://organizations",
        "tenantry://organization/0190f3a4-0000-7000-8000-000000000001",
        "tenantry://organization/0190f3a4-0000-7000-8000-000000000001?tab=usage",
        "tenantry://home",
        "tenantry://invoices?filter=overdue",
        "tenantry://organizations?filter=onboarding",
        "tenantry://organizations?view=0190f3a4-0000-7000-8000-000000000001",
        "tenantry://invoices?filter=open&organization=0190f3a4-0000-7000-8000-000000000001",
        "tenantry://invoices?view=0190f3a4-0000-7000-8000-000000000001",
        "tenantry://billing",
        "tenantry://billing?date=2026-12-01",
        "tenantry://billing?filter=changed",
        "tenantry://billing/0190f3a4-0000-7000-8000-000000000001/0",
        "tenantry://billing/0190f3a4-0000-7000-8000-000000000001/1?date=2026-12-01&line=2",
        "tenantry://invoices/0190f3a4-0000-7000-8000-000000000001/"
        "0190f3a4-0000-7000-8000-000000000002?line=1",
        "tenantry://invoice/INV-2026-000001",
        "tenantry://invoice/INV-2026-000001?line=3",
        "tenantry://organizations?country=DE&status=active",
        "tenantry://organizations?view=0190f3a4-0000-7000-8000-000000000001&search=a%20%26%20b",
        "tenantry://invoices?filter=all",
        "tenantry://ledger?tab=journal&account=cash&currency=EUR",
        "tenantry://matching",
        "tenantry://matching?filter=matched",
        "tenantry://matching/0190f3a4-0000-7000-8000-000000000001",
        "tenantry://dunning",
        "tenantry://dunning/INV-2026-000001",
        "tenantry://dunning?filter=suspended",
        "tenantry://subscriptions?filter=past_due",
        "tenantry://ledger?tab=journal&date=2026-10-01&filter=cash",
        "tenantry://usage?tab=late&filter=api_calls",
        "tenantry://usage?tab=events&date=outside&"
        "organization=0190f3a4-0000-7000-8000-000000000001",
        "tenantry://usage?tab=events&date=2026-02-10&filter=api_calls&"
        "organization=0190f3a4-0000-7000-8000-000000000001",
        "tenantry://usage?tab=dimensions&filter=api_calls&"
        "organization=0190f3a4-0000-7000-8000-000000000001&by=region",
        "tenantry://usage?tab=events&organization=0190f3a4-0000-7000-8000-000000000001&by=region",
        "tenantry://usage?tab=events&organization=0190f3a4-0000-7000-8000-000000000001&by=region&"
        "value=",
        "tenantry://usage?tab=events&organization=0190f3a4-0000-7000-8000-000000000001&"
        "by=a%26b%3D%2541%2B%23&value=%C3%84%20%22%26value%3D%3F",
        "tenantry://mails?filter=failed",
        "tenantry://contradictions?filter=refund",
        "tenantry://contradictions/0190f3a4-0000-7000-8000-000000000001",
        "tenantry://business",
        "tenantry://business?tab=what-if",
        "tenantry://mails/0190f3a4-0000-7000-8000-000000000001",
        "tenantry://credit-note/CN-2026-000001",
        "tenantry://invoice/A%201/%C3%84%25?tab=a%26b"})
    QTest::newRow(link) << QString::fromLatin1(link);
}

void TestPlace::linksAreReadAndWritten() {
  QFETCH(QString, link);
  const auto place = ui::Place::parse(link);
  QVERIFY2(place, place ? "" : qPrintable(place.error().toString()));
  QCOMPARE(place->link(), link);
}

void TestPlace::otherLinksAreRefused_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("code");
  QTest::newRow("nothing") << QString() << u"place.unknown"_s;
  QTest::newRow("another scheme") << u"https://organizations"_s << u"place.unknown"_s;
  QTest::newRow("another pane") << u"tenantry://weather"_s << u"place.unknown"_s;
  QTest::newRow("no number") << u"tenantry://invoice"_s << u"place.unknown"_s;
  QTest::newRow("a key too many") << u"tenantry://billing/x"_s << u"place.unknown"_s;
  QTest::newRow("no position") << u"tenantry://billing/0190f3a4-0000-7000-8000-000000000001/x"_s
                               << u"place.unknown"_s;
  QTest::newRow("no draft") << u"tenantry://invoices/0190f3a4-0000-7000-8000-000000000001/1"_s
                            << u"place.unknown"_s;
  QTest::newRow("a line of nothing") << u"tenantry://billing?line=1"_s << u"place.unknown"_s;
  QTest::newRow("no line") << u"tenantry://invoice/INV-2026-000001?line=0"_s << u"place.unknown"_s;
  QTest::newRow("no customer") << u"tenantry://organization/does-not-exist"_s << u"place.unknown"_s;
  QTest::newRow("no entry") << u"tenantry://matching/x"_s << u"place.unknown"_s;
  QTest::newRow("no organization")
      << u"tenantry://invoices?organization=acme"_s << u"place.unknown"_s;
  QTest::newRow("no view") << u"tenantry://organizations?view=mine"_s << u"place.unknown"_s;
  QTest::newRow("no day") << u"tenantry://billing?date=soon"_s << u"date.invalid"_s;
}

void TestPlace::otherLinksAreRefused() {
  QFETCH(QString, link);
  QFETCH(QString, code);
  const auto place = ui::Place::parse(link);
  QVERIFY(!place);
  QCOMPARE(place.error().code, code);
}

QTEST_APPLESS_MAIN(TestPlace)
#include "tst_place.moc"
