// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/json_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

class TestJson : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void valuesComeBack();
  void badTextThrowsAtTheEdge();
  void mistakesHaveAPlace();
  void brokenUnicodeDoesNotThrow();
  void manyTextsOneAfterTheOther_data();
  void manyTextsOneAfterTheOther();
  void aTextWithoutATreeBeforeIt();
};

void TestJson::valuesComeBack() {
  const auto id = makeId<InvoiceId>(SystemClock().now());
  const Money money(19900, Currency::parse(u"USD").value());
  const Instant instant = parseInstant(u"2026-01-31T09:00:00.25Z").value();
  const LocalDay day = parseDay(u"2024-02-29").value();
  const Json json{{"id", id},   {"money", money},     {"at", instant},
                  {"day", day}, {"text", u"Zoë 💶"_s}, {"none", TeamId()}};

  const Json again = parseJson(toBytes(json)).value();
  QVERIFY(again["id"].get<InvoiceId>() == id);
  QVERIFY(again["money"].get<Money>() == money);
  QVERIFY(again["at"].get<Instant>() == instant);
  QVERIFY(again["day"].get<LocalDay>() == day);
  QCOMPARE(again["text"].get<QString>(), u"Zoë 💶"_s);
  QVERIFY(again["none"].is_null() && again["none"].get<TeamId>().isNull());
  QCOMPARE(toBytes(Json(money)), QByteArray(R"({"amount":19900,"currency":"USD"})"));
  QCOMPARE(toBytes(Json(day)), QByteArray(R"("2024-02-29")"));
}

void TestJson::badTextThrowsAtTheEdge() {
  QVERIFY_THROWS_EXCEPTION(Json::exception, (void)Json("yesterday").get<Instant>());
  QVERIFY_THROWS_EXCEPTION(Json::exception, (void)Json("2026-02-30").get<LocalDay>());
  QVERIFY_THROWS_EXCEPTION(Json::exception, (void)Json(5).get<QString>());
}

void TestJson::mistakesHaveAPlace() {
  const auto json = parseJson("{\n  \"a\": 1,\n  \"b\": oops\n}");
  QVERIFY(!json);
  QCOMPARE(json.error().code, u"json.invalid"_s);
  QCOMPARE(json.error().place.line, 3);
  QCOMPARE(json.error().place.column, 8);
  QCOMPARE(parseJson("").error().code, u"json.invalid"_s);
  QCOMPARE(parseJson("[1e999]").error().code, u"json.invalid"_s);
}

void TestJson::brokenUnicodeDoesNotThrow() {
  QCOMPARE(toBytes(Json(std::string("a\xFFz"))), QByteArray("\"a\xEF\xBF\xBDz\""));
  QVERIFY(!parseJson("\"\xFF\""));
}

void TestJson::manyTextsOneAfterTheOther_data() {
  QTest::addColumn<QByteArray>("text");
  for (const char *text :
       {"null", "true", "[false,-1,18446744073709551615,-9223372036854775808]", "[0.1,1e+300,-2.5]",
        "[]", "{}", R"({"":{"a":[{"b":null}]}})", R"("a\"b\\c/d\n\t\r\b\f")", R"("Zoë 💶")"})
    QTest::addRow("%s", text) << QByteArray(text);
}

void TestJson::manyTextsOneAfterTheOther() {
  QFETCH(QByteArray, text);
  const auto json = parseJson(text).value();
  JsonText texts;
  QCOMPARE(QByteArray(texts.of("what stood there before, which is longer than the rest").data())[0],
           '"');
  for (int i = 0; i < 2; ++i) {
    const auto written = texts.of(json);
    QCOMPARE(QByteArray(written.data(), qsizetype(written.size())), toBytes(json));
  }
  const Json control(std::string("\x01\0z", 3));
  QVERIFY(Json::parse(texts.of(control)) == control);
}

void TestJson::aTextWithoutATreeBeforeIt() {
  JsonText json;
  for (int i = 0; i < 2; ++i) {
    json.begin();
    json.beginObject();
    json.member("text", u"Zoë \"💶\"\n"_s);
    json.member("unpaired", QString(QChar(0xd800)));
    json.member("number", std::numeric_limits<std::int64_t>::min());
    json.member("truth", true);
    json.member("tree", Json{{"a", {1, nullptr}}});
    json.key("list");
    json.beginArray();
    json.beginObject();
    json.endObject();
    json.endArray();
    json.endObject();
    QCOMPARE(
        QString::fromUtf8(json.text()),
        u"{\"text\":\"Zoë \\\"💶\\\"\\n\",\"unpaired\":\"\uFFFD\",\"number\":-9223372036854775808,"
        "\"truth\":true,\"tree\":{\"a\":[1,null]},\"list\":[{}]}"_s);
  }
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
