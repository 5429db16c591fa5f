// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/email_address.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

class TestEmailAddress : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void normalizes_data();
  void normalizes();
  void refuses_data();
  void refuses();
  void caseDoesNotCount();
};

void TestEmailAddress::normalizes_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("address");
  QTest::newRow("plain") << u"ann@example.com"_s << u"ann@example.com"_s;
  QTest::newRow("upper case") << u"Ann.Lee@Example.COM"_s << u"ann.lee@example.com"_s;
  QTest::newRow("spaces around") << u"  ann@example.com\n"_s << u"ann@example.com"_s;
  QTest::newRow("plus") << u"ann+billing@example.com"_s << u"ann+billing@example.com"_s;
  QTest::newRow("quote of a name") << u"o'neil@example.co.uk"_s << u"o'neil@example.co.uk"_s;
  QTest::newRow("international domain")
      << u"ann@Bücher.example"_s << u"ann@xn--bcher-kva.example"_s;
  QTest::newRow("longest local part")
      << QString(64, u'a') + u"@example.com"_s << QString(64, u'a') + u"@example.com"_s;
}

void TestEmailAddress::normalizes() {
  QFETCH(QString, text);
  QFETCH(QString, address);
  const auto result = EmailAddress::parse(text);
  QVERIFY2(result, qPrintable(result ? QString() : result.error().toString()));
  QCOMPARE(result->toString(), address);
  QCOMPARE(result->localPart() + u'@' + result->domain(), address);
  QVERIFY(EmailAddress::parse(address).value() == *result);
}

void TestEmailAddress::refuses_data() {
  QTest::addColumn<QString>("text");
  for (const char16_t *text : {u"",
                               u"ann",
                               u"@example.com",
                               u"ann@",
                               u"ann@localhost",
                               u"ann@example..com",
                               u"ann@-example.com",
                               u"ann@example-.com",
                               u".ann@example.com",
                               u"ann.@example.com",
                               u"a..b@example.com",
                               u"a b@example.com",
                               u"ann@example.com, bob@example.com",
                               u"Ann <ann@example.com>",
                               u"ann@127.0.0.1",
                               u"ann@[127.0.0.1]",
                               u"\"ann\"@example.com",
                               u"ann@@example.com",
                               u"ann@exa_mple.com",
                               u"änn@example.com",
                               u"ann@example.com.",
                               u"ann@example.com\r\nBcc: bob@example.com",
                               u"ann\n@example.com",
                               u"ann@exam ple.com"})
    QTest::addRow("[%s]", qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
  QTest::newRow("local part of 65") << QString(65, u'a') + u"@example.com"_s;
  QTest::newRow("label of 64") << u"ann@"_s + QString(64, u'a') + u".com"_s;
  QTest::newRow("longer than 254") << u"ann@"_s + QString(u"abcdefghi."_s).repeated(26) + u"com"_s;
}

void TestEmailAddress::refuses() {
  QFETCH(QString, text);
  const auto result = EmailAddress::parse(text);
  QVERIFY2(!result, qPrintable(result ? result->toString() : QString()));
  QCOMPARE(result.error().code, u"email.invalid"_s);
}

void TestEmailAddress::caseDoesNotCount() {
  const auto one = EmailAddress::parse(u"Ann@Example.com").value();
  const auto two = EmailAddress::parse(u"ann@example.COM").value();
  QVERIFY(one == two);
  QVERIFY((one <=> two) == 0);
  QCOMPARE(std::hash<EmailAddress>()(one), std::hash<EmailAddress>()(two));
  QVERIFY(one < EmailAddress::parse(u"bob@example.com").value());
}

QTEST_APPLESS_MAIN(TestEmailAddress)
#include "tst_email_address.moc"
