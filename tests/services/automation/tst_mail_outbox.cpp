// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/members.h"
#include "services/payments/take_backs.h"
#include "services/store/query_catalogue.h"
#include "tests/services/automation/mail_house.h"
#include "tests/support/gui_main.h"

using namespace tenantry;
using namespace tenantry::tests;

/// AUTO-3: what happens to a customer's money becomes mails of the outbox, once each.
class TestMailOutbox : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyPlaceholderIsFilled_data();
  void everyPlaceholderIsFilled();
  void anEventThatIsReadTwiceMakesOneMail();
  void twoThatReadAnEventAtOnceMakeOneMail();
  void thePastIsNotTold_data();
  void thePastIsNotTold();
  void nobodysNameAddsALine();
  void administratorsAreToldInTheirLanguage();
  void whatNeverCameIsNotConfirmed_data();
  void whatNeverCameIsNotConfirmed();
  void whatWaitsCanBeCancelledAndWhatEndedSentAgain();
  void listsAreNarrowed();
  void aListReadsItsIndex_data();
  void aListReadsItsIndex();
};

namespace {

const QStringList kinds{u"invoice-issued"_s,         u"invoice-payment-required"_s,
                        u"payment-receipt"_s,        u"payment-failed"_s,
                        u"subscription-suspended"_s, u"subscription-cancelled"_s,
                        u"trial-ending-soon"_s,      u"trial-expired"_s,
                        u"renewal-reminder"_s,       u"quota-exceeded"_s,
                        u"upgrade-suggestion"_s};

/// One event of each kind, about an invoice that is open.
std::vector<store::NewEvent> everything(const InvoiceKey &key) {
  const store::Json paid{{"invoice", key.invoice.toString().toStdString()},
                         {"amount", 19'900},
                         {"currency", "USD"},
                         {"decline_code", "expired_card"}};
  return {{u"payment.succeeded"_s, paid},
          {u"invoice.payment_failed"_s, paid},
          {u"subscription.suspended"_s, {{"reason", "payment_overdue"}}},
          {u"subscription.cancelled"_s, store::Json::object()},
          {u"subscription.trial_ending"_s, {{"ends_on", "2026-02-14"}}},
          {u"subscription.expired"_s, {{"trial", true}}},
          {u"subscription.expiring"_s, {{"ends_on", "2026-02-28"}}},
          {u"usage.exceeded"_s,
           {{"metric", "api_calls"}, {"used", 1'234'500}, {"limit", 1'000'000}, {"decimals", 2}}},
          {u"usage.upgrade_suggested"_s,
           {{"metric", "api_calls"},
            {"plan", "enterprise"},
            {"currency", "USD"},
            {"a_month", 99'900},
            {"a_month_before", 202'900},
            {"limits", {{"users", -1}, {"api_calls", 1'000'000}}}}}};
}

std::vector<store::Event> storedEvents(MailHouse &house, const OrganizationId &organization,
                                       Instant at) {
  std::vector<store::Event> events;
  const auto rows =
      expect(house.worker.database->adHoc("select sequence, type, payload from event where type = "
                                          "'invoice.finalized' order by sequence"));
  for (const auto row : rows)
    events.push_back({organization,
                      row.get<std::int64_t>(0),
                      row.get<QString>(1),
                      at,
                      {},
                      row.get<store::Json>(2)});
  return events;
}

} // namespace

void TestMailOutbox::everyPlaceholderIsFilled_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QString>("country");
  QTest::addColumn<QString>("mailTemplate");
  QTest::addColumn<QStringList>("says");
  QTest::addRow("BILL-8 de CH") << u"de"_s << u"CH"_s << u"quota-exceeded"_s
                                << QStringList{u"12’345"_s, u"10’000"_s};
  for (const auto *language : {"en", "de"}) {
    const bool isGerman = QByteArray(language) == "de";
    const auto row = [&](const QString &kind, const QStringList &says) {
      QTest::addRow("%s %s", language, qPrintable(kind))
          << QString::fromLatin1(language) << u"US"_s << kind << says;
    };
    const QString amount = isGerman ? u"199,00"_s : u"199.00"_s;
    const QString number = u"INV-2026-000001"_s;
    row(u"invoice-issued"_s, {u"INV-2026-000002"_s, amount});
    row(u"invoice-payment-required"_s,
        {number, amount, isGerman ? u"2. März 2026"_s : u"March 2, 2026"_s});
    row(u"payment-receipt"_s, {number, amount});
    row(u"payment-failed"_s,
        {number, amount, isGerman ? u"die Karte ist abgelaufen"_s : u"the card has expired"_s});
    row(u"subscription-suspended"_s, {u"Professional"_s});
    row(u"subscription-cancelled"_s, {u"Professional"_s});
    row(u"trial-ending-soon"_s,
        {u"Professional"_s, isGerman ? u"14. Februar 2026"_s : u"February 14, 2026"_s});
    row(u"trial-expired"_s, {u"Professional"_s});
    row(u"renewal-reminder"_s,
        {u"Professional"_s, isGerman ? u"28. Februar 2026"_s : u"February 28, 2026"_s});
    row(u"quota-exceeded"_s,
        {isGerman ? u"API-Aufrufe"_s : u"API calls"_s, isGerman ? u"12.345"_s : u"12,345"_s,
         isGerman ? u"10.000"_s : u"10,000"_s});
    row(u"upgrade-suggestion"_s,
        {u"Enterprise"_s, u"Professional"_s, isGerman ? u"999,00"_s : u"$999.00"_s,
         isGerman ? u"2.029,00"_s : u"$2,029.00"_s,
         isGerman ? u"1.030,00 $ weniger im Monat"_s : u"$1,030.00 less a month"_s,
         isGerman ? u"API-Aufrufe: 1.000.000; Benutzer: unbegrenzt"_s
                  : u"API calls: 1,000,000; Users: unlimited"_s});
  }
}

void TestMailOutbox::everyPlaceholderIsFilled() {
  QFETCH(QString, language);
  QFETCH(QString, country);
  QFETCH(QString, mailTemplate);
  QFETCH(QStringList, says);
  MailHouse house;
  const auto customer = house.organization();
  const auto payer = house.organization();
  house.setMethod(payer, u"succeeds"_s);
  house.change("update organization set name = 'Ä & Ö {link}', language = '" + language.toLatin1() +
               "', address_country = '" + country.toLatin1() + "'");
  house.subscribe(customer);
  house.live(0);
  const InvoiceKey key{customer,
                       expect(house.worker.invoices().ofOrganization(customer)).back().id};
  house.tell(customer, everything(key));
  house.subscribe(payer);
  house.live(0);
  QStringList found;
  for (const Mail &mail : house.mails()) {
    found += mail.mailTemplate;
    QVERIFY(!mail.subject.contains(u'{'));
    QCOMPARE(mail.body.count(u"{link}"_s), 1);
    QCOMPARE(mail.body.count(u'{'), 1);
    if (mail.mailTemplate != mailTemplate || mail.sentAt ||
        (mail.organization == payer && mailTemplate != u"invoice-issued"_s))
      continue;
    QCOMPARE(mail.language, language);
    QVERIFY(mail.body.contains(u"Ä & Ö (link)"_s));
    QVERIFY(mail.body.contains(u"Example SaaS Inc."_s));
    for (const QString &word : says)
      QVERIFY2((mail.subject + mail.body).contains(word), qPrintable(word + u"\n"_s + mail.body));
  }
  for (const QString &kind : kinds)
    QVERIFY2(found.contains(kind), qPrintable(kind));
}

void TestMailOutbox::anEventThatIsReadTwiceMakesOneMail() {
  MailHouse house;
  const auto key = house.owes(QString());
  QCOMPARE(house.mails().size(), std::size_t(1));
  const auto events = storedEvents(house, key.organization, house.clock.now());
  QCOMPARE(events.size(), std::size_t(1));
  for (int i = 0; i < 2; ++i)
    expect(house.worker.database->transaction(
        [&] { return automation::mailConsumer().handle(house.worker.session, events); }));
  QCOMPARE(house.mails().size(), std::size_t(1));
}

// As two dispatchers would, if one had not moved the position first.
void TestMailOutbox::twoThatReadAnEventAtOnceMakeOneMail() {
  MailHouse house;
  const auto key = house.owes(QString());
  const auto events = storedEvents(house, key.organization, house.clock.now());
  house.change("delete from mail");
  const auto consumer = automation::mailConsumer();
  std::atomic<int> done{0};
  const auto consume = [&] {
    const auto database = house.test.connect(u"worker"_s);
    store::Session session{*database, house.clock, u"tests"_s};
    done += database->transaction([&] { return consumer.handle(session, events); }) ? 1 : 0;
  };
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i)
    readers.emplace_back(consume);
  for (auto &reader : readers)
    reader.join();
  QCOMPARE(done.load(), 4);
  QCOMPARE(house.mails().size(), std::size_t(1));
}

void TestMailOutbox::thePastIsNotTold_data() {
  QTest::addColumn<int>("hoursAgo");
  QTest::addColumn<int>("mails");
  QTest::newRow("seven days ago") << 7 * 24 << 1;
  QTest::newRow("an hour more") << 7 * 24 + 1 << 0;
}

void TestMailOutbox::thePastIsNotTold() {
  QFETCH(int, hoursAgo);
  QFETCH(int, mails);
  MailHouse house;
  const auto key = house.owes(QString());
  const auto events =
      storedEvents(house, key.organization, house.clock.now() - std::chrono::hours(hoursAgo));
  house.change("delete from mail");
  expect(house.worker.database->transaction(
      [&] { return automation::mailConsumer().handle(house.worker.session, events); }));
  QCOMPARE(house.mails().size(), std::size_t(mails));
}

void TestMailOutbox::nobodysNameAddsALine() {
  MailHouse house;
  const auto customer = house.organization();
  house.change(
      "update organization set name = E'Evil\\r\\nBcc: all@example.com\\r\\n\\r\\n<b>Hi</b>'");
  house.subscribe(customer);
  house.live(0);
  QCOMPARE(house.deliver(), 1);
  const auto taken = house.peer.taken();
  QCOMPARE(taken.size(), std::size_t(1));
  const QByteArray head = taken[0].message.left(taken[0].message.indexOf("\r\n\r\n"));
  QVERIFY(!head.contains("\r\nBcc"));
  const QByteArray html = unquoted(taken[0].message.mid(taken[0].message.indexOf("text/html")));
  QVERIFY(html.contains("Evil Bcc: all@example.com &lt;b&gt;"));
  QVERIFY(!html.contains("<b>"));
}

void TestMailOutbox::administratorsAreToldInTheirLanguage() {
  MailHouse house;
  const auto customer = house.organization();
  organizations::MemberService members(house.worker.session, house.worker.business);
  for (const auto &[email, role] :
       {std::pair(u"ann@example.com"_s, u"admin"_s), std::pair(u"bob@example.com"_s, u"owner"_s),
        std::pair(u"dev@example.com"_s, u"developer"_s)})
    expect(members.addMember({customer, {}, email, {}, {}, role, {}, {}}));
  house.change("update member set language = 'de' where email = 'bob@example.com'");
  house.subscribe(customer);
  house.live(0);
  QStringList told;
  for (const Mail &mail : house.mails())
    told += mail.recipient + u' ' + mail.language;
  told.sort();
  QCOMPARE(told, (QStringList{u"ann@example.com en"_s, u"bob@example.com de"_s}));
}

void TestMailOutbox::whatNeverCameIsNotConfirmed_data() {
  QTest::addColumn<bool>("isSent");
  QTest::newRow("BILL-6 it waits") << false;
  QTest::newRow("BILL-6 it was sent") << true;
}

void TestMailOutbox::whatNeverCameIsNotConfirmed() {
  QFETCH(bool, isSent);
  MailHouse house;
  const auto key = house.owes(QString());
  auto &[database, session, business] = house.worker;
  std::vector<payments::PaymentId> ids;
  for (int i = 0; i < 2; ++i) {
    ids.push_back(makeId<payments::PaymentId>(house.clock.now()));
    static_cast<void>(expect(payments::Transfers(session, business)
                                 .act({key.organization,
                                       key.invoice,
                                       Money(100, *Currency::parse(u"USD"_s)),
                                       {},
                                       ids.back()})));
  }
  house.live(0);
  if (isSent)
    house.deliver();
  const auto receipts = [&](const QByteArray &state) {
    return house.number(
        "select count(*) from mail where template = 'payment-receipt' and state = '" + state + "'");
  };
  QCOMPARE(receipts(isSent ? "sent" : "queued"), std::int64_t(2));
  static_cast<void>(
      expect(payments::TakeBacks(session, business).act({key.organization, ids[0], u"a typo"_s})));
  house.live(0);
  QCOMPARE(receipts("cancelled"), std::int64_t(isSent ? 0 : 1)); // the other one came
  QCOMPARE(receipts(isSent ? "sent" : "queued"), std::int64_t(isSent ? 2 : 1));
}

void TestMailOutbox::whatWaitsCanBeCancelledAndWhatEndedSentAgain() {
  MailHouse house;
  house.owes(QString());
  const auto id = house.only().id;
  QVERIFY(expect(house.outbox().cancel(id)).state == MailState::Cancelled);
  QCOMPARE(house.outbox().cancel(id).error().code, u"mail.not_waiting"_s);
  QCOMPARE(house.deliver(), 0);
  QVERIFY(expect(house.outbox().retry(id)).state == MailState::Queued);
  house.change("update mail set lease_until = '2027-01-01'");
  QCOMPARE(house.outbox().cancel(id).error().code, u"mail.not_waiting"_s);
  QCOMPARE(house.outbox().retry(id).error().code, u"mail.not_waiting"_s);
  QCOMPARE(house.deliver(), 0);
  house.change("update mail set lease_until = null");
  QCOMPARE(house.deliver(), 1);
  QVERIFY(house.only().state == MailState::Sent);
  QCOMPARE(house.outbox().retry(id).error().code, u"mail.not_waiting"_s);
  QCOMPARE(house.outbox().find(makeId<automation::MailId>(house.clock.now())).error().code,
           u"mail.not_found"_s);
}

void TestMailOutbox::listsAreNarrowed() {
  MailHouse house;
  const auto one = house.owes(QString());
  const auto two = house.owes(u"succeeds"_s);
  const auto count = [&house](const MailQuery &query) {
    return expect(house.outbox().list(query)).size();
  };
  QCOMPARE(count({}), std::size_t(3));
  QCOMPARE(count({{}, {}, 2}), std::size_t(2));
  QCOMPARE(count({{}, two.organization, 100}), std::size_t(2));
  QCOMPARE(count({MailState::Sent, {}, 100}), std::size_t(0));
  house.change("update mail set state = 'cancelled' where template = 'payment-receipt'");
  QCOMPARE(count({MailState::Cancelled, {}, 100}), std::size_t(1));
  QCOMPARE(count({MailState::Cancelled, one.organization, 100}), std::size_t(0));
  QCOMPARE(count({MailState::Cancelled, two.organization, 100}), std::size_t(1));
}

void TestMailOutbox::aListReadsItsIndex_data() {
  QTest::addColumn<QByteArray>("query");
  QTest::addColumn<QByteArray>("types");
  QTest::addColumn<QByteArray>("values");
  QTest::addColumn<QString>("index");
  const QByteArray id = "'01890000-0000-7000-8000-000000000001'";
  QTest::newRow("all") << QByteArray("mail_list") << QByteArray("bigint") << QByteArray("100")
                       << u"mail_by_id"_s;
  QTest::newRow("in a state") << QByteArray("mail_list_in_state") << QByteArray("text, bigint")
                              << QByteArray("'failed', 100") << u"mail_by_state"_s;
  QTest::newRow("of an organization")
      << QByteArray("mail_list_of_organization") << QByteArray("uuid, text, bigint")
      << id + ", null, 100" << u"mail_pkey"_s;
  QTest::newRow("one") << QByteArray("mail_find") << QByteArray("uuid") << id << u"mail_by_id"_s;
  QTest::newRow("the most urgent")
      << QByteArray("mail_claim") << QByteArray("timestamptz, text[], bigint, timestamptz, text")
      << QByteArray("now(), '{}', 8, now(), 'example.com'") << u"mail_due"_s;
}

// The types follow the order in which each statement first names its parameters.
void TestMailOutbox::aListReadsItsIndex() {
  QFETCH(QByteArray, query);
  QFETCH(QByteArray, types);
  QFETCH(QByteArray, values);
  QFETCH(QString, index);
  MailHouse house;
  house.organization();
  const auto owner = house.test.connect();
  expect(owner->script(
      "set session_replication_role = replica;"
      "insert into mail (organization_id, mail_id, event_sequence, template, recipient, language, "
      "subject, body, link, priority, state, due_at, created_at) "
      "select ('01890000-0000-7000-8000-' || lpad((n % 500)::text, 12, '0'))::uuid, "
      "gen_random_uuid(), n, 'quota-exceeded', 'a@b.example', 'en', 'x', 'x', 'account', n % 2, "
      "case when n % 50 = 0 then 'failed' else 'queued' end, now(), now() - n * interval '1 "
      "second' "
      "from generate_series(1, 10000) as n;"
      "set session_replication_role = origin; set plan_cache_mode = force_generic_plan"));
  house.test.vacuum({u"mail"_s});
  const auto &known = store::QueryCatalogue::compiledIn().find(query.toStdString());
  expect(
      owner->script("prepare planned (" + types + ") as " + QByteArray::fromStdString(known.sql)));
  QString plan;
  for (const auto row :
       expect(owner->adHoc("explain (costs off) execute planned (" + values + ")")))
    plan += row.get<QString>(0) + u'\n';
  QVERIFY2(plan.contains(u"using "_s + index + u" on"_s), qPrintable(plan));
  QVERIFY2(!plan.contains(u"Seq Scan"_s), qPrintable(plan));
}

GUI_TEST_MAIN(TestMailOutbox)
#include "tst_mail_outbox.moc"
