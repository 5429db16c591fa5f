// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::gateways;

/// What a daemon is told of Stripe: secrets stand in files of their own.
class TestStripeSettings : public QObject {
  Q_OBJECT

private:
  QTemporaryDir m_folder;

  std::string file(const QString &name, const QByteArray &text,
                   QFile::Permissions may = QFile::ReadOwner | QFile::WriteOwner) {
    QFile made(m_folder.filePath(name));
    if (!made.open(QIODevice::WriteOnly) || made.write(text) != text.size() ||
        !made.setPermissions(may))
      qFatal("no file %s", qPrintable(name));
    return made.fileName().toStdString();
  }

private Q_SLOTS:
  void bothSecretsAreRead() {
    const auto read =
        stripeSettings({file(u"key"_s, "sk_test_abcd\n"), file(u"hook"_s, "whsec_ab+/cd==\r\n"),
                        "http://127.0.0.1:12111/"});
    QVERIFY(read && *read);
    QCOMPARE((*read)->key, u"sk_test_abcd"_s);
    QCOMPARE((*read)->webhookSecret, u"whsec_ab+/cd=="_s);
    QCOMPARE((*read)->url, u"http://127.0.0.1:12111"_s);
  }

  void withoutAKeyThereIsNoStripe() {
    const auto read = stripeSettings({});
    QVERIFY(read && !*read);
  }

  void mistakesAreNamed_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("hook");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("code");
    const auto good = QString::fromStdString(file(u"good"_s, "rk_live_abcd"));
    const auto others = QString::fromStdString(
        file(u"others"_s, "sk_live_abcd", QFile::ReadOwner | QFile::ReadGroup));
    const auto row = [](const char *name, const QString &key, const QString &hook,
                        const QString &url,
                        const QString &code) { QTest::newRow(name) << key << hook << url << code; };
    row("a webhook without a key", {}, good, {}, u"stripe.option_missing"_s);
    row("a stand-in without a key", {}, {}, u"http://127.0.0.1:1"_s, u"stripe.option_missing"_s);
    row("no file", u"/nowhere/key"_s, {}, {}, u"secret.unreadable"_s);
    row("an empty file", QString::fromStdString(file(u"empty"_s, "\n")), {}, {},
        u"secret.unreadable"_s);
    row("a file that others read", others, {}, {}, u"secret.unsafe"_s);
    row("another key", QString::fromStdString(file(u"pk"_s, "pk_live_abcd")), {}, {},
        u"stripe.key_invalid"_s);
    row("a key with a second line", QString::fromStdString(file(u"two"_s, "sk_a\r\nX: y")), {}, {},
        u"stripe.key_invalid"_s);
    row("a key for a webhook's secret", good, good, {}, u"stripe.key_invalid"_s);
    for (const auto *url :
         {"https://api.example.com", "http://api.stripe.com", "http://127.0.0.1.example.com",
          "http://127.0.0.1@example.com", "http://127.0.0.1:1/path", "ftp://127.0.0.1"})
      row(url, good, {}, QString::fromLatin1(url), u"stripe.url_invalid"_s);
  }
  void mistakesAreNamed() {
    QFETCH(QString, key);
    QFETCH(QString, hook);
    QFETCH(QString, url);
    const auto read = stripeSettings({key.toStdString(), hook.toStdString(), url.toStdString()});
    QVERIFY(!read);
    QTEST(read.error().code, "code");
    QVERIFY(!read.error().toString().contains(u"live_abcd"_s));
  }
};

QTEST_GUILESS_MAIN(TestStripeSettings)
#include "tst_stripe_settings.moc"
