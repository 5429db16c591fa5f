// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/shared_panes.h"
#include "tests/ui/panes/stall.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QLabel>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// What stands beside a list of the record that is chosen: it is read, fails, is stopped and stays
/// as lists do.
class TestBesideLists : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase() { m_shared.reset(); }
  void check24_whatCouldNotBeReadIsReadAgain_data();
  void check24_whatCouldNotBeReadIsReadAgain();
  void check12_aLinkedRecordAloneIsMeant_data();
  void check12_aLinkedRecordAloneIsMeant();
  void check2_escLeavesTheSheetThatIsThere_data();
  void check2_escLeavesTheSheetThatIsThere();

private:
  SharedPanes m_shared;
};

namespace {

/// A picture beside the list, which is seen and of that kind; null: none is.
ui::EmptyState *pictureBeside(const EveryPane &house, ui::EmptyState::Kind kind) {
  const auto *pane = qobject_cast<const ui::ListPane *>(house.window->currentPane());
  for (auto *one : pane->findChildren<ui::EmptyState *>())
    if (one->isVisible() && one->kind() == kind && !pane->records()->isAncestorOf(one))
      return one;
  return nullptr;
}

/// What is read beside the list, but for buttons. Rows that were just made are seen a turn later.
QStringList textsBeside(const EveryPane &house) {
  QCoreApplication::processEvents();
  const auto *pane = qobject_cast<const ui::ListPane *>(house.window->currentPane());
  QStringList texts;
  for (const auto *label : pane->findChildren<QLabel *>())
    if (label->isVisible() && !pane->records()->isAncestorOf(label))
      texts += label->text();
  return texts;
}

} // namespace

/// With a mail.
void TestBesideLists::initTestCase() {
  new ui::ThemeManager(qApp);
  auto &house = m_shared.get();
  house.asOther([&](store::Database &database) {
    const auto whose = "'" + house.organizations.front().toString().toLatin1() + "'::uuid";
    expect(database.script(
        "set session_replication_role = replica;"
        "insert into mail (organization_id, mail_id, event_sequence, template, recipient, "
        "language, "
        "subject, body, link, priority, state, due_at, created_at) values (" +
        whose +
        ", md5('m')::uuid, 1, 'welcome', 'a@acme.example', 'en', 'Welcome', 'Good that you are "
        "here: {link}', 'account', 1, 'queued', now(), now());"));
  });
}

void TestBesideLists::check24_whatCouldNotBeReadIsReadAgain_data() {
  QTest::addColumn<QString>("link");
  const auto id = u"0190f3a4-0000-7000-8000-000000000001"_s;
  QTest::newRow("matching") << u"tenantry://matching/"_s + id;
  QTest::newRow("mails") << u"tenantry://mails/"_s + id;
  QTest::newRow("contradictions") << u"tenantry://contradictions/"_s + id;
  QTest::newRow("dunning") << u"tenantry://dunning/INV-2026-000001"_s;
}

/// Of a record that is not there, too: by then it says so.
void TestBesideLists::check24_whatCouldNotBeReadIsReadAgain() {
  QFETCH(QString, link);
  using Kind = ui::EmptyState::Kind;
  auto &house = m_shared.get();
  const auto place = *ui::Place::parse(link);
  auto list = place;
  list.key.clear();
  QVERIFY(house.show(list));
  const auto rename = [&](const char *from, const char *to) {
    house.asOther([&](store::Database &database) {
      expect(database.script(QByteArray("alter schema ") + from + " rename to " + to));
    });
  };
  rename("tenantry", "away");
  house.window->open(place);
  QTRY_VERIFY(pictureBeside(house, Kind::Error));
  auto *again = pictureBeside(house, Kind::Error)->findChild<QPushButton *>();
  const auto before = textsBeside(house);
  rename("away", "tenantry");
  QVERIFY(again->isVisible());
  QCOMPARE(again->text(), u"Try again"_s);
  again->setFocus();
  QTest::keyClick(again, Qt::Key_Space);
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  QTRY_VERIFY(!pictureBeside(house, Kind::Loading));
  QTRY_VERIFY(textsBeside(house) != before);
}

void TestBesideLists::check12_aLinkedRecordAloneIsMeant_data() {
  QTest::addColumn<QString>("before");
  QTest::addColumn<QString>("link");
  const auto id = u"0190f3a4-0000-7000-8000-000000000001"_s;
  QTest::newRow("invoices") << u"tenantry://invoices?filter=overdue"_s
                            << u"tenantry://invoices/%1/%2"_s.arg(
                                   m_shared.get().organizations.front().toString(), id);
  QTest::newRow("mails") << u"tenantry://mails"_s << u"tenantry://mails/"_s + id;
}

/// It stands in no row of the list, and nothing is done to the one in the first.
void TestBesideLists::check12_aLinkedRecordAloneIsMeant() {
  QFETCH(QString, before);
  QFETCH(QString, link);
  auto &house = m_shared.get();
  house.makeWindow();
  QVERIFY(house.show(before));
  auto *records = qobject_cast<ui::ListPane *>(house.window->currentPane())->records();
  QTRY_VERIFY(records->list().rowCount() > 0 && !records->selection().isEmpty());
  const auto place = *ui::Place::parse(link);
  QVERIFY(house.show(place));
  QTest::qWait(300); // until somebody would choose the first row
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  QVERIFY(records->list().rowCount() > 0);
  QCOMPARE(records->current(), place.key);
  QVERIFY(records->selection().isEmpty());
}

void TestBesideLists::check2_escLeavesTheSheetThatIsThere_data() {
  QTest::addColumn<QString>("link");
  QTest::newRow("invoices") << u"tenantry://invoices"_s;
  QTest::newRow("mails") << u"tenantry://mails"_s;
}

/// Nothing was wrong with it, and it is not said to be.
void TestBesideLists::check2_escLeavesTheSheetThatIsThere() {
  QFETCH(QString, link);
  using Kind = ui::EmptyState::Kind;
  auto &house = m_shared.get();
  house.makeWindow(); // it may look at one that is not there
  QVERIFY(house.show(link));
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  auto &list = qobject_cast<ui::ListPane *>(house.window->currentPane())->records()->list();
  QTRY_VERIFY(list.count() >= 0); // the head says it
  QTRY_VERIFY(!pictureBeside(house, Kind::Empty) && !pictureBeside(house, Kind::Loading));
  const auto before = textsBeside(house);
  QVERIFY(before.size() > 2);
  {
    const Held held(house);
    house.window->currentPane()->reload();
    QTRY_VERIFY(waiting(house) > 0);
    QTRY_VERIFY(list.isFetchingLong()); // somebody may have noticed, of the sheet a little later
    QVERIFY(QTest::qWaitFor(
        [&house] {
          QTest::keyClick(house.window.get(), Qt::Key_Escape);
          return house.window->currentPane()->isSettled();
        },
        20'000));
    QTRY_COMPARE(waiting(house), 0);
    for (const auto kind : {Kind::Error, Kind::NoMatch, Kind::Loading, Kind::Empty})
      QVERIFY(!pictureBeside(house, kind));
    QTRY_COMPARE(textsBeside(house), before);
  }
  house.window->currentPane()->reload();
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  QTRY_COMPARE(textsBeside(house), before);
}

QTEST_MAIN(TestBesideLists)
#include "tst_beside_lists.moc"
