// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_event.h"
#include "services/gateways/stripe_signature.h"
#include "tests/services/billing/golden_cases.h"
#include "tests/support/stripe_double.h"

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::gateways;
using tests::StripeDouble;

namespace {

constexpr std::int64_t signedAt = 1'700'000'000;
const QByteArray paid =
    R"({"id":"evt_1","type":"payment_intent.succeeded","created":1700000000,"data":{"object":{"id":"pi_1"}}})";

Instant at(std::int64_t seconds) { return Instant(std::chrono::seconds(seconds)); }

QByteArray signatureOf(const QByteArray &secret = StripeDouble::webhookSecret) {
  return StripeDouble::signatureOf(paid, signedAt, secret);
}

} // namespace

/// Who may tell us that something was paid.
class TestStripeSignature : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void whatStripeSignedIsTaken_data() { golden::addRows({"signature"}); }
  void whatStripeSignedIsTaken() {
    const auto json = golden::current();
    const auto &given = json["given"];
    const auto payload = QByteArray::fromStdString(given["payload"].get<std::string>());
    const auto header = "t=" + QByteArray::number(qint64(given["t"].get<std::int64_t>())) +
                        ",v1=" + QByteArray::fromStdString(json["expect"]["v1"].get<std::string>());
    QCOMPARE(signatureTolerance.count(), given["tolerance"].get<std::int64_t>());
    const auto checked =
        checkStripeSignature(header, payload, QString::fromStdString(given["secret"]),
                             at(given["now"].get<std::int64_t>()));
    QCOMPARE(checked.has_value(), json["expect"]["accepted"].get<bool>());
    if (!checked)
      QCOMPARE(checked.error().code, u"stripe.signature_expired"_s);
  }

  void headers_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<QString>("code"); // empty: taken
    const auto row = [](const char *name, const QByteArray &header, const QString &code = {},
                        qint64 now = signedAt) { QTest::newRow(name) << header << now << code; };
    const QString invalid = u"stripe.signature_invalid"_s;
    const auto good = signatureOf();
    const auto v1 = good.mid(good.indexOf("v1="));
    const auto other = signatureOf("whsec_old").mid(good.indexOf("v1="));
    row("as it is", good);
    row("two secrets while one is replaced", "t=1700000000," + other + ',' + v1);
    row("another scheme beside it", "t=1700000000,v0=abc," + v1);
    row("blanks", "t=1700000000, " + v1);
    row("300 s ahead", good, {}, signedAt - 300);
    row("301 s ahead", good, u"stripe.signature_expired"_s, signedAt - 301);
    row("another secret", "t=1700000000," + other, invalid);
    row("another time", "t=1700000001," + v1, invalid);
    row("a second time", "t=1700000001,t=1700000000," + v1, invalid);
    row("no time", v1, invalid);
    row("no number", "t=now," + v1, invalid);
    row("a number too large", "t=99999999999999999999," + v1, invalid);
    row("no signature", "t=1700000000", invalid);
    row("an empty one", "t=1700000000,v1=", invalid);
    row("half of it", good.chopped(32), invalid);
    row("more than it", good + "00", invalid);
    row("no hex", "t=1700000000,v1=" + QByteArray(64, 'z'), invalid);
    row("the other scheme's name", "t=1700000000,v0=" + v1.mid(3), invalid);
    row("nothing", {}, invalid);
    row("commas", QByteArray(100'000, ','), invalid);
  }
  void headers() {
    QFETCH(QByteArray, header);
    QFETCH(qint64, now);
    const auto checked = checkStripeSignature(
        header, paid, QString::fromLatin1(StripeDouble::webhookSecret), at(now));
    QTEST(checked ? QString() : checked.error().code, "code");
  }

  void oneByteMoreIsAnotherBody() {
    QVERIFY(!checkStripeSignature(signatureOf(), paid + ' ',
                                  QString::fromLatin1(StripeDouble::webhookSecret), at(signedAt)));
    QVERIFY(!checkStripeSignature(signatureOf({}), paid, {}, at(signedAt)));
  }

  void anEventIsRead() {
    const auto event = readStripeEvent(
        R"({"id":"evt_1","type":"charge.dispute.created","created":1700000000,"data":{"object":
        {"id":"dp_1","payment_intent":"pi_1","amount":5,"currency":"usd","reason":"fraudulent",
        "evidence":{"customer_name":"Ana"},"email":"ana@example.com"}}})");
    QVERIFY(event);
    QCOMPARE(event->object, u"dp_1"_s);
    QVERIFY(event->happenedAt == at(signedAt));
    const Json kept{
        {"payment_intent", "pi_1"}, {"amount", 5}, {"currency", "usd"}, {"reason", "fraudulent"}};
    QCOMPARE(toBytes(event->facts), toBytes(kept)); // and nothing of the person
  }

  void whatIsNoEventIsRefused_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("id=evt_1");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no id") << QByteArray(paid).replace("\"id\":\"evt_1\",", "");
    QTest::newRow("an id with a path") << QByteArray(paid).replace("evt_1", "../evt");
    QTest::newRow("an id that is a number") << QByteArray(paid).replace("\"evt_1\"", "1");
    QTest::newRow("no time") << QByteArray(paid).replace("\"created\":1700000000,", "");
    QTest::newRow("a time before all") << QByteArray(paid).replace("1700000000", "-1");
    QTest::newRow("a time after all") << QByteArray(paid).replace("1700000000", "999999999999999");
    QTest::newRow("no object") << QByteArray(paid).replace("{\"id\":\"pi_1\"}", "7");
    QTest::newRow("deep") << QByteArray(200'000, '[');
  }
  void whatIsNoEventIsRefused() {
    QFETCH(QByteArray, body);
    const auto read = readStripeEvent(body);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"stripe.event_invalid"_s);
  }
};

QTEST_GUILESS_MAIN(TestStripeSignature)
#include "tst_stripe_signature.moc"
