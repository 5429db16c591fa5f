// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/own_time.h"
#include "tests/ui/shell/console.h"
#include "ui/billing/invoices_pane.h"
#include "ui/organizations/members_tab.h"
#include "ui/shell/palette.h"
#include "ui/shell/palette_hints.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/search_field.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tenantry;
using tests::Console;

namespace {
constexpr qint64 answeredIn = tests::underSanitizers(100), foundIn = tests::underSanitizers(150);
} // namespace

/// Ctrl+K by keyboard alone, over a real database. Check 6 of the console.
class TestPalette : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void enterLandsOnTheRecord();
  void check6_recordsAreFoundByAnyNameOrNumber_data();
  void check6_recordsAreFoundByAnyNameOrNumber();
  void anActionIsTriggered();
  void aPlaceIsOpened();
  void aLinkIsOpened_data();
  void aLinkIsOpened();
  void escGivesTheFocusBack();
  void arrowsSkipHeadsAndGoRound();
  void whatIsNotForThisLoginSaysWhy();
  void ctrlEnterAsksForAnOwnWindow();
  void otherKeysRestMeanwhile();
  void nothingFoundSaysWhatToTry();
  void anErrorSaysSoAndIsTriedAgain();
  void firstResultsComeAtOnce();
  void inputIsAnsweredWhileTheDatabaseStalls();
  void aNarrowWindowHoldsIt();
  void everythingIsNamed();

private:
  static void open(Console &console, const QString &text = {});
  [[nodiscard]] static QString current(Console &console);
};

void TestPalette::initTestCase() {
  new ui::ThemeManager(qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestPalette::open(Console &console, const QString &text) {
  auto *palette = console.window->palette();
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
  QVERIFY(palette->isVisible());
  QVERIFY(palette->field()->hasFocus());
  QTest::keyClicks(palette->field(), text);
}

QString TestPalette::current(Console &console) {
  return console.window->palette()->list()->currentIndex().data().toString();
}

void TestPalette::enterLandsOnTheRecord() {
  Console console;
  QVERIFY(console.show());
  open(console, u"basalt"_s);
  QTRY_COMPARE(current(console), u"Basalt Rail"_s);
  QTest::keyClick(console.window->palette()->field(), Qt::Key_Return);
  QVERIFY(!console.window->palette()->isVisible());
  QTRY_COMPARE(console.shown(), u"Basalt Rail"_s);
  open(console, u"billing@clover"_s);
  QTRY_COMPARE(current(console), u"Clover Clinics"_s);
  QTest::keyClick(console.window->palette()->field(), Qt::Key_Return);
  QTRY_COMPARE(console.shown(), u"Clover Clinics"_s);
}

void TestPalette::check6_recordsAreFoundByAnyNameOrNumber_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("link"); // with the id of the second organization
  const auto member = u"tenantry://organization/%1?tab=members"_s;
  QTest::newRow("a member by name") << u"zelda quint"_s << member;
  QTest::newRow("a member by e-mail") << u"zq@basalt"_s << member;
  QTest::newRow("a member by external id") << u"HR-77123"_s << member;
  QTest::newRow("a member by telephone") << u"555 0199"_s << member;
  const auto organization = u"tenantry://organization/%1"_s;
  QTest::newRow("an organization by VAT id") << u"de811907980"_s << organization;
  QTest::newRow("an organization by telephone") << u"30 5557788"_s << organization;
  QTest::newRow("an invoice") << u"inv-2026-000123"_s << u"tenantry://invoice/INV-2026-000123"_s;
  QTest::newRow("a credit note by its number")
      << u"cn-2026-000045"_s << u"tenantry://credit-note/CN-2026-000045"_s;
}

/// Found, and opened where they stand: a member is chosen among the members.
void TestPalette::check6_recordsAreFoundByAnyNameOrNumber() {
  QFETCH(QString, typed);
  QFETCH(QString, link);
  Console console;
  auto *invoices = new ui::InvoicesPane(console.connection(), console.work());
  console.window->addPane(invoices);
  console.asOther([&](store::Database &database) {
    QByteArray sql = R"(set session_replication_role = replica;
update organization set vat_id = 'DE811907980', telephone = '+49 30 5557788' where organization_id = ID;
insert into member (organization_id, member_id, given_name, family_name, email, telephone, external_id, created_at)
  values (ID, md5('z')::uuid, 'Zelda', 'Quint', 'zq@basalt.example', '+1 555 0199', 'HR-77123', now()),
         (ID, md5('y')::uuid, 'Yann', 'Otto', 'yo@basalt.example', '', '', now());
insert into assignment (organization_id, assignment_id, team_id, member_id, role, assigned_at, assigned_by)
  select ID, m.member_id, t.team_id, m.member_id, 'viewer', now(), 'tests'
  from member as m join team as t on t.organization_id = ID and t.parent_id is null where m.organization_id = ID;
insert into invoice (organization_id, invoice_id, number, kind, status, currency, net, tax, total, customer, issued_on,
                     due_on, due_at, created_at, finalized_at)
  values (ID, md5('i')::uuid, 'INV-2026-000123', 'one_off', 'open', 'EUR', 1000, 0, 1000, '{}', current_date, current_date,
          now(), now(), now());
insert into credit_note (organization_id, credit_note_id, number, kind, currency, net, tax, total, to_balance, customer,
                         reason, issued_on, created_at)
  values (ID, md5('c')::uuid, 'CN-2026-000045', 'by_hand', 'EUR', 1000, 0, 1000, 1000, '{}', 'why', current_date, now());
)";
    sql.replace("ID", "'" + console.ids[1].toString().toLatin1() + "'::uuid");
    if (const auto done = database.script(sql); !done)
      qFatal("%s", qPrintable(done.error().toString()));
  });
  QVERIFY(console.show());
  open(console, typed);
  QTRY_VERIFY(!current(console).isEmpty());
  QTRY_VERIFY(!console.window->palette()->model().isSearching());
  QTest::keyClick(console.window->palette()->field(), Qt::Key_Return);
  const bool isMember = link.endsWith(u"tab=members"_s);
  if (link.contains(u"%1"_s))
    link = link.arg(console.ids[1].toString());
  auto place = console.window->place();
  place.filter.clear();
  QCOMPARE(place.link(), link);
  if (!isMember)
    return;
  auto *members = console.pane->detail()->members();
  QTRY_COMPARE(members->table()->currentIndex().siblingAtColumn(0).data().toString(),
               u"Zelda Quint"_s);
  QVERIFY(members->table()->selectionModel()->isRowSelected(members->table()->currentIndex().row(),
                                                            {}));
}

void TestPalette::anActionIsTriggered() {
  Console console;
  QVERIFY(console.show());
  open(console, u"copy li"_s);
  QCOMPARE(current(console), u"Copy link"_s);
  QTest::keyClick(console.window->palette()->field(), Qt::Key_Return);
  QCOMPARE(QGuiApplication::clipboard()->text(), console.window->place().link());
}

void TestPalette::aPlaceIsOpened() {
  Console console;
  QVERIFY(console.show());
  open(console, u"bill"_s);
  QCOMPARE(current(console), u"Billing"_s);
  QTest::keyClick(console.window->palette()->field(), Qt::Key_Return);
  QCOMPARE(console.window->place().kind, ui::Place::Kind::Billing);
}

void TestPalette::aLinkIsOpened_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<bool>("leads");
  QTest::newRow("a day of billing") << u"tenantry://billing?date=2026-12-01"_s << true;
  QTest::newRow("with blanks") << u"  tenantry://billing?date=2026-12-01 "_s << true;
  QTest::newRow("nowhere") << u"tenantry://weather"_s << false;
  QTest::newRow("the scheme alone") << u"tenantry:"_s << false;
  QTest::newRow("endless") << u"tenantry://"_s + QString(20'000, u'x') << false;
}

void TestPalette::aLinkIsOpened() {
  QFETCH(QString, link);
  QFETCH(bool, leads);
  Console console;
  QVERIFY(console.show());
  open(console);
  QGuiApplication::clipboard()->setText(link);
  QTest::keyClick(console.window->palette()->field(), Qt::Key_V, Qt::ControlModifier);
  QTest::keyClick(console.window->palette()->field(), Qt::Key_Return);
  QCOMPARE(console.window->palette()->isVisible(), !leads);
  QCOMPARE(console.window->place().kind,
           leads ? ui::Place::Kind::Billing : ui::Place::Kind::Organizations);
}

void TestPalette::escGivesTheFocusBack() {
  Console console;
  QVERIFY(console.show());
  auto *field = console.pane->findChild<ui::SearchField *>();
  field->setFocus();
  open(console, u"bas"_s);
  QTest::keyClick(console.window->palette()->field(), Qt::Key_Escape);
  QVERIFY(!console.window->palette()->isVisible());
  QVERIFY(field->hasFocus());
  open(console);
  QVERIFY(console.window->palette()->field()->text().isEmpty());
  // A click beside it closes, one on it does not.
  QTest::mouseClick(console.window->palette(), Qt::LeftButton, {}, {640, 120});
  QVERIFY(console.window->palette()->isVisible());
  QTest::mouseClick(console.window->palette(), Qt::LeftButton, {}, {20, 20});
  QVERIFY(!console.window->palette()->isVisible());
}

void TestPalette::arrowsSkipHeadsAndGoRound() {
  Console console;
  QVERIFY(console.show());
  open(console, u"b"_s);
  QTRY_COMPARE(current(console), u"Basalt Rail"_s);
  QTRY_VERIFY(!console.window->palette()->model().isSearching());
  auto *field = console.window->palette()->field();
  QStringList seen{current(console)};
  for (int i = 0; i < 20; ++i) {
    QTest::keyClick(field, Qt::Key_Down);
    if (current(console) == seen.front())
      break;
    seen.append(current(console));
  }
  QVERIFY(seen.size() > 2);
  const auto &model = console.window->palette()->model();
  int enabled = 0; // Back is not: one has been nowhere else
  for (int row = 0; row < model.rowCount(); ++row)
    enabled += model.flags(model.index(row)).testFlag(Qt::ItemIsEnabled) ? 1 : 0;
  QVERIFY(enabled < model.hitCount());
  QCOMPARE(seen.size(), enabled);
  QVERIFY(!seen.contains(u"Organizations"_s) || seen.indexOf(u"Organizations"_s) > 0);
  QTest::keyClick(field, Qt::Key_Up);
  QCOMPARE(current(console), seen.back());
}

// Check 14
void TestPalette::whatIsNotForThisLoginSaysWhy() {
  Console console(u"support"_s);
  QVERIFY(console.show());
  open(console, u"import"_s);
  QTRY_VERIFY(!console.window->palette()->model().isSearching());
  const auto &model = console.window->palette()->model();
  QCOMPARE(model.hitCount(), 1);
  const auto hit = model.index(1).data(models::PaletteHitRole).value<models::PaletteHit>();
  QVERIFY(!hit.entry.isEnabled);
  QVERIFY2(hit.entry.detail.contains(u"administrator"_s), qPrintable(hit.entry.detail));
  QTest::keyClick(console.window->palette()->field(), Qt::Key_Return);
  QVERIFY(console.window->palette()->isVisible());
}

void TestPalette::ctrlEnterAsksForAnOwnWindow() {
  Console console;
  QVERIFY(console.show());
  QSignalSpy asked(console.window.get(), &ui::MainWindow::windowRequested);
  open(console, u"clover"_s);
  QTRY_COMPARE(current(console), u"Clover Clinics"_s);
  QTest::keyClick(console.window->palette()->field(), Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(asked.size(), 1);
  QCOMPARE(asked.front().front().value<ui::Place>().key, console.ids[2].toString());
  QCOMPARE(console.window->place().kind, ui::Place::Kind::Organizations);
}

void TestPalette::otherKeysRestMeanwhile() {
  Console console;
  QVERIFY(console.show());
  open(console);
  auto *field = console.window->palette()->field();
  QTest::keyClick(field, Qt::Key_2, Qt::ControlModifier);
  QTest::keyClick(field, Qt::Key_F, Qt::ControlModifier);
  QTest::keyClick(field, Qt::Key_Tab);
  QVERIFY(field->hasFocus());
  QCOMPARE(console.window->currentPane(), console.pane);
}

void TestPalette::nothingFoundSaysWhatToTry() {
  Console console;
  QVERIFY(console.show());
  open(console, u"zzzz-nobody"_s);
  auto *state = console.window->palette()->findChild<ui::EmptyState *>();
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::NoMatch);
  QTRY_VERIFY(state->isVisible());
  QVERIFY(state->accessibleName().contains(u"zzzz-nobody"_s));
}

// Check 24
void TestPalette::anErrorSaysSoAndIsTriedAgain() {
  Console console;
  QVERIFY(console.show());
  console.asOther([](store::Database &database) {
    QVERIFY(database.script("alter table member rename to away"));
  });
  open(console, u"basalt"_s);
  auto *state = console.window->palette()->findChild<ui::EmptyState *>();
  QTRY_COMPARE(state->kind(), ui::EmptyState::Kind::Error);
  QTRY_VERIFY(state->isVisible());
  console.asOther([](store::Database &database) {
    QVERIFY(database.script("alter table away rename to member"));
  });
  QTest::mouseClick(state->findChild<QPushButton *>(), Qt::LeftButton);
  QTRY_COMPARE(current(console), u"Basalt Rail"_s);
}

void TestPalette::firstResultsComeAtOnce() {
  Console console;
  QVERIFY(console.show());
  open(console);
  QVERIFY(console.window->palette()->model().hitCount() > 5); // before anything is typed
  QTest::keyClicks(console.window->palette()->field(), u"basal"_s);
  const tests::QuietTime timer;
  QTest::keyClick(console.window->palette()->field(), Qt::Key_T);
  QVERIFY(QTest::qWaitFor(
      [&] {
        return current(console) == u"Basalt Rail"_s &&
               !console.window->palette()->model().isSearching();
      },
      20'000));
  const auto *hints = console.window->palette()->findChild<ui::PaletteHints *>();
  QVERIFY2(hints->accessibleName().contains(u" in "_s) &&
               hints->accessibleName().endsWith(u" ms"_s),
           qPrintable(hints->accessibleName()));
  QVERIFY2(timer.elapsed() <= foundIn, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
}

// Check 1
void TestPalette::inputIsAnsweredWhileTheDatabaseStalls() {
  Console console;
  QVERIFY(console.show());
  auto stalled =
      console.connection().find([](store::Session &session, business::AppliedBusiness &) {
        return session.database.script("select pg_sleep(120)"); // it is cancelled
      });
  open(console);
  auto *field = console.window->palette()->field();
  qint64 slowest = 0;
  for (const char key : {'c', 'o', 'p', 'y'}) {
    const tests::OwnTime timer;
    QTest::keyClick(field, key);
    QTest::keyClick(field, Qt::Key_Down);
    QCoreApplication::processEvents();
    slowest = std::max(slowest, timer.elapsed());
  }
  QCOMPARE(current(console), u"Copy link"_s);
  QVERIFY(!stalled.isFinished());
  stalled.cancel();
  QVERIFY2(slowest <= answeredIn, qPrintable(u"%1 ms"_s.arg(slowest)));
  const tests::OwnTime timer;
  QTest::keyClick(field, Qt::Key_Escape);
  QVERIFY(!console.window->palette()->isVisible() && timer.elapsed() <= answeredIn);
}

void TestPalette::aNarrowWindowHoldsIt() {
  Console console;
  QVERIFY(console.show());
  open(console);
  auto *palette = console.window->palette();
  for (const auto &size : {QSize(900, 600), QSize(1920, 1080)}) {
    console.window->resize(size);
    QTRY_COMPARE(palette->size(), console.window->size());
    for (QWidget *part : std::initializer_list<QWidget *>{palette->field(), palette->list()}) {
      const QRect area(part->mapTo(palette, QPoint()), part->size());
      QVERIFY2(palette->rect().contains(area), part->metaObject()->className());
    }
  }
}

void TestPalette::everythingIsNamed() {
  Console console;
  QVERIFY(console.show());
  open(console, u"basalt"_s);
  QTRY_COMPARE(current(console), u"Basalt Rail"_s);
  auto *palette = console.window->palette();
  for (QWidget *part :
       std::initializer_list<QWidget *>{palette, palette->field(), palette->list()}) {
    auto *accessible = QAccessible::queryAccessibleInterface(part);
    QVERIFY(accessible);
    QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), part->metaObject()->className());
  }
  QCOMPARE(palette->list()->currentIndex().data(Qt::AccessibleTextRole).toString(),
           u"Basalt Rail"_s);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
