// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/rational.h"
#include "tests/support/texts.h"
#include "ui/widgets/refusal_text.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace tenantry;
using ui::said;

/// What services refuse, in German (check 21: nothing is left in the language of the sources).
class TestRefusalText : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() { QCoreApplication::installTranslator(&m_german); }
  void initTestCase();
  void check25_everySentenceIsSaid();
  void check25_valuesAreKept_data();
  void check25_valuesAreKept();
  void check25_whatAServiceRefuses();
  void check25_englishStaysAsItIs();

private:
  QTranslator m_german;
};

void TestRefusalText::initTestCase() { QVERIFY(tests::loadGerman(m_german)); }

void TestRefusalText::check25_everySentenceIsSaid() {
  QVERIFY(!said(u"There is no mail 7."_s).isEmpty()); // the resource is in the program from then on
  QFile file(u":/refusals/refusals.json"_s);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto sentences = nlohmann::json::parse(file.readAll().toStdString());
  QVERIFY(sentences.size() > 300);
  static const QRegularExpression place(u"%(\\d{1,2})"_s);
  QStringList objections;
  for (const auto &text : sentences) {
    const auto source = QString::fromStdString(text.get<std::string>());
    const auto filled = [](QString with) { return with.replace(place, u"«\\1»"_s); };
    const auto german = QCoreApplication::translate("Refusal", source.toUtf8().constData());
    if (said(filled(source)) != filled(german) || german == source)
      objections.append(source + u"\n  → "_s + said(filled(source)));
  }
  QVERIFY2(objections.isEmpty(), qPrintable(objections.join(u'\n')));
}

void TestRefusalText::check25_valuesAreKept_data() {
  QTest::addColumn<QString>("english");
  QTest::addColumn<QString>("german");
  QTest::newRow("a value") << u"There is no mail 17."_s << u"Es gibt keine E-Mail 17."_s;
  QTest::newRow("per cent signs, quotes and lines are a value like others")
      << u"“100 % of %1\n.*” is not a day."_s << u"„100 % of %1\n.*“ ist kein Tag."_s;
  QTest::newRow("a sentence in a sentence")
      << u"Tenantry made a mistake: There is no mail 17.. Nothing was changed; please report it."_s
      << u"Tenantry hat einen Fehler gemacht: Es gibt keine E-Mail 17.. Nichts wurde geändert; bitte melden Sie ihn."_s;
  QTest::newRow("of two that fit the longer")
      << u"Invoice 9 is in EUR; USD cannot pay it."_s
      << u"Rechnung 9 ist in EUR; USD kann sie nicht bezahlen."_s;
  QTest::newRow("what somebody wrote follows")
      << u"On hold: Merger: wait"_s << u"Zurückgehalten: Merger: wait"_s;
  QTest::newRow("a model refuses")
      << u"It is already final; only a draft can be held."_s
      << u"Sie ist schon festgeschrieben; nur ein Entwurf wird zurückgehalten."_s;
  QTest::newRow("a sentence after whom it is about")
      << u"Usage event “e-1”: There is no event “e-0” to correct."_s
      << u"Verbrauchsereignis „e-1“: Es gibt kein Ereignis „e-0“, das es korrigieren könnte."_s;
  QTest::newRow("unknown") << u"The moon is made of cheese."_s << u"The moon is made of cheese."_s;
  QTest::newRow("a word") << u"declined"_s << u"declined"_s;
  QTest::newRow("nothing") << QString() << QString();
}

void TestRefusalText::check25_valuesAreKept() {
  QFETCH(QString, english);
  QFETCH(QString, german);
  QCOMPARE(said(english), german);
}

void TestRefusalText::check25_whatAServiceRefuses() {
  const auto refused = parseDecimal(u"12,5");
  QVERIFY(!refused);
  QVERIFY2(said(refused.error()).startsWith(u"„12,5“ ist keine Zahl"_s),
           qPrintable(said(refused.error())));
  QCOMPARE(ui::saidWithReference(refused.error()),
           said(refused.error()) + u" Referenz: number.invalid."_s);
}

void TestRefusalText::check25_englishStaysAsItIs() {
  QCoreApplication::removeTranslator(&m_german);
  const auto sentence = u"Invoice 9 is in EUR; USD cannot pay it."_s;
  QCOMPARE(said(sentence), sentence);
}

QTEST_GUILESS_MAIN(TestRefusalText)
#include "tst_refusal_text.moc"
