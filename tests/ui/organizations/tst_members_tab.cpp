// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/organizations/member_listing.h"
#include "tests/ui/shell/console.h"
#include "ui/forms/form_dialog.h"
#include "ui/forms/form_view.h"
#include "ui/lists/list_columns.h"
#include "ui/organizations/members_tab.h"
#include "ui/shell/export_action.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>

using namespace tenantry;
using namespace tenantry::tests;

/// The people of an organization, by key and mouse in the console's window. Ann is its owner.
class TestMembersTab : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void cleanup() { m_console.reset(); }
  void whoIsThereIsListed();
  void check24_fourStates();
  void check25_theListIsAsEveryOther();
  void somebodyIsAddedByKeys();
  void errorsStandAtTheirField_data();
  void errorsStandAtTheirField();
  void theLimitOfUsersIsSaidBelow();
  void check11_removingIsUndone_data();
  void check11_removingIsUndone();
  void check3_newsKeepTheSelection();
  void check14_whoMayNotIsToldWhoMay();

private:
  void open(const QString &role = u"success"_s, bool isPeopled = true);
  void addForm();
  /// The picture in the place of rows; null: there is none.
  [[nodiscard]] const ui::EmptyState *picture() const {
    const auto *state = tab()->findChild<ui::EmptyState *>();
    return state->isVisible() ? state : nullptr;
  }
  [[nodiscard]] ui::MembersTab *tab() const { return m_console->pane->detail()->members(); }
  [[nodiscard]] const QAbstractItemModel *rows() const { return tab()->table()->model(); }
  void type(const QString &key, const QString &text) {
    QTest::keyClicks(tab()->form()->view()->input(key), text);
  }
  void save() { QTest::keyClick(tab()->form(), Qt::Key_Return, Qt::ControlModifier); }
  template <typename F> void withMembers(F work) {
    m_console->asOther([&](store::Database &database) {
      SystemClock clock;
      store::Session session{database, clock, u"other"_s};
      business::AppliedBusiness business;
      organizations::MemberService service(session, business);
      work(service, session);
    });
  }
  void addOther(const QString &email) {
    withMembers([&](organizations::MemberService &service, store::Session &) {
      organizations::NewMember member;
      member.organization = m_console->ids.front();
      member.email = email;
      member.role = u"viewer"_s;
      const auto added = service.addMember(member);
      QVERIFY2(added, added ? "" : qPrintable(added.error().toString()));
    });
  }
  [[nodiscard]] QString stored() {
    QString text;
    withMembers([&](organizations::MemberService &, store::Session &session) {
      const auto all = organizations::MemberListing(session).page({{m_console->ids.front()}});
      QStringList parts;
      for (const auto &one : all->rows)
        parts.append(one.email + u' ' + one.role);
      text = parts.join(u", "_s);
    });
    return text;
  }
  [[nodiscard]] QString toast() const {
    const auto *shown = m_console->window->findChild<ui::Toast *>();
    return shown ? shown->accessibleName() : QString();
  }

  std::unique_ptr<Console> m_console;
};

void TestMembersTab::open(const QString &role, bool isPeopled) {
  m_console = std::make_unique<Console>(role);
  withMembers([&](organizations::MemberService &service, store::Session &session) {
    const auto shipped = business::Source::shipped().load();
    QVERIFY(business::BusinessApply(session).apply(*shipped, u"test"_s));
    if (!isPeopled)
      return;
    organizations::NewMember ann;
    ann.organization = m_console->ids.front();
    ann.email = u"ann@arbor.example"_s;
    ann.givenName = u"Ann"_s;
    ann.familyName = u"Lee"_s;
    ann.role = u"owner"_s;
    ann.permissions = std::vector<QString>{u"everything"_s};
    QVERIFY(service.addMember(ann));
  });
  QVERIFY(m_console->show());
  QTRY_VERIFY(m_console->connection().isConnected());
  m_console->pane->table()->selectRow(0);
  QTRY_COMPARE(m_console->shown(), u"Arbor Energy"_s);
  auto *bar = m_console->pane->detail()->findChild<QTabBar *>();
  QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(1).center());
  QTRY_VERIFY(tab()->isVisible() && tab()->list().state() == models::MemberList::State::Ready);
}

void TestMembersTab::addForm() {
  QTest::mouseClick(tab()->adding(), Qt::LeftButton);
  QTRY_VERIFY(tab()->form() && tab()->form()->form().stage() == models::Form::Stage::Ready);
}

void TestMembersTab::whoIsThereIsListed() {
  open();
  QCOMPARE(m_console->window->place().tab, u"members"_s);
  QCOMPARE(rows()->rowCount(), 1);
  QCOMPARE(rows()->index(0, models::MemberList::PersonColumn).data().toString(), u"Ann Lee"_s);
  QCOMPARE(rows()->index(0, models::MemberList::RoleColumn).data().toString(), u"Owner"_s);
  QCOMPARE(rows()->index(0, models::MemberList::TeamColumn).data().toString(), u"Arbor Energy"_s);
}

void TestMembersTab::check24_fourStates() {
  open(u"success"_s, false);
  using Kind = ui::EmptyState::Kind;
  QVERIFY(picture() && picture()->kind() == Kind::Empty);
  addOther(u"bob@arbor.example"_s);
  tab()->list().refresh();
  QTRY_VERIFY(!picture());
  QTest::keyClicks(tab()->filters()->search(), u"nobody"_s);
  QTRY_VERIFY(picture() && picture()->kind() == Kind::NoMatch);
  tab()->filters()->search()->clear();
  QTRY_VERIFY(!picture());
  m_console->cutOff(true);
  tab()->list().refresh();
  QTRY_VERIFY(!tab()->list().isFetching());
  QVERIFY(!picture()); // readable still
  QTRY_VERIFY(!tab()->removing()->isEnabled());
  tab()->list().reload();
  QTRY_COMPARE(tab()->list().state(), models::PagedListModel::State::Failed);
  QVERIFY(!picture()); // likewise
  m_console->cutOff(false);
  QTRY_COMPARE_WITH_TIMEOUT(tab()->list().state(), models::PagedListModel::State::Ready, 20'000);
  QTest::keyClicks(tab()->filters()->search(), u"nobody"_s);
  QTRY_VERIFY(picture() && picture()->kind() == Kind::NoMatch);
  m_console->cutOff(true);
  tab()->list().reload();
  QTRY_VERIFY(picture() && picture()->kind() == Kind::Error);
  m_console->cutOff(false);
  QTRY_VERIFY_WITH_TIMEOUT(picture() && picture()->kind() == Kind::NoMatch, 20'000);
}

void TestMembersTab::check25_theListIsAsEveryOther() {
  open();
  addOther(u"bob@arbor.example"_s);
  addOther(u"zoe@arbor.example"_s);
  tab()->list().refresh();
  QTRY_COMPARE(rows()->rowCount(), 3);
  const auto names = [this] {
    QStringList texts;
    for (int row = 0; row < rows()->rowCount(); ++row)
      texts += rows()->index(row, 0).data().toString();
    return texts.join(u", "_s);
  };
  QCOMPARE(names(), u"Ann Lee, bob@arbor.example, zoe@arbor.example"_s);
  auto *head = tab()->table()->horizontalHeader();
  for (const auto &expected : {u"Ann Lee, bob@arbor.example, zoe@arbor.example"_s,
                               u"zoe@arbor.example, bob@arbor.example, Ann Lee"_s}) {
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, {20, head->height() / 2});
    QTRY_COMPARE(names(), expected);
  }
  auto *chip = tab()->filters()->chip(u"role"_s);
  chip->setFocus();
  QTest::keyClick(chip, Qt::Key_Space);
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu);
  const auto items = menu->actions();
  const auto viewer = std::find_if(items.begin(), items.end(), [](const QAction *one) {
    return one->text().startsWith(u"Viewer"_s);
  });
  QVERIFY(viewer != items.end());
  QTRY_VERIFY2((*viewer)->text().contains(u'2'), qPrintable((*viewer)->text()));
  menu->setActiveAction(*viewer);
  QTest::keyClick(menu, Qt::Key_Return);
  QTRY_COMPARE(names(), u"zoe@arbor.example, bob@arbor.example"_s);
  const QTemporaryDir folder;
  const auto path = folder.filePath(u"seen.csv"_s);
  head->moveSection(head->visualIndex(models::MemberList::RoleColumn), 0);
  for (const int column : {models::MemberList::TeamColumn, models::MemberList::SinceColumn,
                           models::MemberList::ExpiresColumn})
    tab()->columns()->setShown(column, false);
  tab()->exporting()->exportTo(path);
  QTRY_VERIFY(QFile::exists(path));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(QString::fromUtf8(file.readAll().mid(3)),
           u"\"Role\",\"Member\",\"E-mail\"\r\n"
           "\"viewer\",\"zoe@arbor.example\",\"zoe@arbor.example\"\r\n"
           "\"viewer\",\"bob@arbor.example\",\"bob@arbor.example\"\r\n"_s);
}

void TestMembersTab::somebodyIsAddedByKeys() {
  open();
  addForm();
  QCOMPARE(tab()->form()->reason(), u"E-mail: An e-mail address like ann@example.com"_s);
  QTRY_VERIFY(tab()->form()->view()->input(u"email"_s)->hasFocus());
  type(u"email"_s, u"Bob@arbor.example"_s);
  QTest::keyClick(tab()->form()->view()->input(u"email"_s), Qt::Key_Tab);
  QTest::keyClicks(QApplication::focusWidget(), u"Bob"_s);
  auto *role = qobject_cast<QComboBox *>(tab()->form()->view()->input(u"role"_s));
  role->setFocus();
  QTest::keyClicks(role, u"Devel"_s); // as one picks in a list
  QCOMPARE(role->currentText(), u"Developer"_s);
  save();
  QTRY_VERIFY(!tab()->form());
  QTRY_COMPARE(rows()->rowCount(), 2);
  QCOMPARE(stored(), u"ann@arbor.example owner, bob@arbor.example developer"_s);
  QCOMPARE(toast(), u"Member added, Arbor Energy"_s);
}

void TestMembersTab::errorsStandAtTheirField_data() {
  QTest::addColumn<QString>("email");
  QTest::addColumn<QString>("expires");
  QTest::addColumn<QString>("field");
  QTest::addColumn<QString>("reason");
  QTest::newRow("who is there already")
      << u"ANN@arbor.example"_s << u""_s << u"email"_s << u"E-mail: Is in this team already"_s;
  QTest::newRow("a day that is over") << u"bob@arbor.example"_s << u"31 Dec 2020"_s << u"expires"_s
                                      << u"Last day, optional: A day that is not over"_s;
}

void TestMembersTab::errorsStandAtTheirField() {
  QFETCH(QString, email);
  QFETCH(QString, expires);
  QFETCH(QString, field);
  open();
  addForm();
  type(u"email"_s, email);
  type(u"expires"_s, expires);
  save();
  auto *view = tab()->form()->view();
  QTRY_VERIFY2(view->field(field)->hasError(), qPrintable(tab()->form()->reason()));
  QTEST(tab()->form()->reason(), "reason");
  QVERIFY(!tab()->form()->submission()->isEnabled());
  // What is typed is looked at anew.
  QTest::keyClick(view->input(field), Qt::Key_End);
  QTest::keyClick(view->input(field), Qt::Key_Backspace);
  QVERIFY(!view->field(field)->hasError() || field == u"expires"_s);
}

void TestMembersTab::theLimitOfUsersIsSaidBelow() {
  open();
  m_console->asOther([this](store::Database &database) {
    SystemClock clock;
    store::Session session{database, clock, u"other"_s};
    QVERIFY(organizations::OrganizationService(session).setEntitlements(
        m_console->ids.front(), {{{u"users"_s, {1, true, u"plan starter v1"_s}}}, {}}));
  });
  addForm();
  type(u"email"_s, u"bob@arbor.example"_s);
  save();
  QTRY_VERIFY2(tab()->form()->reason().contains(u"1 of 1 users (plan starter v1)"_s),
               qPrintable(tab()->form()->reason()));
  QVERIFY(tab()->form()->submission()->isEnabled()); // a seat may be free by now
}

void TestMembersTab::check11_removingIsUndone_data() {
  QTest::addColumn<bool>("byKey");
  QTest::newRow("Ctrl+Z") << true;
  QTest::newRow("the toast") << false;
}

void TestMembersTab::check11_removingIsUndone() {
  QFETCH(bool, byKey);
  open();
  QVERIFY(!tab()->removing()->isEnabled());
  QCOMPARE(tab()->removing()->toolTip(), u"No member is selected"_s);
  auto *table = tab()->table();
  table->setFocus();
  table->selectRow(0);
  QTest::keyClick(table, Qt::Key_Delete);
  QTRY_COMPARE(toast(), u"Ann Lee removed, Arbor Energy, Arbor Energy"_s);
  QCOMPARE(stored(), QString());
  if (byKey)
    QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
  else
    Q_EMIT m_console->window->findChild<ui::Toast *>()->actionTriggered();
  QTRY_VERIFY(!stored().isEmpty()); // the list may show the row before and after
  QTRY_COMPARE(rows()->rowCount(), 1);
  withMembers([&](organizations::MemberService &, store::Session &session) {
    const auto all = organizations::MemberListing(session).page({{m_console->ids.front()}});
    QVERIFY(all && all->rows.size() == 1 && all->rows.front().role == u"owner"_s);
    QVERIFY(all->rows.front().permissions == std::vector<QString>{u"everything"_s});
    QCOMPARE(all->rows.front().givenName, u"Ann"_s);
  });
}

void TestMembersTab::check3_newsKeepTheSelection() {
  open();
  tab()->table()->selectRow(0);
  addOther(u"aaron@arbor.example"_s); // stands before Ann
  m_console->asOther([this](store::Database &database) {
    QVERIFY(database.adHoc("select pg_notify('tenantry_news', :id)",
                           {{"id", m_console->ids.front().toString()}}));
  });
  QTRY_COMPARE(rows()->rowCount(), 2);
  QCOMPARE(rows()->index(0, 0).data().toString(), u"aaron@arbor.example"_s);
  QCOMPARE(tab()->table()->currentIndex().data().toString(), u"Ann Lee"_s);
}

void TestMembersTab::check14_whoMayNotIsToldWhoMay() {
  open(u"finance"_s);
  for (const auto *button : {tab()->adding(), tab()->removing()}) {
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(),
             u"This is for: customer success, administrator. Your login is in: finance."_s);
  }
}

QTEST_MAIN(TestMembersTab)
#include "tst_members_tab.moc"
