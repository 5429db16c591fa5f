// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/views/service.h"
#include "tests/support/code_of.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::views;
using tenantry::tests::codeOf;

/// Saved views of two people: one of finance, one of customer success.
class TestViews : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void aViewComesBackAsItWasSaved();
  void namesAreOnesOwnAndOnce_data();
  void namesAreOnesOwnAndOnce();
  void aPrivateViewIsSeenByItsOwnerAlone();
  void aSharedViewIsSeenAndSavedByTheGroup();
  void onlyTheOwnerRenamesSharesAndDeletes_data();
  void onlyTheOwnerRenamesSharesAndDeletes();
  void aStaleSaveIsRefused();
  void whatIsGoneIsNotFound();
  void differencesAreNamed();

private:
  /// One login: a connection of its own.
  struct Person {
    explicit Person(const tests::TestDatabase &test, const QString &group, const Clock &clock)
        : database(test.connect(group)), session{*database, clock, group} {}
    std::unique_ptr<store::Database> database;
    store::Session session;
    ViewService views{session};
  };

  SystemClock m_clock;
  std::unique_ptr<tests::TestDatabase> m_test;
  std::unique_ptr<Person> m_finance, m_success;
  const Settings m_settings{{u"status"_s, u"active"_s}, {u"sort"_s, u"mrr"_s}};
};

void TestViews::init() {
  m_finance.reset();
  m_success.reset();
  m_test = std::make_unique<tests::TestDatabase>();
  m_finance = std::make_unique<Person>(*m_test, u"finance"_s, m_clock);
  m_success = std::make_unique<Person>(*m_test, u"success"_s, m_clock);
}

void TestViews::aViewComesBackAsItWasSaved() {
  const auto id = m_finance->views.add(u"organizations"_s, u" Big ones "_s, m_settings);
  QVERIFY2(id, id ? "" : qPrintable(id.error().toString()));
  const auto view = m_finance->views.find(*id);
  QVERIFY(view);
  QCOMPARE(view->name, u"Big ones"_s);
  QCOMPARE(view->settings, m_settings);
  QVERIFY(view->isMine && view->sharedWith.isEmpty() && view->version == 1);
  QCOMPARE(view->owner, u"tenantry_test_finance"_s);
}

void TestViews::namesAreOnesOwnAndOnce_data() {
  QTest::addColumn<QString>("list");
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("code");
  QTest::newRow("another name") << u"organizations"_s << u"Small"_s << QString();
  QTest::newRow("the same") << u"organizations"_s << u"Big"_s << u"view.name_taken"_s;
  QTest::newRow("of another list") << u"invoices"_s << u"Big"_s << QString();
  QTest::newRow("none") << u"organizations"_s << u"  "_s << u"view.name_missing"_s;
  QTest::newRow("too long") << u"organizations"_s << QString(61, u'x') << u"view.name_missing"_s;
}

void TestViews::namesAreOnesOwnAndOnce() {
  QFETCH(QString, list);
  QFETCH(QString, name);
  QVERIFY(m_finance->views.add(u"organizations"_s, u"Big"_s, m_settings));
  QTEST(codeOf(m_finance->views.add(list, name, m_settings)), "code");
  QVERIFY(m_success->views.add(u"organizations"_s, u"Big"_s, m_settings)); // another's
}

void TestViews::aPrivateViewIsSeenByItsOwnerAlone() {
  const auto id = *m_finance->views.add(u"organizations"_s, u"Mine"_s, m_settings);
  QCOMPARE(m_finance->views.all()->size(), std::size_t{1});
  QVERIFY(m_success->views.all()->empty());
  QCOMPARE(codeOf(m_success->views.find(id)), u"view.not_found"_s);
  QCOMPARE(codeOf(m_success->views.save(id, 1, {})), u"view.not_found"_s);
  QCOMPARE(codeOf(m_success->views.remove(id)), u"view.not_found"_s);
}

void TestViews::aSharedViewIsSeenAndSavedByTheGroup() {
  const auto id = *m_finance->views.add(u"organizations"_s, u"Ours"_s, m_settings, u"success"_s);
  const auto seen = m_success->views.find(id);
  QVERIFY(seen && !seen->isMine);
  QVERIFY(m_success->views.save(id, seen->version, {{u"status"_s, u"churned"_s}}));
  QCOMPARE(m_finance->views.find(id)->settings.value(u"status"_s), u"churned"_s);
  QVERIFY(m_finance->views.share(id, {}));
  QCOMPARE(codeOf(m_success->views.find(id)), u"view.not_found"_s);
}

void TestViews::onlyTheOwnerRenamesSharesAndDeletes_data() {
  QTest::addColumn<QString>("act");
  for (const auto &act : {u"rename"_s, u"share"_s, u"delete"_s})
    QTest::newRow(qPrintable(act)) << act;
}

void TestViews::onlyTheOwnerRenamesSharesAndDeletes() {
  QFETCH(QString, act);
  const auto id = *m_finance->views.add(u"organizations"_s, u"Ours"_s, m_settings, u"success"_s);
  const auto tried = [&](ViewService &views) {
    return act == u"rename"  ? views.rename(id, u"Theirs"_s)
           : act == u"share" ? views.share(id, u"support"_s)
                             : views.remove(id);
  };
  QCOMPARE(codeOf(tried(m_success->views)), u"view.not_yours"_s);
  QCOMPARE(codeOf(tried(m_finance->views)), QString());
}

void TestViews::aStaleSaveIsRefused() {
  const auto id = *m_finance->views.add(u"organizations"_s, u"Ours"_s, m_settings, u"success"_s);
  QVERIFY(m_success->views.save(id, 1, {{u"sort"_s, u"name"_s}}));
  QCOMPARE(codeOf(m_finance->views.save(id, 1, m_settings)), u"view.changed_since"_s);
  QCOMPARE(m_finance->views.find(id)->settings.value(u"sort"_s), u"name"_s);
  QVERIFY(m_finance->views.save(id, 2, m_settings));
}

void TestViews::whatIsGoneIsNotFound() {
  const auto id = *m_finance->views.add(u"organizations"_s, u"Mine"_s, m_settings);
  QVERIFY(m_finance->views.remove(id));
  QCOMPARE(codeOf(m_finance->views.remove(id)), u"view.not_found"_s);
  QCOMPARE(codeOf(m_finance->views.rename(id, u"x"_s)), u"view.not_found"_s);
}

void TestViews::differencesAreNamed() {
  QCOMPARE(differences({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}, {{u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}}),
           (QStringList{u"a"_s, u"c"_s}));
}

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
