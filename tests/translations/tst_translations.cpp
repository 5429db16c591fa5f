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

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
