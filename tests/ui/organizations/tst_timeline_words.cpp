// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/texts.h"
#include "ui/organizations/timeline_words.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::tests;

/// What happened to an organization, in words: by names that people know, in their language.
class TestTimelineWords : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { QVERIFY(loadGerman(m_german)); }
  void check21_namesAreSaidForIds_data();
  void check21_namesAreSaidForIds();

private:
  QTranslator m_german;
};

void TestTimelineWords::check21_namesAreSaidForIds_data() {
  QTest::addColumn<QString>("type");
  QTest::addColumn<QByteArray>("payload");
  QTest::addColumn<QString>("english");
  QTest::addColumn<QString>("german");
  const auto row = [](const char *name, const QString &type, const QByteArray &payload,
                      const QString &english, const QString &german) {
    QTest::newRow(name) << type << payload << english << german;
  };
  row("SUB-9 add-ons", u"subscription.changed"_s,
      R"({"addons": {"projects": 2, "rooms": 1}, "addons_before": {}})",
      u"Add-ons changed · 2 × More projects, 1 × Ten rooms"_s,
      u"Add-ons geändert · 2 × More projects, 1 × Ten rooms"_s);
  row("SUB-9 an add-on then", u"subscription.changed"_s, R"({"addon": "rooms", "quantity": 3})",
      u"Add-ons change with the next period · 3 × Ten rooms"_s,
      u"Add-ons ändern sich mit dem nächsten Zeitraum · 3 × Ten rooms"_s);
  row("SUB-9 an add-on that nobody knows", u"subscription.changed"_s,
      R"({"addons": {"gone": 1}, "addons_before": {}})", u"Add-ons changed · 1 × gone"_s,
      u"Add-ons geändert · 1 × gone"_s);
  row("BILL-2 a draft of which nothing is left", u"invoice.discarded"_s,
      R"({"currency": "EUR", "total": 0, "reason": "nothing-left"})",
      u"Draft discarded · €0.00 · nothing is left of it"_s,
      u"Entwurf verworfen · 0,00 € · es ist nichts davon übrig"_s);
  row("BILL-2 as it was told before", u"invoice.discarded"_s,
      R"({"currency": "EUR", "total": 0, "reason": "nothing is left of it"})",
      u"Draft discarded · €0.00 · nothing is left of it"_s,
      u"Entwurf verworfen · 0,00 € · es ist nichts davon übrig"_s);
  row("BILL-2 what somebody typed", u"invoice.discarded"_s,
      R"({"currency": "EUR", "total": 100, "reason": "billed twice"})",
      u"Draft discarded · €1.00 · billed twice"_s, u"Entwurf verworfen · 1,00 € · billed twice"_s);
  row("BILL-6 a payment that never came", u"payment.reversed"_s,
      R"({"currency": "EUR", "amount": 500, "reason": "typed twice"})",
      u"Payment taken back · €5.00 · typed twice"_s,
      u"Zahlung zurückgenommen · 5,00 € · typed twice"_s);
  row("PAY-4 who did not pay", u"subscription.cancelled"_s, R"({"reason": "payment-overdue"})",
      u"Subscription cancelled · payment overdue"_s,
      u"Abonnement gekündigt · Zahlung überfällig"_s);
  row("ORG-3 a role", u"team.member_added"_s, R"({"role": "viewer"})",
      u"A member got the role Viewer"_s, u"Ein Mitglied erhielt die Rolle Nur Lesen"_s);
  row("USE-4 a plan that is suggested", u"usage.upgrade_suggested"_s,
      R"({"plan": "pro", "currency": "EUR", "a_month": 9900, "a_month_before": 12000})",
      u"Plan suggested: Professional · €99.00 a month instead of €120.00"_s,
      u"Tarif vorgeschlagen: Professional · 99,00 € im Monat statt 120,00 €"_s);
}

void TestTimelineWords::check21_namesAreSaidForIds() {
  QFETCH(const QString, type);
  QFETCH(const QByteArray, payload);
  QFETCH(const QString, english);
  QFETCH(const QString, german);
  const models::CatalogNames sold{
      {{u"pro"_s, u"Professional"_s}},
      {{u"projects"_s, u"More projects"_s}, {u"rooms"_s, u"Ten rooms"_s}}};
  const auto said = [&](const QLocale &locale) {
    const auto text = ui::timelineText({type, {}, {}, nlohmann::json::parse(payload.toStdString())},
                                       sold, locale);
    return QString(text.what + (text.amount.isEmpty() ? QString() : u" · "_s + text.amount))
        .replace(QChar(0xa0), u' ');
  };
  QCOMPARE(said(QLocale(QLocale::English, QLocale::UnitedStates)), english);
  QCoreApplication::installTranslator(&m_german);
  const auto inGerman = said(QLocale(QLocale::German));
  QCoreApplication::removeTranslator(&m_german);
  QCOMPARE(inGerman, german);
}

QTEST_MAIN(TestTimelineWords)
#include "tst_timeline_words.moc"
