// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/scenarios/demo_book.h"
#include "tests/app/reference_pictures.h"
#include "tests/support/test_database.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// The program itself, drawing its panes without a display.
class TestTour : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void everyPaneLooksAsItDid_data(); // 4-quality: reference pictures
  void everyPaneLooksAsItDid();
  void aDifferenceIsSeen_data();
  void aDifferenceIsSeen();
  void check25_everyScaleShowsTheSame_data();
  void check25_everyScaleShowsTheSame();
  void onePlaceIsDrawn();
  void theLanguageCanBeChosen();
  void aRefusalIsInTheLanguage_data();
  void aRefusalIsInTheLanguage();
  void aDatabaseThatIsNotThereEndsWithAMessage();
  void wrongUseIsRefused_data();
  void wrongUseIsRefused();

private:
  struct Outcome {
    int status = -1;
    QString message;
  };
  [[nodiscard]] Outcome run(const QStringList &arguments) const;

  std::unique_ptr<tests::TestDatabase> m_database;
};

namespace {

const QString drawnAt = u"2026-11-23T10:00:00Z"_s;

/// Of a customer whose record no picture shows.
const QByteArray someMails =
    "insert into mail (organization_id, mail_id, event_sequence, template, recipient, language, "
    "subject, body, link, priority, state, attempts, due_at, last_error, created_at, sent_at) "
    "select (select organization_id from organization order by name desc limit 1), "
    "('01890000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n, kind, "
    "'billing@customer.example', 'en', subject, E'Hello,\\n\\n' || subject || E'.\\n\\nYour plan, "
    "your invoices and your payment method:\\n\\n{link}\\n\\nYour Example SaaS Inc.', 'account', "
    "10, "
    "state, tries, timestamptz '2026-11-23 09:00:00Z' + n * interval '7 minutes', error, "
    "timestamptz '2026-11-22 08:00:00Z' + n * interval '2 hours', "
    "case when state = 'sent' then timestamptz '2026-11-22 08:01:00Z' + n * interval '2 hours' end "
    "from (values (1, 'organization-welcome', 'Welcome to Example SaaS Inc.', 'sent', 1, ''), "
    "(2, 'trial-ending-soon', 'Your trial ends on November 25, 2026', 'sent', 2, ''), "
    "(3, 'quota-exceeded', 'You have used all of your limit of projects', 'suppressed', 1, "
    "'Nobody is there [mail.recipient_refused]'), "
    "(4, 'onboarding-checkin-day3', 'How is it going?', 'cancelled', 0, ''), "
    "(5, 'payment-failed', 'A payment failed', 'queued', 3, "
    "'The server is busy: 451 4.7.1 try later [mail.refused]')) "
    "as mails (n, kind, subject, state, tries, error)";

/// Of three customers whose records no picture shows: a charge, a refund and two pages.
const QByteArray someContradictions = R"(
with customer as (
  select organization_id, row_number() over (order by name desc) as n from organization),
paid as (
  select distinct on (c.n) c.n, i.organization_id, i.invoice_id, a.payment_id, i.total, i.currency, m.payment_method_id
  from customer as c
  join invoice as i on i.organization_id = c.organization_id and i.status = 'paid' and i.total > 0
  join payment_allocation as a on a.organization_id = i.organization_id and a.invoice_id = i.invoice_id
  join payment_method as m on m.organization_id = i.organization_id and m.removed_at is null
  order by c.n, i.number),
ranked as (select paid.*, row_number() over (order by n) as place from paid),
charge as (
  insert into payment_attempt (organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id,
                               idempotency_key, amount, currency, status, decline_code, provider_reference, created_at,
                               contradicted_at)
  select organization_id, '01890000-0000-7000-8000-0000000000c1', invoice_id, 9, payment_method_id, 'pay:c1', total,
         currency, 'unknown', 'amount_mismatch', 'pi_3PqR7sT2eZvKYlo2', '2026-11-22 16:00Z', '2026-11-22 16:05Z'
  from ranked where place = 1),
refund as (
  insert into refund (organization_id, refund_id, payment_id, invoice_id, channel, idempotency_key, amount, currency,
                      reason, status, decline_code, created_at, contradicted_at)
  select organization_id, '01890000-0000-7000-8000-0000000000c2', payment_id, invoice_id, 'provider', 'refund:c2', 4900,
         currency, 'goodwill', 'unknown', 'idempotency_error', '2026-11-23 07:30Z', '2026-11-23 07:31Z'
  from ranked where place = 2)
insert into method_setup (organization_id, setup_id, provider, session_reference, state, decline_code, created_at,
                          expires_at, finished_at)
select organization_id, ('01890000-0000-7000-8000-0000000000d' || n)::uuid, 'stripe', 'cs_live_b1x' || n, 'contradicted',
       case n when 3 then 'another_payer' else 'session_missing' end, '2026-11-23 08:00Z', '2026-11-23 10:00Z',
       timestamptz '2026-11-23 08:00Z' + n * interval '9 minutes'
from customer where n in (3, 4))";

/// Where the tour stops in this book: a stop may leave itself out where a book has nothing
/// to show, and this one has something everywhere.
const QStringList stops{u"billing"_s,
                        u"billing-explain"_s,
                        u"billing-usage"_s,
                        u"business"_s,
                        u"change"_s,
                        u"contradictions"_s,
                        u"dunning"_s,
                        u"form"_s,
                        u"form-new"_s,
                        u"home"_s,
                        u"import"_s,
                        u"invoice"_s,
                        u"invoices"_s,
                        u"keys"_s,
                        u"ledger"_s,
                        u"ledger-close"_s,
                        u"ledger-journal"_s,
                        u"ledger-open-items"_s,
                        u"ledger-revenue"_s,
                        u"mails"_s,
                        u"matching"_s,
                        u"matching-import"_s,
                        u"no-match"_s,
                        u"notifications"_s,
                        u"organization"_s,
                        u"organization-invoices"_s,
                        u"organization-members"_s,
                        u"organization-subscription"_s,
                        u"organization-usage"_s,
                        u"organizations"_s,
                        u"palette"_s,
                        u"question"_s,
                        u"selection"_s,
                        u"subscriptions"_s,
                        u"usage"_s,
                        u"usage-arrivals"_s,
                        u"usage-events"_s,
                        u"usage-late"_s};

bool isUniform(const QImage &image) {
  const QRgb first = image.pixel(0, 0);
  for (int y = 0; y < image.height(); y += 7)
    for (int x = 0; x < image.width(); x += 7)
      if (image.pixel(x, y) != first)
        return false;
  return true;
}

} // namespace

void TestTour::initTestCase() {
  const auto opened =
      parseInstant(u"2025-11-03T09:00:00Z"_s); // no picture shows the day it is drawn on
  QVERIFY(opened);
  const VirtualClock clock(*opened);
  m_database = std::make_unique<tests::TestDatabase>(tests::TestDatabase::Content::Migrated,
                                                     u"tenantry_pictures"_s);
  const auto database = m_database->connect();
  store::Session session{*database, clock, u"test"_s};
  const auto shipped = business::Source::shipped().load();
  QVERIFY(shipped);
  QVERIFY(business::BusinessApply(session).apply(*shipped, u"test"_s));
  const auto at = parseInstant(drawnAt);
  QVERIFY(at);
  // A year, so that yearly contracts come to their end, and enough customers that some do not pay.
  const auto filled = scenarios::fillDemoBook(*database, {40, 12, 1}, *at);
  QVERIFY2(filled, filled ? "" : qPrintable(filled.error().toString()));
  QVERIFY(database->adHoc(someMails));
  const auto contradicted = database->adHoc(someContradictions);
  QVERIFY2(contradicted, contradicted ? "" : qPrintable(contradicted.error().toString()));
}

TestTour::Outcome TestTour::run(const QStringList &arguments) const {
  QProcess program;
  program.start(qEnvironmentVariable("TENANTRY_BIN") + u"/tenantry"_s, arguments);
  if (!program.waitForFinished(120'000))
    return {-1, program.errorString()};
  return {program.exitCode(), QString::fromUtf8(program.readAllStandardError())};
}

void TestTour::everyPaneLooksAsItDid_data() {
  QTest::addColumn<QString>("theme");
  QTest::newRow("light") << u"light"_s;
  QTest::newRow("dark") << u"dark"_s;
}

void TestTour::everyPaneLooksAsItDid() {
  QFETCH(QString, theme);
  const QTemporaryDir directory;
  const auto outcome = run({u"--database"_s, m_database->url(), u"--tour"_s, directory.path(),
                            u"--at"_s, drawnAt, u"--theme"_s, theme, u"--scale"_s, u"1"_s,
                            u"--size"_s, u"1200x800"_s, u"--language"_s, u"en"_s});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.message));
  const QDir build(qEnvironmentVariable("TENANTRY_BIN") + u"/.."_s);
  const auto drawn = QDir(directory.path()).entryInfoList({u"*.png"_s}, QDir::Files, QDir::Name);
  QStringList names;
  for (const auto &file : drawn)
    names.append(file.completeBaseName());
  QStringList odd;
  for (const auto &stop : stops)
    if (!names.contains(stop))
      odd.append(stop + u" was left out"_s);
  for (const auto &name : names)
    if (!stops.contains(name))
      odd.append(name + u" is not known here"_s);
  QVERIFY2(odd.isEmpty(), qPrintable(odd.join(u", "_s)));
  QStringList wrong;
  for (const auto &file : drawn) {
    const QString name = theme + u'/' + file.completeBaseName();
    const QImage image(file.filePath());
    QVERIFY2(!image.isNull() && !isUniform(image), qPrintable(name));
    if (const auto told = tests::compareWithReference(name, image, build); !told.isEmpty())
      wrong.append(told);
  }
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTour::aDifferenceIsSeen_data() {
  QTest::addColumn<QRect>("changed");
  QTest::addColumn<int>("by");
  QTest::addColumn<bool>("isSeen");
  QTest::newRow("none") << QRect() << 0 << false;
  QTest::newRow("a shade everywhere") << QRect(0, 0, 300, 200) << tests::sameColor << false;
  QTest::newRow("a few pixels") << QRect(10, 10, 20, 20) << 255 << false;
  QTest::newRow("a word") << QRect(10, 10, 41, 10) << 255 << true;
  QTest::newRow("a colour") << QRect(0, 0, 300, 200) << tests::sameColor + 1 << true;
}

void TestTour::aDifferenceIsSeen() {
  QFETCH(QRect, changed);
  QFETCH(int, by);
  QFETCH(bool, isSeen);
  QImage before(300, 200, QImage::Format_RGB32), after(before.size(), before.format());
  before.fill(Qt::black);
  for (int y = 0; y < after.height(); ++y)
    for (int x = 0; x < after.width(); ++x)
      after.setPixel(x, y, changed.contains(x, y) ? qRgb(0, by, 0) : qRgb(0, 0, 0));
  QCOMPARE(!tests::differenceOf(before, after).isNull(), isSeen);
  QVERIFY(!tests::differenceOf(before, before.copy(0, 0, 300, 199)).isNull());
}

void TestTour::check25_everyScaleShowsTheSame_data() {
  QTest::addColumn<QString>("scale");
  QTest::addColumn<QString>("place");
  for (const auto &scale : {u"1.5"_s, u"2"_s, u"3"_s})
    for (const auto &place : {u"organizations"_s, u"billing?date=2026-12-31"_s, u"home"_s})
      QTest::addRow("%s at %s", qPrintable(place), qPrintable(scale)) << scale << place;
}

/// As sharp as the screen, and each part where it is at 100 %.
void TestTour::check25_everyScaleShowsTheSame() {
  QFETCH(QString, scale);
  QFETCH(QString, place);
  const auto drawn = [&](const QString &at) {
    const QTemporaryDir directory;
    const auto outcome =
        run({u"--database"_s, m_database->url(), u"--tour"_s, directory.path(), u"--at"_s, drawnAt,
             u"--theme"_s, u"dark"_s, u"--scale"_s, at, u"--size"_s, u"1200x800"_s, u"--language"_s,
             u"en"_s, u"--place"_s, u"tenantry://"_s + place});
    return outcome.status == 0 ? QImage(directory.filePath(u"place.png"_s)) : QImage();
  };
  const auto usual = drawn(u"1"_s), scaled = drawn(scale);
  QVERIFY(!usual.isNull() && !scaled.isNull());
  QCOMPARE(scaled.size(), usual.size() * scale.toDouble());
  QVERIFY(!isUniform(scaled));
  // Letters are sharper, so that what is compared are squares of eight pixels.
  const QSize coarse = usual.size() / 8;
  const auto average = [&coarse](const QImage &image) {
    return image.scaled(coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
  };
  const auto one = average(usual), other = average(scaled);
  int different = 0;
  for (int y = 0; y < coarse.height(); ++y)
    for (int x = 0; x < coarse.width(); ++x)
      different += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 24;
  const int most = coarse.width() * coarse.height() / 200;
  QVERIFY2(different <= most, qPrintable(u"%1 squares differ, %2 may"_s.arg(different).arg(most)));
}

void TestTour::onePlaceIsDrawn() {
  const QTemporaryDir directory;
  const auto outcome = run({u"--database"_s, m_database->url(), u"--tour"_s, directory.path(),
                            u"--place"_s, u"tenantry://billing?date=2026-12-31"_s});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.message));
  QCOMPARE(QDir(directory.path()).entryList({u"*.png"_s}), QStringList{u"place.png"_s});
}

void TestTour::theLanguageCanBeChosen() {
  const QTemporaryDir english, german;
  for (const auto &[directory, language] :
       {std::pair(&english, u"en"_s), std::pair(&german, u"de"_s)}) {
    const auto outcome =
        run({u"--database"_s, m_database->url(), u"--tour"_s, directory->path(), u"--place"_s,
             u"tenantry://organizations"_s, u"--language"_s, language});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.message));
  }
  const QImage one(english.filePath(u"place.png"_s)), other(german.filePath(u"place.png"_s));
  QVERIFY(!one.isNull() && one.size() == other.size());
  QVERIFY(one != other);
}

void TestTour::aRefusalIsInTheLanguage_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("sentence");
  QTest::newRow("a place, English")
      << u"en"_s << u"tenantry://weather"_s << u"is not a place in Tenantry"_s;
  QTest::newRow("a place, German")
      << u"de"_s << u"tenantry://weather"_s << u"ist kein Ort in Tenantry"_s;
  QTest::newRow("its day, English")
      << u"en"_s << u"tenantry://billing?date=monday"_s << u"is not a day of the calendar"_s;
  QTest::newRow("its day, German")
      << u"de"_s << u"tenantry://billing?date=monday"_s << u"ist kein Kalendertag"_s;
}

void TestTour::aRefusalIsInTheLanguage() {
  QFETCH(QString, language);
  QFETCH(QString, link);
  QFETCH(QString, sentence);
  const auto outcome = run({u"--language"_s, language, u"--place"_s, link});
  QCOMPARE(outcome.status, 2);
  QVERIFY2(outcome.message.contains(sentence), qPrintable(outcome.message));
}

void TestTour::aDatabaseThatIsNotThereEndsWithAMessage() {
  const QTemporaryDir directory;
  const auto outcome =
      run({u"--database"_s, u"host=/nowhere dbname=none"_s, u"--tour"_s, directory.path()});
  QCOMPARE(outcome.status, 1);
  QVERIFY2(outcome.message.contains(u"store.disconnected"_s), qPrintable(outcome.message));
}

void TestTour::wrongUseIsRefused_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::newRow("a size") << QStringList{u"--size"_s, u"large"_s};
  QTest::newRow("a theme") << QStringList{u"--theme"_s, u"pink"_s};
  QTest::newRow("a language") << QStringList{u"--language"_s, u"tlh"_s};
  QTest::newRow("a place") << QStringList{u"--place"_s, u"tenantry://weather"_s};
  QTest::newRow("a time") << QStringList{u"--tour"_s, u"/tmp"_s, u"--at"_s, u"noon"_s};
  QTest::newRow("a time without a tour") << QStringList{u"--at"_s, drawnAt};
  QTest::newRow("an option") << QStringList{u"--colour"_s};
}

void TestTour::wrongUseIsRefused() {
  QFETCH(QStringList, arguments);
  const auto outcome = run(arguments);
  QCOMPARE(outcome.status, 2);
  QVERIFY(!outcome.message.isEmpty());
}

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
