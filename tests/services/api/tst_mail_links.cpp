// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/delivery.h"
#include "tests/services/api/portal_house.h"
#include "tests/services/automation/smtp_peer.h"
#include "tests/services/automation/unquoted.h"
#include "tests/support/gui_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace tenantry;
using namespace tenantry::tests;

/// AUTO-3, PORTAL-2: the link in every mail opens a page of the customer's.
class TestMailLinks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theLinkInAMailOpensItsPage_data();
  void theLinkInAMailOpensItsPage();
};

void TestMailLinks::theLinkInAMailOpensItsPage_data() {
  QTest::addColumn<QString>("event");
  QTest::addColumn<QByteArray>("subject");
  QTest::addColumn<QByteArray>("path");
  QTest::addColumn<QByteArray>("shows");
  const auto row = [](const char *event, const char *subject, const char *path, const char *shows) {
    QTest::newRow(event) << QString::fromLatin1(event) << QByteArray(subject) << QByteArray(path)
                         << QByteArray(shows);
  };
  row("invoice.finalized", "Invoice INV-2026-000001 from", "/invoice/", "INV-2026-000001");
  row("payment.succeeded", "Receipt: $199.00", "/invoice/", "INV-2026-000001");
  row("invoice.payment_failed", "We could not collect", "/invoice/", "Pay ");
  row("subscription.suspended", "Your plan Professional is suspended", "/account/",
      "INV-2026-000001");
  row("subscription.cancelled", "Your plan Professional has ended", "/account/", "INV-2026-000001");
  row("subscription.trial_ending", "Your trial of Professional ends", "/account/",
      "Payment method");
  row("usage.exceeded", "You have used all of your limit", "/account/", "INV-2026-000001");
}

void TestMailLinks::theLinkInAMailOpensItsPage() {
  QFETCH(QString, event);
  QFETCH(QByteArray, subject);
  QFETCH(QByteArray, path);
  QFETCH(QByteArray, shows);
  PortalHouse house;
  house.work();
  const store::Json payload{{"invoice", house.invoice.toString().toStdString()},
                            {"amount", fee},
                            {"currency", "USD"},
                            {"decline_code", "expired_card"},
                            {"ends_on", "2026-02-14"},
                            {"metric", "api_calls"},
                            {"used", 3},
                            {"limit", 3}};
  expect(house.test.connect()->script("delete from mail"));
  expect(house.worker.database->transaction([&] {
    return store::appendEvents(house.worker.session, house.customer, {{event, payload}});
  }));
  house.work();
  SmtpPeer peer;
  automation::DeliverySettings settings;
  settings.server.url = peer.url();
  settings.from = u"billing@example.com"_s;
  settings.publicUrl = u"http://127.0.0.1:%1"_s.arg(house.server.port());
  QCOMPARE(
      expect(automation::Delivery(settings).run(house.worker.session, [] { return Result<>(); })),
      1);
  const QByteArray message = unquoted(peer.taken().at(0).message);
  QVERIFY2(message.contains(subject), message.left(600).constData());
  const QRegularExpression link(u"\\n%1(%2[A-Za-z0-9_-]+)\\r\\n"_s.arg(
      QRegularExpression::escape(settings.publicUrl), QString::fromLatin1(path)));
  const auto found = link.match(QString::fromUtf8(message));
  QVERIFY2(found.hasMatch(), message.left(2000).constData());
  const auto page = house.get(found.captured(1).toLatin1());
  QCOMPARE(page.status, 200);
  QVERIFY2(page.body.contains(shows), page.body.constData());
}

GUI_TEST_MAIN(TestMailLinks)
#include "tst_mail_links.moc"
