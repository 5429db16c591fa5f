// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/staff_logins.h"
#include "tests/support/test_database.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::tests;
using store::StaffLogins;

/// Logins of people and daemons are made and ended by the program (IDP-5).
class TestStaffLogins : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aLoginHasTheRightsOfItsGroups();
  void whoEndsConnectsNoMoreAndIsCut();
  void whoEndedComesBack();
  void nothingIsLeftOfWhoEnds();
  void whatIsWrongIsRefused_data();
  void whatIsWrongIsRefused();
  void nobodyEndsThemselves();
  void aPasswordIsKeptAsItsVerifier();
  void passwordsAreMadeByChance();
};

namespace {

template <typename T> T sure(Result<T> result) {
  if (!result)
    qFatal("%s", qPrintable(result.error().toString()));
  if constexpr (!std::is_void_v<T>)
    return std::move(*result);
}

/// Roles are the server's, whose tests run beside: a login of each test's own, which goes with it.
struct StaffRoom {
  StaffRoom() : owner(test.connect()) {}
  ~StaffRoom() {
    static_cast<void>(owner->script("drop owned by \"" + name.toUtf8() + "\""));
    static_cast<void>(owner->script("drop role \"" + name.toUtf8() + "\""));
  }
  StaffLogins logins() { return {*owner, TestDatabase::rolePrefix()}; }
  void add(const QStringList &groups = {u"finance"_s}) {
    sure(logins().add(name, groups, u"a password of theirs"_s));
  }
  Result<std::unique_ptr<store::Database>> enter() {
    auto settings = test.settings();
    settings.url += u" user="_s + name; // of two the last one counts
    return store::Database::open(settings);
  }
  std::optional<store::StaffLogin> found() {
    for (const auto &login : sure(logins().list()))
      if (login.name == name)
        return login;
    return std::nullopt;
  }
  std::int64_t number(const QByteArray &sql) {
    return sure(owner->adHoc(sql))[0].get<std::int64_t>(0);
  }

  TestDatabase test;
  std::unique_ptr<store::Database> owner;
  const QString name = u"ada_"_s + QUuid::createUuid().toString(QUuid::Id128).left(12);
};

} // namespace

void TestStaffLogins::aLoginHasTheRightsOfItsGroups() {
  StaffRoom room;
  room.add({u"finance"_s, u"support"_s});
  const auto login = room.found();
  QVERIFY(login && login->mayConnect);
  QCOMPARE(login->groups, (QStringList{u"finance"_s, u"support"_s}));
  QCOMPARE(login->sessions, 0);
  const auto session = sure(room.enter());
  QCOMPARE(sure(session->adHoc("select session_user::text"))[0].get<QString>(0), room.name);
  QVERIFY(session->adHoc("select count(*) from tenantry.invoice"));
  QCOMPARE(session->adHoc("select count(*) from tenantry.consumer_position").error().code,
           u"store.forbidden"_s);
  QCOMPARE(room.found()->sessions, 1);
  QCOMPARE(room.number("select count(*) from tenantry.audit_entry where table_name = 'staff' and "
                       "operation = 'insert' and new_row->>'name' = '" +
                       room.name.toUtf8() + "'"),
           std::int64_t(1));
}

void TestStaffLogins::whoEndsConnectsNoMoreAndIsCut() {
  StaffRoom room;
  room.add();
  const auto one = sure(room.enter()), two = sure(room.enter());
  QCOMPARE(sure(room.logins().end(room.name)), 2);
  QVERIFY(!one->adHoc("select 1"));
  QVERIFY(!two->isConnected());
  QVERIFY(!room.enter());
  const auto login = room.found();
  QVERIFY(login && !login->mayConnect && login->groups.isEmpty());
  QCOMPARE(room.number("select count(*) from tenantry.audit_entry where table_name = 'staff' and "
                       "operation = 'update' and new_row->>'name' = '" +
                       room.name.toUtf8() + "'"),
           std::int64_t(1));
}

void TestStaffLogins::whoEndedComesBack() {
  StaffRoom room;
  room.add();
  QCOMPARE(room.logins().add(room.name, {u"support"_s}, u"a password of theirs"_s).error().code,
           u"staff.exists"_s);
  QCOMPARE(sure(room.logins().end(room.name)), 0);
  room.add({u"support"_s});
  QCOMPARE(room.found()->groups, QStringList{u"support"_s});
  const auto session = sure(room.enter());
  QCOMPARE(session->adHoc("select count(*) from tenantry.ledger_entry").error().code,
           u"store.forbidden"_s); // nothing is left of the group before
}

void TestStaffLogins::nothingIsLeftOfWhoEnds() {
  StaffRoom room;
  room.add();
  const auto quoted = "\"" + room.name.toUtf8() + "\"";
  sure(room.owner->script("grant tenantry_test_administrator to " + quoted +
                          " with admin option; "
                          "grant pg_monitor to " +
                          quoted));
  QCOMPARE(room.found()->groups, (QStringList{u"finance"_s, u"administrator"_s}));
  QCOMPARE(sure(room.logins().end(room.name)), 0);
  QCOMPARE(room.number("select count(*) from pg_auth_members as m join pg_roles as r on r.oid = "
                       "m.member where r.rolname = '" +
                       room.name.toUtf8() + "'"),
           std::int64_t(0));
  sure(room.owner->script("alter role " + quoted + " createrole")); // by hand, meanwhile
  QCOMPARE(room.logins().add(room.name, {u"support"_s}, u"a password of theirs"_s).error().code,
           u"staff.exists"_s);
}

void TestStaffLogins::whatIsWrongIsRefused_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("group");
  QTest::addColumn<QString>("password");
  QTest::addColumn<QString>("code");
  const auto row = [](const char *what, const QString &name, const QString &group,
                      const QString &password, const QString &code) {
    QTest::newRow(what) << name << group << password << code;
  };
  const auto finance = u"finance"_s, good = u"a password of theirs"_s;
  row("IDP-5 a great letter", u"Ada"_s, finance, good, u"staff.name_invalid"_s);
  row("IDP-5 a quote", u"ada\"x"_s, finance, good, u"staff.name_invalid"_s);
  row("IDP-5 no name", QString(), finance, good, u"staff.name_invalid"_s);
  row("IDP-5 the server's own", u"pg_monitor"_s, finance, good, u"staff.name_invalid"_s);
  row("IDP-5 a group", u"tenantry_test_owner"_s, finance, good, u"staff.name_invalid"_s);
  row("IDP-5 too long", QString(64, u'a'), finance, good, u"staff.name_invalid"_s);
  row("IDP-5 the owner's group", u"ada_nobody"_s, u"owner"_s, good, u"staff.group_unknown"_s);
  row("IDP-5 a short password", u"ada_nobody"_s, finance, u"12345678901"_s,
      u"staff.password_invalid"_s);
  row("IDP-5 a password beyond ASCII", u"ada_nobody"_s, finance, u"päßwörter aller Art"_s,
      u"staff.password_invalid"_s);
}

void TestStaffLogins::whatIsWrongIsRefused() {
  QFETCH(QString, name);
  QFETCH(QString, group);
  QFETCH(QString, password);
  QFETCH(QString, code);
  StaffRoom room;
  QCOMPARE(room.logins().add(name, {group}, password).error().code, code);
}

void TestStaffLogins::nobodyEndsThemselves() {
  StaffRoom room;
  const auto me = sure(room.owner->adHoc("select session_user::text"))[0].get<QString>(0);
  QVERIFY(!room.logins().end(me));
  QCOMPARE(room.logins().end(u"nobody_of_that_name"_s).error().code, u"staff.not_found"_s);
  sure(room.owner->script("comment on role \"" + me.toUtf8() + "\" is 'Staff of tenantry_test'"));
  QCOMPARE(room.logins().end(me).error().code, u"staff.protected"_s);
  sure(room.owner->script("comment on role \"" + me.toUtf8() + "\" is null"));
}

void TestStaffLogins::aPasswordIsKeptAsItsVerifier() {
  StaffRoom room;
  room.add();
  const auto kept = sure(room.owner->adHoc("select rolpassword from pg_authid where rolname = "
                                           ":name",
                                           {{"name", room.name}}))[0]
                        .get<QString>(0);
  QVERIFY2(kept.startsWith(u"SCRAM-SHA-256$"_s), qPrintable(kept));
  QVERIFY(!kept.contains(u"theirs"_s));
}

void TestStaffLogins::passwordsAreMadeByChance() {
  const auto one = StaffLogins::makePassword(), other = StaffLogins::makePassword();
  QVERIFY(one != other);
  QCOMPARE(one.size(), 24);
}

QTEST_GUILESS_MAIN(TestStaffLogins)
#include "tst_staff_logins.moc"
