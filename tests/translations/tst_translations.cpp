// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// Every text of the console is there in each language, with all that is put into it.
class TestTranslations : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyTextIsThere_data();
  void everyTextIsThere();
  void theEllipsisStandsInOneWay();
  void aThingHasOneGermanWord_data();
  void aThingHasOneGermanWord();
};

namespace {

struct Message {
  QString context, source;
  QStringList forms;
  bool isUnfinished = false;
  bool isPlural = false;
};

std::vector<Message> messagesOf(QFile &file) {
  std::vector<Message> messages;
  QString context;
  QXmlStreamReader xml(&file);
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement())
      continue;
    if (xml.name() == u"name")
      context = xml.readElementText();
    else if (xml.name() == u"message")
      messages.push_back({context, {}, {}, false, xml.attributes().value(u"numerus"_s) == u"yes"});
    else if (xml.name() == u"source")
      messages.back().source = xml.readElementText();
    else if (xml.name() == u"translation") {
      messages.back().isUnfinished = xml.attributes().hasAttribute(u"type"_s);
      if (!messages.back().isPlural)
        messages.back().forms.append(xml.readElementText());
    } else if (xml.name() == u"numerusform")
      messages.back().forms.append(xml.readElementText());
  }
  return xml.hasError() ? std::vector<Message>() : messages;
}

QStringList placesIn(const QString &text) {
  static const QRegularExpression place(u"%(n|L?[0-9]+)"_s);
  QStringList places;
  for (auto it = place.globalMatch(text); it.hasNext();)
    places.append(it.next().captured());
  places.sort();
  return places;
}

} // namespace

void TestTranslations::everyTextIsThere_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<int>("least");
  QTest::newRow("German") << u"translations/tenantry_de.ts"_s << 300;
  QTest::newRow("English, its plurals") << u"translations/tenantry_en.ts"_s << 5;
}

void TestTranslations::everyTextIsThere() {
  QFETCH(QString, path);
  QFETCH(int, least);
  QFile file(path);
  QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
  const auto messages = messagesOf(file);
  QVERIFY2(int(messages.size()) >= least, qPrintable(QString::number(messages.size())));
  QStringList wrong;
  for (const auto &message : messages) {
    const bool isEmpty = message.forms.isEmpty() || message.forms.contains(QString());
    bool isWhole = message.forms.size() == (message.isPlural ? 2 : 1);
    for (qsizetype i = 0; i < message.forms.size(); ++i) {
      auto wanted = placesIn(message.source);
      const auto places = placesIn(message.forms[i]);
      if (message.isPlural && i == 0 && !places.contains(u"%n"_s))
        wanted.removeAll(u"%n"_s); // of one: “the next invoice”
      isWhole = isWhole && places == wanted;
    }
    if (message.isUnfinished || isEmpty || !isWhole)
      wrong.append(u"%1: %2"_s.arg(message.context, message.source));
  }
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// “Gutschrift…” as “Kundenlink…”: those of one menu or bar stand below each other.
void TestTranslations::theEllipsisStandsInOneWay() {
  QFile file(u"translations/tenantry_de.ts"_s);
  QVERIFY(file.open(QIODevice::ReadOnly));
  static const QRegularExpression apart(u"\\s…$"_s);
  QStringList wrong;
  for (const auto &message : messagesOf(file))
    wrong += message.forms.filter(apart);
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// Those of docs/glossary.md; `of`: where the English text is of it.
void TestTranslations::aThingHasOneGermanWord_data() {
  QTest::addColumn<QString>("of");
  QTest::addColumn<QString>("others");
  QTest::newRow("limit: Limit") << u"\\b[Ll]imits?\\b|\\bquotas?\\b"_s
                                << u"Kontingent|\\bGrenzen?\\b"_s;
  QTest::newRow("metric: Metrik") << u"\\b[Mm]etrics?\\b"_s << u"Messgröße"_s;
  QTest::newRow("period: Zeitraum") << u"\\b[Pp]eriods?\\b"_s << u"Periode"_s;
  QTest::newRow("usage: Verbrauch") << u"\\b[Uu]sage\\b(?!\\.)"_s << u"Nutzung"_s;
  QTest::newRow("line of an invoice: Position")
      << u"\\b[Ii]nvoices?\\b.*\\blines?\\b|\\blines? that|^(Tax|Usage) lines"_s
      << u"Zeile|(?<!Befehls)zeile"_s;
  QTest::newRow("hold: zurückhalten")
      << u"\\b([Oo]n hold|[Dd]rafts? (is )?held|or hold|^Hold|^Held)\\b"_s
      << u"[Ss]perre|[Gg]esperrt|[Aa]ngehalten"_s;
  QTest::newRow("finding of a run: Auffälligkeit") << u"\\b[Ff]indings?\\b"_s << u"Befund"_s;
  QTest::newRow("seat: Platz") << u"\\b[Ss]eats?\\b"_s << u"\\bSitze?\\b"_s;
  QTest::newRow("subscription: Abonnement")
      << u"\\b[Ss]ubscriptions?\\b(?!\\.)"_s << u"\\bAbos?\\b|Subskription"_s;
  QTest::newRow("add-on: Add-on") << u"\\b[Aa]dd-ons?\\b"_s << u"Zusatz|Erweiterung"_s;
  QTest::newRow("dunning: mahnen") << u"\\b[Dd]unn(ing|ed)\\b"_s << u"Inkasso|Zahlungserinnerung"_s;
  QTest::newRow("draft: Entwurf") << u"\\b[Dd]rafts?\\b"_s << u"Konzept|Rohfassung"_s;
}

void TestTranslations::aThingHasOneGermanWord() {
  QFETCH(const QString, of);
  QFETCH(const QString, others);
  QFile file(u"translations/tenantry_de.ts"_s);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QRegularExpression english(of), german(others);
  int found = 0;
  QStringList wrong;
  for (const auto &message : messagesOf(file)) {
    if (!english.match(message.source).hasMatch())
      continue;
    ++found;
    const auto text = message.forms.join(u' ');
    if (german.match(text).hasMatch())
      wrong += u"%1: “%2” is “%3”"_s.arg(message.context, message.source, text);
  }
  QVERIFY(found > 0);
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
