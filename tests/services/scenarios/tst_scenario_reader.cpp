// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario.h"

#include <QFloat16> // comparing Json, Qt looks whether it converts to one
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::scenarios;

namespace {

const auto head = u"name = \"a\"\nstart = 2026-01-01T00:00:00Z\n"_s; // lines 1 and 2

/// A step with a `with` of its own, on one line, so that the line of a mistake is easy to tell.
QString step(const QString &verb, const QString &with,
             const QString &at = u"2026-01-01T00:00:00Z"_s) {
  return u"[[step]]\nat = %1\ndo = \"%2\"\nwith = { %3 }\n"_s.arg(at, verb, with);
}

const auto acme =
    step(u"organization.create"_s,
         u"ref = \"acme\", name = \"Acme\", email = \"a@acme.example\", trial = false"_s);

QString expectation(const QString &what) {
  return u"[[expect]]\nat = 2026-01-02T00:00:00Z\n%1\n"_s.arg(what);
}

} // namespace

/// The contract of the format: what is wrong is refused with file, line and reason, nothing is
/// skipped.
class TestScenarioReader : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void aMistakeIsRefusedAtItsPlace_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QString &text, const QString &code, int line) {
      QTest::newRow(name) << text << code << line;
    };
    row("not TOML", head + u"[["_s, u"scenario.syntax"_s, 3);
    row("no name", u"start = 2026-01-01T00:00:00Z\n"_s, u"scenario.missing_key"_s, 1);
    row("no start", u"name = \"a\"\n"_s, u"scenario.missing_key"_s, 1);
    row("a start without an offset", u"name = \"a\"\nstart = 2026-01-01T00:00:00\n"_s,
        u"scenario.wrong_type"_s, 2);
    row("an unknown key of the head", head + u"speed = 2\n"_s, u"scenario.unknown_key"_s, 3);
    row("step is no list", head + u"[step]\n"_s, u"scenario.wrong_type"_s, 3);
    row("expect is no list of tables", head + u"expect = [1]\n"_s, u"scenario.wrong_type"_s, 3);
    row("overlay is no table", head + u"overlay = 1\n"_s, u"scenario.wrong_type"_s, 3);

    row("an unknown verb", head + step(u"subscription.begin"_s, u"organization = \"acme\""_s),
        u"scenario.verb_unknown"_s, 3);
    // Verbs of the scenarios' vocabulary whose capability is not built: docs/scenarios.md lists
    // them.
    for (const auto &verb :
         {"organization.complete_step", "team.create", "team.move", "team.delete", "staff.add",
          "ticket.create", "ticket.reply", "ticket.note", "ticket.assign", "ticket.set",
          "ticket.merge", "article.publish", "nps.answer", "permission.check"}) {
      row(verb, head + step(QString::fromLatin1(verb), u"ref = \"t\""_s),
          u"scenario.verb_unknown"_s, 3);
      QFile page(u"docs/scenarios.md"_s);
      QVERIFY(page.open(QIODevice::ReadOnly));
      QVERIFY2(page.readAll().contains(QByteArray("`") + verb + '`'), verb);
    }
    row("a plan without onboarding",
        head + step(u"organization.create"_s,
                    u"ref = \"a\", name = \"A\", email = "
                    u"\"a@a.example\", trial = false, plan = \"starter\""_s),
        u"scenario.unknown_key"_s, 6);
    row("a step without a verb", head + u"[[step]]\nat = 2026-01-01T00:00:00Z\nwith = {}\n"_s,
        u"scenario.missing_key"_s, 3);
    row("a step without a time", head + u"[[step]]\ndo = \"a\"\nwith = {}\n"_s,
        u"scenario.missing_key"_s, 3);
    row("a step without with",
        head + u"[[step]]\nat = 2026-01-01T00:00:00Z\ndo = \"invoice.finalize\"\n"_s,
        u"scenario.missing_key"_s, 3);
    row("an unknown key of a step", head + acme + u"why = \"\"\n"_s, u"scenario.unknown_key"_s, 7);
    row("an unknown key of with",
        head + step(u"payment_method.set"_s,
                    u"organization = \"acme\", behaviour = \"succeeds\", card = 1"_s),
        u"scenario.unknown_key"_s, 6);
    row("a missing key of with", head + step(u"payment_method.set"_s, u"organization = \"acme\""_s),
        u"scenario.missing_key"_s, 6);
    row("a text where an integer belongs",
        head + step(u"payment.receive"_s, u"organization = \"acme\", nth = 1, amount = \"5\""_s),
        u"scenario.wrong_type"_s, 6);
    row("nth counts from 1", head + step(u"invoice.finalize"_s, u"organization = \"a\", nth = 0"_s),
        u"scenario.wrong_type"_s, 6);
    row("no such interval",
        head + step(u"subscription.start"_s,
                    u"organization = \"acme\", plan = \"starter\", interval = \"week\""_s),
        u"scenario.wrong_type"_s, 6);
    row("no such when",
        head + step(u"subscription.cancel"_s, u"organization = \"acme\", when = \"later\""_s),
        u"scenario.wrong_type"_s, 6);
    row("a quantity that is none",
        head + step(u"usage.record"_s, u"organization = \"acme\", metric = \"api_calls\", key = "
                                       u"\"k\", quantity = \"many\""_s),
        u"scenario.wrong_type"_s, 6);
    row("a step before the start",
        head + step(u"invoice.finalize"_s, u"organization = \"acme\", nth = 1"_s,
                    u"2025-12-31T23:59:59Z"_s),
        u"scenario.before_start"_s, 3);
    row("a name twice", head + acme + acme, u"scenario.ref_taken"_s, 10);
    const auto reserve = [](const QString &organization) {
      return step(
          u"usage.reserve"_s,
          u"organization = \"%1\", metric = \"m\", quantity = 1, ref = \"r\""_s.arg(organization));
    };
    row("a reservation of two organizations", head + reserve(u"a"_s) + reserve(u"b"_s),
        u"scenario.ref_taken"_s, 10);
    row("whose reservation is known by its name",
        head + step(u"usage.commit"_s, u"ref = \"r\", organization = \"a\""_s),
        u"scenario.unknown_key"_s, 6);

    row("an unknown subject", head + expectation(u"weather = {}"_s),
        u"scenario.expectation_unknown"_s, 5);
    row("a subject that is not built", head + expectation(u"notification = {}"_s),
        u"scenario.expectation_unknown"_s, 5);
    row("a mail that is not built",
        head +
            expectation(u"mail = { organization = \"a\", template = \"survey-nps\", count = 0 }"_s),
        u"scenario.expectation_unknown"_s, 5);
    row("a mail that no one knows",
        head + expectation(u"mail = { organization = \"a\", template = \"survey\", count = 0 }"_s),
        u"scenario.wrong_type"_s, 5);
    row("no subject", head + expectation(QString()), u"scenario.missing_key"_s, 3);
    row("two subjects",
        head + expectation(u"balance = { organization = \"a\", amount = 0 }\ninvoices = { "
                           u"organization = \"a\", count = 0 }"_s),
        u"scenario.unknown_key"_s, 3);
    row("lines of something else",
        head + expectation(u"balance = { organization = \"a\", amount = 0 }\nlines = []"_s),
        u"scenario.unknown_key"_s, 3);
    row("lines are no list",
        head + expectation(u"invoice = { organization = \"a\", nth = 1 }\nlines = 1"_s),
        u"scenario.wrong_type"_s, 6);
    row("an unknown key of a line",
        head +
            expectation(u"invoice = { organization = \"a\", nth = 1 }\nlines = [ { sum = 1 } ]"_s),
        u"scenario.unknown_key"_s, 6);
    row("no such kind of line",
        head +
            expectation(
                u"invoice = { organization = \"a\", nth = 1 }\nlines = [ { kind = \"fee\" } ]"_s),
        u"scenario.wrong_type"_s, 6);
    row("a line that begins neither on a day nor at a time",
        head +
            expectation(
                u"invoice = { organization = \"a\", nth = 1 }\nlines = [ { from = \"noon\" } ]"_s),
        u"scenario.wrong_type"_s, 6);
    row("a day that is none",
        head + expectation(u"invoice = { organization = \"a\", nth = 1, due = \"soon\" }"_s),
        u"scenario.wrong_type"_s, 5);
    row("no such status",
        head + expectation(u"subscription = { organization = \"a\", status = \"running\" }"_s),
        u"scenario.wrong_type"_s, 5);
    row("no such event",
        head + expectation(
                   u"events = { organization = \"a\", type = \"invoice.payed\", count = 0 }"_s),
        u"scenario.wrong_type"_s, 5);
    row("no such account",
        head + expectation(u"ledger = { organization = \"a\", account = \"bank\", balance = 0 }"_s),
        u"scenario.wrong_type"_s, 5);
    row("a metric that is not built",
        head + expectation(u"metric = { name = \"nps\", value = 1 }"_s), u"scenario.wrong_type"_s,
        5);
    row("a missing key of an expectation",
        head + expectation(u"balance = { organization = \"a\" }"_s), u"scenario.missing_key"_s, 5);

    row("business.apply of nothing", head + step(u"business.apply"_s, QString()),
        u"scenario.missing_key"_s, 6);
    row("an overlay that is not valid", head + u"[overlay.plans.starter]\ntrial_days = -1\n"_s,
        u"business.impossible_value"_s, 4);
    row("a later overlay that is not valid",
        head + step(u"business.apply"_s, u"overlay = { plans = { starter = { trial = 1 } } }"_s),
        u"business.unknown_key"_s, 6);
    row("no such business", u"name = \"a\"\nstart = 2026-01-01T00:00:00Z\nbusiness = \"none\"\n"_s,
        u"business.unreadable"_s, 0);
  }

  void aMistakeIsRefusedAtItsPlace() {
    QFETCH(const QString, text);
    QFETCH(const QString, code);
    QFETCH(const int, line);
    QTemporaryDir directory;
    const auto name = directory.filePath(u"mistake.toml"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    file.close();
    const auto read = readScenario(name);
    QVERIFY(!read);
    QStringList all;
    bool found = false;
    for (const auto &error : read.error()) {
      all.append(error.toString());
      found |= error.code == code && (line == 0 || error.place.line == line) &&
               !error.place.file.isEmpty() && !error.message.isEmpty();
    }
    QVERIFY2(found, qPrintable(all.join(u'\n')));
  }

  void stepsAndExpectationsAreSortedByTime() {
    QTemporaryDir directory;
    const auto name = directory.filePath(u"order.toml"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto finalize = [](const QString &at, int nth) {
      return step(u"invoice.finalize"_s, u"organization = \"a\", nth = %1"_s.arg(nth), at);
    };
    file.write((head + finalize(u"2026-01-03T00:00:00Z"_s, 3) +
                finalize(u"2026-01-02T01:00:00+01:00"_s, 1) +
                finalize(u"2026-01-02T00:00:00Z"_s, 2))
                   .toUtf8());
    file.close();
    const auto read = readScenario(name);
    QVERIFY(read);
    std::vector<std::int64_t> order;
    for (const auto &each : read->steps)
      order.push_back(each.with.at("nth").get<std::int64_t>());
    QCOMPARE(order, (std::vector<std::int64_t>{1, 2, 3}));
  }

  void quantitiesAndTimesHaveOneForm() {
    QTemporaryDir directory;
    const auto name = directory.filePath(u"forms.toml"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto usage = [](const QString &quantity) {
      return step(u"usage.record"_s,
                  u"organization = \"a\", metric = \"m\", key = \"k\", quantity "
                  u"= %1, occurred_at = 2026-01-01T01:00:00+01:00"_s.arg(quantity));
    };
    file.write((head + usage(u"\"0.50\""_s) + usage(u"\"2.0\""_s) + usage(u"2"_s)).toUtf8());
    file.close();
    const auto read = readScenario(name);
    QVERIFY(read);
    QCOMPARE(read->steps[0].with.at("quantity"), Json("0.5"));
    QCOMPARE(read->steps[1].with.at("quantity"), Json(2));
    QCOMPARE(read->steps[2].with.at("quantity"), Json(2));
    QCOMPARE(read->steps[0].with.at("occurred_at"), Json("2026-01-01T00:00:00Z"));
  }
};

QTEST_GUILESS_MAIN(TestScenarioReader)
#include "tst_scenario_reader.moc"
