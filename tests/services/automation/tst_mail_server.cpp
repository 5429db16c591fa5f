// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/smtp_client.h"
#include "tests/services/automation/exim_house.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::tests;
using automation::Handover;
using Port = EximHouse::Port;

/// AUTO-3: TLS and logins against a mail server that is in use, not one that we wrote.
class TestMailServer : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void whatItMakesOfAMail_data();
  void whatItMakesOfAMail();
  void aMailIsLoggedInAndSecret_data();
  void aMailIsLoggedInAndSecret();

private:
  [[nodiscard]] automation::SmtpServer server(Port port, const QString &password,
                                              const QString &host = u"mail.localhost"_s) const {
    automation::SmtpServer made;
    made.url = m_exim.url(port, host);
    made.password = password;
    made.authorities = m_exim.certificate();
    return made;
  }
  EximHouse m_exim;
};

namespace {
QByteArray mailOf(qsizetype size) {
  return "From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\n\r\n" + QByteArray(size, 'x') +
         "\r\n";
}
} // namespace

void TestMailServer::initTestCase() {
  if (!EximHouse::isThere())
    QSKIP("scripts/conformance has fetched no mail server");
  const QString problem = m_exim.start();
  QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestMailServer::aMailIsLoggedInAndSecret_data() {
  QTest::addColumn<EximHouse::Port>("port");
  QTest::addColumn<QString>("by");
  QTest::newRow("AUTO-3 STARTTLS, AUTH PLAIN") << Port::StartTls << u"A=plain:tenantry"_s;
  QTest::newRow("AUTO-3 TLS from the beginning, AUTH PLAIN") << Port::Tls << u"A=plain:tenantry"_s;
  QTest::newRow("AUTO-3 STARTTLS, AUTH LOGIN") << Port::LoginOnly << u"A=login:tenantry"_s;
}

void TestMailServer::aMailIsLoggedInAndSecret() {
  QFETCH(Port, port);
  QFETCH(QString, by);
  automation::SmtpClient client(server(port, u"right"_s));
  const auto before = m_exim.log(u"main"_s).size();
  for (int i = 0; i < 2; ++i) { // the second on the same connection
    const auto outcome = client.send(u"a@example.com"_s, u"b@example.com"_s, mailOf(10));
    QVERIFY2(outcome.handover == Handover::Accepted, qPrintable(outcome.said));
  }
  const QString logged = m_exim.log(u"main"_s).mid(before);
  QCOMPARE(logged.count(by), 2);
  QCOMPARE(logged.count(u"X=TLS1."_s), 2);
}

void TestMailServer::whatItMakesOfAMail_data() {
  QTest::addColumn<EximHouse::Port>("port");
  QTest::addColumn<QString>("host");
  QTest::addColumn<QString>("password");
  QTest::addColumn<QString>("recipient");
  QTest::addColumn<int>("size");
  QTest::addColumn<int>("handover");
  QTest::addColumn<QString>("says");
  const QString host = u"mail.localhost"_s, right = u"right"_s, to = u"b@example.com"_s;
  const auto as = [](Handover handover) { return static_cast<int>(handover); };
  const int refused = as(Handover::NotReached);
  for (const Port port : {Port::StartTls, Port::Tls, Port::LoginOnly})
    QTest::addRow("a wrong password, %d", int(port))
        << port << host << u"wrong"_s << to << 10 << refused << u"535"_s;
  for (const Port port : {Port::StartTls, Port::Tls})
    QTest::addRow("a certificate for another name, %d", int(port))
        << port << u"other.localhost"_s << right << to << 10 << refused << u"other.localhost"_s;
  QTest::newRow("STARTTLS is stripped")
      << Port::Stripped << host << right << to << 10 << refused << u"TLS"_s;
  QTest::newRow("too large") << Port::StartTls << host << right << to << 5000
                             << as(Handover::MessageRefused) << u"552"_s;
  QTest::newRow("greylisted") << Port::StartTls << host << right << u"greylisted@example.com"_s
                              << 10 << as(Handover::Later) << u"451"_s;
  QTest::newRow("nobody") << Port::StartTls << host << right << u"nobody@example.com"_s << 10
                          << as(Handover::RecipientRefused) << u"5.1.1"_s;
}

void TestMailServer::whatItMakesOfAMail() {
  QFETCH(Port, port);
  QFETCH(QString, host);
  QFETCH(QString, password);
  QFETCH(QString, recipient);
  QFETCH(int, size);
  QFETCH(int, handover);
  QFETCH(QString, says);
  automation::SmtpClient client(server(port, password, host));
  const auto outcome = client.send(u"a@example.com"_s, recipient, mailOf(size));
  QVERIFY2(static_cast<int>(outcome.handover) == handover, qPrintable(outcome.said));
  QVERIFY2(outcome.said.contains(says), qPrintable(outcome.said));
  QVERIFY(!outcome.said.contains(password));
  // Without the authority that signed it, no certificate is good.
  auto strict = server(port, password, host);
  strict.authorities.clear();
  automation::SmtpClient stranger(strict);
  const auto distrusted = stranger.send(u"a@example.com"_s, recipient, mailOf(size));
  QVERIFY2(distrusted.handover == Handover::NotReached && !distrusted.hasBegun,
           qPrintable(distrusted.said));
  if (port != Port::Stripped)
    QVERIFY2(distrusted.said.contains(u"certificate"_s), qPrintable(distrusted.said));
}

QTEST_GUILESS_MAIN(TestMailServer)
#include "tst_mail_server.moc"
