// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/message.h"
#include "services/automation/rendering.h"
#include "tests/services/automation/mail_house.h"
#include "tests/support/gui_main.h"

#include <QRegularExpression>

using namespace tenantry;
using namespace tenantry::tests;
using automation::DeliverySettings;

/// AUTO-3: mails of the outbox are given to a mail server, whatever that answers.
class TestDelivery : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatTheServerAnswersIsRecorded_data();
  void whatTheServerAnswersIsRecorded();
  void aMailHasTextAndHtmlAndALink();
  void noValueAddsALineToTheHead();
  void aBrokenAnswerSendsItAgainUnderTheSameId();
  void anUnknownMailboxGetsNoMore();
  void theUrgentOvertakes();
  void aServerThatIsAwayEndsTheRound();
  void itIsGivenUpAfterDays();
  void aLeasedMailIsLeftAlone();
  void aSlowOneHoldsUpNoOther();
  void oneRecipientsMailsFollowEachOther();
  void connectionsThatCannotBeHadAreNoMailsFault();
  void aKeptConnectionThatEndsCostsNoTry();
  void whoStopsSendsNothingTwice();
  void serversThatAreNone_data();
  void serversThatAreNone();
};

namespace {

using std::chrono::minutes;

SmtpAnswers answering(QByteArray SmtpAnswers::*what, const QByteArray &with) {
  SmtpAnswers answers;
  answers.*what = with;
  return answers;
}

SmtpAnswers dropping() {
  SmtpAnswers answers;
  answers.dropsAtEnd = true;
  return answers;
}

QByteArray lineOf(const QByteArray &message, const QByteArray &name) {
  const auto from = message.indexOf("\r\n" + name + ": ") + 2;
  return from < 2 ? QByteArray() : message.mid(from, message.indexOf("\r\n", from) - from);
}

} // namespace

Q_DECLARE_METATYPE(SmtpAnswers)

void TestDelivery::whatTheServerAnswersIsRecorded_data() {
  QTest::addColumn<SmtpAnswers>("answers");
  QTest::addColumn<QString>("state");
  QTest::addColumn<QString>("code");
  QTest::addColumn<int>("againInMinutes");
  QTest::addColumn<int>("links"); ///< that work afterwards
  const QString queued = u"queued"_s, failed = u"failed"_s;
  QTest::newRow("taken") << SmtpAnswers() << u"sent"_s << QString() << 0 << 1;
  QTest::newRow("recipient later") << answering(&SmtpAnswers::recipient, "450 4.2.1 mailbox busy")
                                   << queued << u"mail.refused_for_now"_s << 1 << 0;
  QTest::newRow("recipient refused") << answering(&SmtpAnswers::recipient, "550 5.7.1 not here")
                                     << failed << u"mail.recipient_refused"_s << 0 << 0;
  QTest::newRow("data later") << answering(&SmtpAnswers::data, "451 4.3.0 try again") << queued
                              << u"mail.refused_for_now"_s << 1 << 0;
  QTest::newRow("message later") << answering(&SmtpAnswers::end, "452 4.3.1 disk full") << queued
                                 << u"mail.refused_for_now"_s << 1 << 0;
  QTest::newRow("message refused") << answering(&SmtpAnswers::end, "554 5.6.0 looks like spam")
                                   << failed << u"mail.message_refused"_s << 0 << 0;
  QTest::newRow("no answer to the message")
      << answering(&SmtpAnswers::end, "") << queued << u"mail.unanswered"_s << 1 << 1;
  QTest::newRow("hung up after the message")
      << dropping() << queued << u"mail.unanswered"_s << 1 << 1;
  QTest::newRow("too large, said at once")
      << answering(&SmtpAnswers::from, "552 Message size exceeds maximum permitted") << failed
      << u"mail.message_refused"_s << 0 << 0;
  QTest::newRow("too large for now") << answering(&SmtpAnswers::from, "452 4.3.1 no room") << queued
                                     << u"mail.refused_for_now"_s << 1 << 0;
  QTest::newRow("sender refused") << answering(&SmtpAnswers::from, "550 5.7.1 who are you")
                                  << queued << u"mail.server_not_reached"_s << 1 << 0;
  QTest::newRow("not for us") << answering(&SmtpAnswers::greeting, "554 go away") << queued
                              << u"mail.server_not_reached"_s << 1 << 0;
  QTest::newRow("silent") << answering(&SmtpAnswers::greeting, "") << queued
                          << u"mail.server_not_reached"_s << 1 << 0;
}

void TestDelivery::whatTheServerAnswersIsRecorded() {
  QFETCH(SmtpAnswers, answers);
  QFETCH(QString, state);
  QFETCH(QString, code);
  QFETCH(int, againInMinutes);
  QFETCH(int, links);
  MailHouse house;
  house.owes(QString());
  house.peer.answerNext(answers);
  QCOMPARE(house.deliver(), 1);
  const Mail mail = house.only();
  QCOMPARE(toString(mail.state), state);
  QCOMPARE(mail.attempts, 1);
  QVERIFY2(code.isEmpty() ? mail.lastError.isEmpty() : mail.lastError.endsWith(u'[' + code + u']'),
           qPrintable(mail.lastError));
  QCOMPARE(house.links(), links);
  QCOMPARE(house.number("select count(*) from mail_suppression"), 0);
  QCOMPARE(house.number("select count(*) from mail where lease_until is not null"), 0);
  if (mail.state != MailState::Queued)
    return;
  QCOMPARE(mail.dueAt, house.clock.now() + minutes(againInMinutes));
  QCOMPARE(house.deliver(), 0);
  house.clock.set(mail.dueAt);
  QCOMPARE(house.deliver(), 1);
  QVERIFY(house.only().state == MailState::Sent);
}

void TestDelivery::aMailHasTextAndHtmlAndALink() {
  MailHouse house;
  house.owes(QString());
  house.change("update mail set subject = 'Grüße & mehr', body = 'Grüße € ' || body");
  QCOMPARE(house.deliver(), 1);
  const auto taken = house.peer.taken();
  QCOMPARE(taken.size(), std::size_t(1));
  QCOMPARE(taken[0].from, QByteArray("MAIL FROM:<billing@example.com>"));
  QCOMPARE(taken[0].recipient, QByteArray("RCPT TO:<one@example.com>"));
  const QByteArray message = "\r\n" + taken[0].message;
  QCOMPARE(lineOf(message, "From"),
           QByteArray("From: \"Example SaaS Inc.\" <billing@example.com>"));
  QCOMPARE(lineOf(message, "To"), QByteArray("To: one@example.com"));
  QCOMPARE(lineOf(message, "Auto-Submitted"), QByteArray("Auto-Submitted: auto-generated"));
  QCOMPARE(lineOf(message, "Message-Id"),
           "Message-Id: <" + house.only().id.toString().toLatin1() + "@example.com>");
  QVERIFY(lineOf(message, "Subject").startsWith("Subject: =?"));
  QVERIFY(lineOf(message, "Date").startsWith("Date: Sat, 31 Jan 2026"));
  QVERIFY(message.contains("multipart/alternative"));
  QVERIFY(message.contains("multipart/mixed"));
  QVERIFY2(message.contains("filename=INV-2026-000001.pdf"), message.constData());
  QVERIFY2(message.contains("Content-Type: text/plain; charset=utf-8"),
           message.left(3000).constData());
  QVERIFY(message.contains("Content-Type: text/html; charset=utf-8"));
  QVERIFY(!QByteArray(message).replace("\r\n", "").contains('\n'));
  const QString text = QString::fromUtf8(unquoted(message));
  const QRegularExpression link(u"https://pay\\.example\\.com/invoice/[A-Za-z0-9_-]{54}\\b"_s);
  QVERIFY(text.contains(u"Grüße € Hello One,"_s));
  QVERIFY(link.match(text).hasMatch());
  QVERIFY(text.contains(u"<a href=\"https://pay.example.com/invoice/"_s));
  QVERIFY(house.only().body.contains(u"{link}"_s)); // the secret is in the mail alone
}

void TestDelivery::noValueAddsALineToTheHead() {
  const QString evil = u"x\r\nBcc: all@example.com\r\n\r\n\u001bHi\u0000\u0085"_s;
  automation::Message message{
      evil, evil, evil, evil, u"text"_s, u"html"_s, evil, {}, automation::Attachment{evil, "pdf"}};
  const QByteArray mime = automation::toMime(message);
  QVERIFY(!mime.left(mime.indexOf("\r\n\r\n")).contains("\r\nBcc"));
  QVERIFY2(mime.contains("Subject: x Bcc: all@example.com Hi\r\n"), mime.constData());
  QVERIFY(!mime.contains('\x1b'));
  for (const QByteArray &line : mime.split('\n'))
    QVERIFY2(!line.startsWith("Bcc") && !line.startsWith("Hi"), mime.constData());
}

void TestDelivery::aBrokenAnswerSendsItAgainUnderTheSameId() {
  MailHouse house;
  house.owes(QString());
  house.peer.answerNext(dropping());
  QCOMPARE(house.deliver(), 1);
  house.clock.set(house.clock.now() + minutes(1));
  auto elsewhere = house.settings();
  elsewhere.from = u"other@elsewhere.example"_s;
  QCOMPARE(house.deliver(elsewhere), 1);
  const auto taken = house.peer.taken();
  QCOMPARE(taken.size(), std::size_t(2));
  QCOMPARE(lineOf(taken[0].message, "Message-Id"), lineOf(taken[1].message, "Message-Id"));
  QVERIFY(!lineOf(taken[0].message, "Message-Id").isEmpty());
  QCOMPARE(house.links(), 2); // whichever is read, its link works
}

void TestDelivery::anUnknownMailboxGetsNoMore() {
  MailHouse house;
  const auto key = house.owes(QString());
  house.peer.answerNext(answering(&SmtpAnswers::recipient, "550 5.1.1 no such user"));
  QCOMPARE(house.deliver(), 1);
  const auto id = house.only().id;
  QVERIFY(house.only().state == MailState::Failed);
  house.tell(key.organization, {{u"subscription.suspended"_s, store::Json::object()}});
  const auto mails = house.mails();
  QCOMPARE(mails.size(), std::size_t(2));
  QCOMPARE(std::count_if(mails.begin(), mails.end(),
                         [](const Mail &mail) { return mail.state == MailState::Suppressed; }),
           1);
  QCOMPARE(house.deliver(), 0);
  QVERIFY(expect(house.outbox().retry(id)).state == MailState::Queued);
  QCOMPARE(house.number("select count(*) from mail_suppression"), 0);
  QCOMPARE(house.deliver(), 1);
}

void TestDelivery::theUrgentOvertakes() {
  MailHouse house;
  const auto key = house.owes(u"succeeds"_s);
  house.tell(key.organization, {{u"subscription.suspended"_s, store::Json::object()}});
  QCOMPARE(house.deliver(), 3);
  QVERIFY(house.peer.taken()[0].message.contains("is suspended"));
  QCOMPARE(house.peer.connections(), 1); // all on one
}

void TestDelivery::aServerThatIsAwayEndsTheRound() {
  MailHouse house;
  house.owes(u"succeeds"_s);
  QCOMPARE(house.mails().size(), std::size_t(2));
  auto settings = house.settings();
  settings.server.url = u"smtp://127.0.0.1:1"_s;
  QCOMPARE(house.deliver(settings), 1);
  QCOMPARE(house.number("select sum(attempts)::bigint from mail"), 1);
  QCOMPARE(house.links(), 0);
}

void TestDelivery::itIsGivenUpAfterDays() {
  MailHouse house;
  house.owes(QString());
  auto settings = house.settings();
  settings.server.url = u"smtp://127.0.0.1:1"_s;
  const auto begin = house.clock.now();
  while (house.only().state == MailState::Queued) {
    house.clock.set(house.only().dueAt);
    QCOMPARE(house.deliver(settings), 1);
  }
  QVERIFY(house.only().state == MailState::Failed);
  QVERIFY(house.clock.now() - begin >= std::chrono::days(3));
  QVERIFY(house.clock.now() - begin < std::chrono::days(4));
}

void TestDelivery::aLeasedMailIsLeftAlone() {
  MailHouse house;
  house.owes(QString());
  house.change("update mail set lease_until = '" +
               toIso(house.clock.now() + minutes(1)).toLatin1() + "'");
  QCOMPARE(house.deliver(), 0);
  house.clock.set(house.clock.now() + minutes(1)); // whoever had it is gone
  QCOMPARE(house.deliver(), 1);
}

void TestDelivery::aSlowOneHoldsUpNoOther() {
  MailHouse house;
  house.owes(QString());
  house.copyTo(5);
  SmtpAnswers slow;
  slow.holdsUntil = 6; // the first mail is answered when the last has come
  house.peer.answerNext(slow);
  auto settings = house.settings();
  settings.patience = std::chrono::milliseconds(0);
  QCOMPARE(house.deliver(settings), 6);
  QCOMPARE(house.number("select count(*) from mail where state = 'sent' and attempts = 1"), 6);
  QCOMPARE(house.peer.taken().size(), std::size_t(6));
  QVERIFY(house.peer.connections() > 1);
  QVERIFY(house.peer.connections() <= settings.connections);
}

void TestDelivery::oneRecipientsMailsFollowEachOther() {
  MailHouse house;
  house.owes(QString());
  house.copyTo(5);
  house.change(
      "update mail set event_sequence = abs(hashtext(mail_id::text)::bigint) + 1, "
      "recipient = case when recipient = '1@example.com' then upper('Same@example.com') else "
      "'same@example.com' end");
  QCOMPARE(house.deliver(), 6);
  QCOMPARE(house.peer.connections(), 1); // a second one would have overtaken
  QStringList ids, sent;
  const auto rows = expect(house.worker.database->adHoc(
      "select message_id from mail order by priority desc, due_at, mail_id"));
  for (const auto row : rows)
    ids += u"Message-Id: <"_s + row.get<QString>(0) + u'>';
  for (const auto &taken : house.peer.taken())
    sent += QString::fromLatin1(lineOf("\r\n" + taken.message, "Message-Id"));
  QCOMPARE(sent, ids);
}

void TestDelivery::connectionsThatCannotBeHadAreNoMailsFault() {
  MailHouse house;
  house.owes(QString());
  house.copyTo(7);
  house.peer.allow(1);
  QCOMPARE(house.deliver(), 8);
  QCOMPARE(house.number("select count(*) from mail where state = 'sent' and attempts = 1"), 8);
  QCOMPARE(house.peer.taken().size(), std::size_t(8));
  QCOMPARE(house.links(), 8); // of those that were made again, one works
}

void TestDelivery::aKeptConnectionThatEndsCostsNoTry() {
  MailHouse house;
  house.owes(QString());
  house.copyTo(1);
  house.peer.answerNext({});
  house.peer.answerNext(answering(&SmtpAnswers::from, "421 4.7.0 enough on this one"));
  auto settings = house.settings();
  settings.connections = 1;
  QCOMPARE(house.deliver(settings), 2);
  QCOMPARE(house.number("select count(*) from mail where state = 'sent' and attempts = 1"), 2);
  QCOMPARE(house.peer.connections(), 2);
}

void TestDelivery::whoStopsSendsNothingTwice() {
  MailHouse house;
  house.owes(QString());
  house.copyTo(19);
  const auto settings = house.settings();
  int turns = 0;
  const auto stopped = automation::Delivery(settings).run(house.worker.session, [&]() -> Result<> {
    return ++turns < 4 ? Result<>() : fail(u"job.interrupted"_s, u"The worker ends."_s);
  });
  QVERIFY(!stopped);
  QCOMPARE(stopped.error().code, u"job.interrupted"_s);
  const auto sent = static_cast<int>(house.peer.taken().size());
  QVERIFY(sent > 0 && sent < 20);
  QCOMPARE(house.number("select count(*) from mail where state = 'sent'"), sent);
  QCOMPARE(house.number("select count(*) from mail where lease_until is not null"), 0);
  QCOMPARE(house.number("select count(*) from mail where state = 'queued' and attempts > 0"), 0);
  QCOMPARE(house.deliver(), 20 - sent);
  QSet<QByteArray> ids;
  for (const auto &taken : house.peer.taken())
    ids += lineOf("\r\n" + taken.message, "Message-Id");
  QCOMPARE(ids.size(), qsizetype(20));
  QCOMPARE(house.peer.taken().size(), std::size_t(20));
}

void TestDelivery::serversThatAreNone_data() {
  QTest::addColumn<QString>("url");
  QTest::addColumn<bool>("isGood");
  QTest::newRow("with a user and a port") << u"smtp://user@mail.example.com:587"_s << true;
  QTest::newRow("TLS from the beginning") << u"smtps://mail.example.com"_s << true;
  QTest::newRow("another protocol") << u"http://mail.example.com"_s << false;
  QTest::newRow("no host") << u"smtp://"_s << false;
  QTest::newRow("a password") << u"smtp://user:secret@mail.example.com"_s << false;
  QTest::newRow("a path") << u"smtp://mail.example.com/x"_s << false;
  QTest::newRow("nothing") << QString() << false;
}

void TestDelivery::serversThatAreNone() {
  QFETCH(QString, url);
  QFETCH(bool, isGood);
  const auto checked = automation::checkServer(url);
  QCOMPARE(checked.has_value(), isGood);
  if (!isGood)
    QCOMPARE(checked.error().code, u"mail.server_invalid"_s);
}

GUI_TEST_MAIN(TestDelivery)
#include "tst_delivery.moc"
