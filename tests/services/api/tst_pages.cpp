// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/form.h"
#include "services/api/html.h"
#include "services/api/page_words.h"
#include "services/api/pages.h"
#include "services/gateways/simulator_cards.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::api;
using namespace Qt::StringLiterals;

/// PORTAL-2: customers' pages as text, without a server.
class TestPages : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void textIsEscaped_data();
  void textIsEscaped();
  void elementsAreWritten();
  void namesArePageText_data();
  void namesArePageText();
  void statesAreSaid_data();
  void statesAreSaid();
  void languagesAreComplete();
  void theBrowsersLanguageIsTaken_data();
  void theBrowsersLanguageIsTaken();
  void formsAreRead_data();
  void formsAreRead();
  void aFormIsOfItsLink_data();
  void aFormIsOfItsLink();
  void testNumbersAreRead_data();
  void testNumbersAreRead();
  void aListGoesOn();
};

namespace {

const QString attack = u"</title><script>alert('1')</script>\"' onload=x &amp;"_s;

InvoiceView openInvoice() {
  InvoiceView view;
  view.customer = {u"One"_s, u"en"_s, u"US"_s, u"Test card ending in 4242"_s};
  view.invoice.number = u"INV-2026-000001"_s;
  view.invoice.status = billing::InvoiceStatus::Open;
  view.invoice.currency = *Currency::parse(u"USD"_s);
  view.invoice.total = 19'900;
  view.invoice.issuedOn = *parseDay(u"2026-01-31"_s);
  view.invoice.dueOn = *parseDay(u"2026-03-02"_s);
  return view;
}

const PagePlace here{u"/invoice/token"_s, u"word"_s, u"Tenantry GmbH"_s};

} // namespace

void TestPages::textIsEscaped_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("plain") << u"Ünï"_s << QByteArray("Ünï");
  QTest::newRow("marks") << u"<a b=\"c\" d='e'>&"_s
                         << QByteArray("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
  QTest::newRow("escaped before") << u"&lt;"_s << QByteArray("&amp;lt;");
  QTest::newRow("controls") << QString(u"a"_s + QChar(1) + QChar(0) + u"b"_s)
                            << QByteArray("a\ufffd\ufffdb");
  QTest::newRow("a lone surrogate") << QString(QChar(0xd800)) << QByteArray("?");
}

void TestPages::textIsEscaped() {
  QFETCH(QString, text);
  QFETCH(QByteArray, bytes);
  QCOMPARE(Markup(text).bytes(), bytes);
  const Markup inAttribute = Element("a", {{"href", text}});
  QCOMPARE(inAttribute.bytes(), "<a href=\"" + bytes + "\"></a>");
}

void TestPages::elementsAreWritten() {
  const Markup nested = Element("p", {{"class", u"x"_s}})
                        << u"a < b"_s << Markup(Element("br")) << Markup(Element("b") << u"c"_s);
  QCOMPARE(nested.bytes(), "<p class=\"x\">a &lt; b<br><b>c</b></p>");
}

void TestPages::namesArePageText_data() {
  QTest::addColumn<QByteArray>("body");
  auto view = openInvoice();
  view.customer.method = attack;
  view.invoice.number = attack;
  QTest::newRow("invoice") << invoicePage({u"/\"'><script>"_s, attack, attack}, view).body;
  view.lastTry = {1, payments::AttemptStatus::Failed, attack, true};
  QTest::newRow("refused") << invoicePage({u"/\"'><script>"_s, attack, attack}, view).body;
  AccountView account;
  account.customer = view.customer;
  account.customer.name = attack;
  ListedInvoice listed;
  listed.number = attack;
  account.invoices.push_back(listed);
  QTest::newRow("account") << accountPage({u"/\"'><script>"_s, attack, attack}, account, {}).body;
}

void TestPages::namesArePageText() {
  QFETCH(QByteArray, body);
  QVERIFY(!body.contains("<script"));
  QVERIFY(!body.contains("\"' onload"));
  QVERIFY(body.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"));
  QCOMPARE(body.count("<title>"), 1);
}

void TestPages::statesAreSaid_data() {
  QTest::addColumn<InvoiceView>("view");
  QTest::addColumn<QString>("says");
  QTest::addColumn<bool>("hasButton");
  QTest::addColumn<bool>("hasCard");
  const auto row = [](const char *name, const auto &change, const QString &says, bool hasButton,
                      bool hasCard) {
    auto view = openInvoice();
    change(view);
    QTest::newRow(name) << view << says << hasButton << hasCard;
  };
  using payments::AttemptStatus;
  row(
      "open", [](InvoiceView &) {}, u"Pay $199.00 now"_s, true, false);
  row(
      "overdue", [](InvoiceView &view) { view.isOverdue = true; }, u"Overdue"_s, true, false);
  row(
      "no method", [](InvoiceView &view) { view.customer.method.clear(); },
      u"Pay $199.00 with this card"_s, true, true);
  row(
      "paid",
      [](InvoiceView &view) {
        view.invoice.status = billing::InvoiceStatus::Paid;
        view.invoice.paid = 19'900;
      },
      u"This invoice is paid."_s, false, false);
  row(
      "void", [](InvoiceView &view) { view.invoice.status = billing::InvoiceStatus::Void; },
      u"Nothing is to be paid"_s, false, false);
  row(
      "written off",
      [](InvoiceView &view) { view.invoice.status = billing::InvoiceStatus::Uncollectible; },
      u"This invoice is closed"_s, false, false);
  row(
      "under way",
      [](InvoiceView &view) {
        view.lastTry = {1, AttemptStatus::Pending, {}, true};
      },
      u"Your payment is being processed"_s, false, false);
  row(
      "unknown",
      [](InvoiceView &view) {
        view.lastTry = {1, AttemptStatus::Unknown, {}, true};
      },
      u"We keep asking until we know"_s, false, false);
  row(
      "refused",
      [](InvoiceView &view) {
        view.lastTry = {1, AttemptStatus::Failed, u"insufficient_funds"_s, true};
      },
      u"does not have enough money"_s, true, true);
  row(
      "stolen",
      [](InvoiceView &view) {
        view.lastTry = {1, AttemptStatus::Failed, u"stolen_card"_s, true};
      },
      u"gave no reason"_s, true, true);
  row(
      "refused, another method since",
      [](InvoiceView &view) {
        view.lastTry = {1, AttemptStatus::Failed, u"insufficient_funds"_s, false};
      },
      u"Try again: pay $199.00"_s, true, false);
  row(
      "German",
      [](InvoiceView &view) {
        view.customer = {u"Eins"_s, u"de"_s, u"DE"_s, u"Karte"_s};
      },
      u"Jetzt 199,00\u00a0$ bezahlen"_s, true, false);
}

void TestPages::statesAreSaid() {
  QFETCH(InvoiceView, view);
  QFETCH(QString, says);
  QFETCH(bool, hasButton);
  QFETCH(bool, hasCard);
  const auto page = QString::fromUtf8(invoicePage(here, view).body);
  QVERIFY2(page.contains(says), qPrintable(page));
  QCOMPARE(page.contains(u"<button"_s), hasButton);
  QCOMPARE(page.contains(u"name=\"number\""_s), hasCard);
  QCOMPARE(page.contains(u"http-equiv=\"refresh\""_s), view.lastTry.isRunning());
  QVERIFY(page.contains(u"Tenantry GmbH"_s));
  QVERIFY(!page.contains(u"stolen"_s));
}

/// Each word is said in both languages, with the same places to fill.
void TestPages::languagesAreComplete() {
  const auto &english = pageWords(u"en"_s);
  const auto &german = pageWords(u"de"_s);
  constexpr auto count = sizeof(PageWords) / sizeof(QString);
  const auto *one = reinterpret_cast<const QString *>(&english);
  const auto *other = reinterpret_cast<const QString *>(&german);
  for (std::size_t i = 0; i < count; ++i) {
    QVERIFY(!one[i].isEmpty());
    QVERIFY2(!other[i].isEmpty(), qPrintable(one[i]));
    QCOMPARE(one[i].count(u"%1"_s), other[i].count(u"%1"_s));
  }
  QCOMPARE(&pageWords(u"fr"_s), &english);
}

void TestPages::theBrowsersLanguageIsTaken_data() {
  QTest::addColumn<QByteArray>("header");
  QTest::addColumn<QString>("language");
  QTest::newRow("none") << QByteArray() << u"en"_s;
  QTest::newRow("German") << QByteArray("de-DE,de;q=0.9,en;q=0.8") << u"de"_s;
  QTest::newRow("English first") << QByteArray("en-GB, de;q=0.5") << u"en"_s;
  QTest::newRow("another, then German") << QByteArray("fr, de;q=0.5") << u"de"_s;
}

void TestPages::theBrowsersLanguageIsTaken() {
  QFETCH(QByteArray, header);
  QTEST(preferredLanguage(header), "language");
}

void TestPages::formsAreRead_data() {
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<bool>("isRead");
  QTest::addColumn<QString>("number");
  const QByteArray urlencoded = "application/x-www-form-urlencoded";
  QTest::newRow("plain") << urlencoded << QByteArray("word=a&number=4242") << true << u"4242"_s;
  QTest::newRow("with a charset") << urlencoded + "; charset=UTF-8" << QByteArray("number=1")
                                  << true << u"1"_s;
  QTest::newRow("encoded") << urlencoded << QByteArray("number=4+2%2B%C3%BC") << true << u"4 2+ü"_s;
  QTest::newRow("empty") << urlencoded << QByteArray() << true << QString();
  QTest::newRow("twice") << urlencoded << QByteArray("number=1&number=2") << false << QString();
  QTest::newRow("no UTF-8") << urlencoded << QByteArray("number=%FF") << false << QString();
  QTest::newRow("text") << QByteArray("text/plain") << QByteArray("number=1") << false << QString();
  QTest::newRow("no type") << QByteArray() << QByteArray("number=1") << false << QString();
}

void TestPages::formsAreRead() {
  QFETCH(QByteArray, type);
  QFETCH(QByteArray, body);
  QFETCH(bool, isRead);
  http::Request request{http::Method::Post, "/"};
  request.headers = {{"content-type", type}};
  request.body = body;
  const auto fields = readForm(request);
  QCOMPARE(fields.has_value(), isRead);
  if (fields)
    QTEST(fields->value("number"), "number");
}

void TestPages::aFormIsOfItsLink_data() {
  QTest::addColumn<QString>("word");
  QTest::addColumn<QByteArray>("site");
  QTest::addColumn<bool>("isOurs");
  QTest::newRow("ours") << formWord("token") << QByteArray() << true;
  QTest::newRow("ours, says the browser") << formWord("token") << QByteArray("same-origin") << true;
  QTest::newRow("another site") << formWord("token") << QByteArray("cross-site") << false;
  QTest::newRow("a neighbour") << formWord("token") << QByteArray("same-site") << false;
  QTest::newRow("another link") << formWord("other") << QByteArray() << false;
  QTest::newRow("the token itself") << u"token"_s << QByteArray() << false;
  QTest::newRow("nothing") << QString() << QByteArray() << false;
}

void TestPages::aFormIsOfItsLink() {
  QFETCH(QString, word);
  QFETCH(QByteArray, site);
  http::Request request{http::Method::Post, "/"};
  if (!site.isEmpty())
    request.headers = {{"Sec-Fetch-Site", site}};
  QTEST(isOurForm(request, {{"word", word}}, "token"), "isOurs");
}

void TestPages::testNumbersAreRead_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("behaviour");
  QTest::newRow("plain") << u"4242424242424242"_s << u"succeeds"_s;
  QTest::newRow("grouped") << u" 4242 4242-4242 4242 "_s << u"succeeds"_s;
  QTest::newRow("declined") << u"4000000000009995"_s << u"declines:insufficient_funds"_s;
  QTest::newRow("no answer") << u"4000000000000119"_s << u"times_out"_s;
  QTest::newRow("a real one") << u"4111111111111111"_s << QString();
  QTest::newRow("a behaviour") << u"succeeds"_s << QString();
  QTest::newRow("nothing") << QString() << QString();
}

void TestPages::testNumbersAreRead() {
  QFETCH(QString, typed);
  QFETCH(QString, behaviour);
  const auto card = gateways::readSimulatorCard(typed);
  QCOMPARE(card.has_value(), !behaviour.isEmpty());
  if (!card) {
    QCOMPARE(card.error().code, u"payment_method.number_unknown"_s);
    QVERIFY(typed.isEmpty() || !card.error().message.contains(typed));
    return;
  }
  QCOMPARE(card->reference, behaviour);
  QVERIFY(card->label.size() < 40);
}

void TestPages::aListGoesOn() {
  AccountView view;
  view.customer = {u"One"_s, u"en"_s, u"US"_s, {}};
  QVERIFY(accountPage(here, view, {}).body.contains("There is no invoice yet"));
  view.next = makeId<InvoiceId>(Instant{});
  const auto page = accountPage(here, view, {}).body;
  QVERIFY(page.contains("?after=" + view.next->toString().toLatin1()));
  QVERIFY(!page.contains("Latest invoices"));
  QVERIFY(accountPage(here, view, {false, false}).body.contains("Latest invoices"));
  QVERIFY(accountPage(here, view, {true}).body.contains("Your payment method is changed"));
  QCOMPARE(accountPage(here, view, {false, true, CardProblem::Unknown}).status, 422);
}

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
