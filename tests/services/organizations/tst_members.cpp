// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/member_listing.h"
#include "tests/services/organizations/fixture.h"
#include <atomic>
#include <thread>

using namespace tenantry;
using namespace tenantry::organizations;
using namespace tenantry::tests;

class TestMembers : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    REQUIRE_OK(business::BusinessApply(m_place.session)
                   .apply(*business::Source::shipped().load(), u"ann"_s));
  }
  void init() { m_organization = *OrganizationService(m_place.session).create(draft()); }
  void TEAM_1_aMemberIsListedAndRemoved();
  void TEAM_1_checksComeInTheirOrder();
  void TEAM_1_aSeatIsAPersonNotARole();
  void TEAM_1_aSoftLimitRefusesNobody();
  void TEAM_1_whatExpiresIsOver();
  void TEAM_1_pagesComeInEachOrder_data();
  void TEAM_1_pagesComeInEachOrder();
  void TEAM_1_aListIsNarrowed_data();
  void TEAM_1_aListIsNarrowed();
  void TEAM_1_theLastSeatIsTakenOnce();

private:
  NewMember person(const QString &email, const QString &role = u"developer"_s) const {
    NewMember made;
    made.organization = m_organization;
    made.email = email;
    made.role = role;
    return made;
  }
  Result<std::vector<Membership>> listed() {
    TENANTRY_TRY(page, MemberListing(m_place.session).page({{m_organization}}));
    return page.rows;
  }
  void limitUsers(std::int64_t value, bool hard = true) {
    REQUIRE_OK(OrganizationService(m_place.session)
                   .setEntitlements(m_organization,
                                    {{{u"users"_s, {value, hard, u"plan starter v1"_s}}}, {}}));
  }
  TeamId addTeam(const QByteArray &allowedRoles) {
    const auto id = makeId<TeamId>(m_place.clock.now());
    const auto made =
        m_place.database->adHoc("insert into team (organization_id, team_id, parent_id, name, "
                                "allowed_roles, created_at) select "
                                "organization_id, :team, team_id, 'Developers', '" +
                                    allowedRoles +
                                    "', created_at from team "
                                    "where organization_id = :id and parent_id is null",
                                {{"team", id}, {"id", m_organization}});
    return made ? id : TeamId();
  }
  Workplace m_place;
  business::AppliedBusiness m_business;
  MemberService m_service{m_place.session, m_business};
  OrganizationId m_organization;
};

void TestMembers::TEAM_1_aMemberIsListedAndRemoved() {
  auto ann = person(u"Ann@Acme.example"_s, u"admin"_s);
  ann.givenName = u"Ann"_s;
  ann.permissions = std::vector{u"billing.read"_s};
  const auto id = m_service.addMember(ann);
  REQUIRE_OK(id);
  REQUIRE_OK(m_service.addMember(person(u"bob@acme.example"_s, {})));
  const auto teams = m_service.teams(m_organization);
  REQUIRE_OK(teams);
  QVERIFY(teams->size() == 1 && teams->front().isRoot);
  QCOMPARE(teams->front().name + teams->front().defaultRole, u"Acmeviewer"_s);
  const auto list = listed();
  REQUIRE_OK(list);
  QCOMPARE(list->size(), std::size_t{2});
  QCOMPARE(list->front().email, u"ann@acme.example"_s);
  QCOMPARE(list->front().givenName, u"Ann"_s);
  QVERIFY(list->front().member == *id);
  QVERIFY(list->front().permissions == ann.permissions);
  QCOMPARE(list->back().role, u"viewer"_s);
  QVERIFY(!list->back().permissions);
  REQUIRE_OK(m_service.removeMember(m_organization, {}, u"ANN@acme.example"_s));
  QCOMPARE(codeOf(m_service.removeMember(m_organization, {}, u"ann@acme.example"_s)),
           u"team.not_member"_s);
  QCOMPARE(m_place.events(m_organization),
           u"created, member_added, member_added, member_removed"_s);
  QCOMPARE(listed()->size(), std::size_t{1});
  const auto again = m_service.addMember(ann);
  REQUIRE_OK(again);
  QVERIFY(*again == *id);
}

void TestMembers::TEAM_1_checksComeInTheirOrder() {
  const TeamId team = addTeam("{developer}");
  auto ann = person(u"ann@acme.example"_s);
  ann.team = team;
  REQUIRE_OK(m_service.addMember(ann));
  limitUsers(1);
  ann.role = u"owner"_s;
  QCOMPARE(codeOf(m_service.addMember(ann)), u"team.already_member"_s);
  ann.email = u"bob@acme.example"_s;
  QCOMPARE(codeOf(m_service.addMember(ann)), u"team.role_not_allowed"_s);
  ann.role = u"developer"_s;
  QCOMPARE(codeOf(m_service.addMember(ann)), u"team.user_limit_reached"_s);
  QCOMPARE(codeOf(m_service.addMember(person(u"c@acme.example"_s, u"pilot"_s))),
           u"team.role_not_allowed"_s);
  ann.team = makeId<TeamId>(m_place.clock.now());
  QCOMPARE(codeOf(m_service.addMember(ann)), u"team.not_found"_s);
  QCOMPARE(codeOf(m_service.addMember(person(u"nobody"_s))), u"email.invalid"_s);
  QCOMPARE(m_place.events(m_organization), u"created, member_added"_s);
}

void TestMembers::TEAM_1_aSeatIsAPersonNotARole() {
  limitUsers(1);
  REQUIRE_OK(m_service.addMember(person(u"ann@acme.example"_s)));
  auto ann = person(u"ann@acme.example"_s);
  ann.team = addTeam("{}");
  REQUIRE_OK(m_service.addMember(ann));
  REQUIRE_OK(m_service.removeMember(m_organization, {}, ann.email));
  QCOMPARE(codeOf(m_service.addMember(person(u"bob@acme.example"_s))),
           u"team.user_limit_reached"_s);
  REQUIRE_OK(m_service.removeMember(m_organization, ann.team, ann.email));
  REQUIRE_OK(m_service.addMember(person(u"bob@acme.example"_s)));
}

void TestMembers::TEAM_1_aSoftLimitRefusesNobody() {
  limitUsers(0, false);
  REQUIRE_OK(m_service.addMember(person(u"ann@acme.example"_s)));
  limitUsers(business::unlimited);
  REQUIRE_OK(m_service.addMember(person(u"bob@acme.example"_s)));
}

void TestMembers::TEAM_1_whatExpiresIsOver() {
  limitUsers(1);
  auto ann = person(u"ann@acme.example"_s);
  ann.expiresAt = m_place.clock.now() + std::chrono::hours(1);
  auto late = ann;
  late.expiresAt = m_place.clock.now();
  QCOMPARE(codeOf(m_service.addMember(late)), u"team.expiry_past"_s);
  REQUIRE_OK(m_service.addMember(ann));
  const auto start = m_place.clock.now();
  m_place.clock.set(*ann.expiresAt);
  QVERIFY(listed()->empty());
  REQUIRE_OK(m_service.addMember(person(u"ann@acme.example"_s)));
  QCOMPARE(listed()->size(), std::size_t{1});
  m_place.clock.set(start);
}

void TestMembers::TEAM_1_pagesComeInEachOrder_data() {
  QTest::addColumn<int>("sort");
  QTest::addColumn<QString>("expected");
  QTest::newRow("person") << int(MemberSort::Person) << u"A c b e B"_s;
  QTest::newRow("team") << int(MemberSort::Team) << u"A b c e B"_s;
  QTest::newRow("role") << int(MemberSort::Role) << u"A B e b c"_s;
  QTest::newRow("since") << int(MemberSort::Since) << u"A c b e B"_s;
  QTest::newRow("expires") << int(MemberSort::Expires) << u"b A c e B"_s;
}

/// One row a page, so that each cursor is tried; A and B are of one e-mail, in two teams.
void TestMembers::TEAM_1_pagesComeInEachOrder() {
  QFETCH(int, sort);
  QFETCH(QString, expected);
  const TeamId team = addTeam("{}");
  const auto start = m_place.clock.now();
  const auto add = [&](const QString &email, const QString &role, const QString &name,
                       std::optional<TeamId> into = {}) {
    auto one = person(email, role);
    one.givenName = name;
    one.team = into;
    if (email.startsWith(u'b'))
      one.expiresAt = start + std::chrono::hours(100);
    REQUIRE_OK(m_service.addMember(one));
    m_place.clock.set(m_place.clock.now() + std::chrono::hours(1));
  };
  add(u"a@acme.example"_s, u"admin"_s, u"Anna"_s);
  add(u"c@acme.example"_s, u"viewer"_s, u"Berta"_s);
  add(u"b@acme.example"_s, u"viewer"_s, u"Cora"_s);
  add(u"e@acme.example"_s, u"developer"_s, {});
  add(u"z@acme.example"_s, u"billing"_s, u"Zoe"_s, team);
  const std::map<QString, QString> letters{{u"a"_s, u"A"_s}, {u"z"_s, u"B"_s}};
  QStringList up, down;
  for (const bool ascending : {true, false}) {
    MemberQuery query{{m_organization}, MemberSort(sort), ascending, 1};
    do {
      const auto page = MemberListing(m_place.session).page(query);
      REQUIRE_OK(page);
      QCOMPARE(page->rows.size(), std::size_t(1));
      const auto letter = page->rows.front().email.left(1);
      const auto known = letters.find(letter);
      (ascending ? up : down) += known == letters.end() ? letter : known->second;
      query.after = page->next;
    } while (query.after);
  }
  m_place.clock.set(start);
  QCOMPARE(up.join(u' '), expected);
  std::reverse(down.begin(), down.end());
  QCOMPARE(down.join(u' '), expected);
}

void TestMembers::TEAM_1_aListIsNarrowed_data() {
  QTest::addColumn<QString>("search");
  QTest::addColumn<QString>("role");
  QTest::addColumn<int>("rows");
  QTest::newRow("not") << QString() << QString() << 3;
  QTest::newRow("by name, whatever its case") << u"aNN l"_s << QString() << 1;
  QTest::newRow("by e-mail") << u"b@acme"_s << QString() << 1;
  QTest::newRow("by team") << u"develop"_s << QString() << 1;
  QTest::newRow("by role") << QString() << u"viewer"_s << 2;
  QTest::newRow("by both") << u"acme.example"_s << u"admin"_s << 1;
  QTest::newRow("what would be a pattern is text") << u"%"_s << QString() << 0;
  QTest::newRow("no such role") << QString() << u"' or true --"_s << 0;
}

void TestMembers::TEAM_1_aListIsNarrowed() {
  QFETCH(QString, search);
  QFETCH(QString, role);
  QFETCH(int, rows);
  auto ann = person(u"ann@acme.example"_s, u"admin"_s);
  ann.givenName = u"Ann"_s;
  ann.familyName = u"Lee"_s;
  REQUIRE_OK(m_service.addMember(ann));
  REQUIRE_OK(m_service.addMember(person(u"b@acme.example"_s, u"viewer"_s)));
  auto other = person(u"c@acme.example"_s, u"viewer"_s);
  other.team = addTeam("{}");
  REQUIRE_OK(m_service.addMember(other));
  MemberListing listing(m_place.session);
  const MemberFilter filter{m_organization, search, role};
  const auto page = listing.page({filter});
  REQUIRE_OK(page);
  QCOMPARE(int(page->rows.size()), rows);
  QCOMPARE(*listing.count(filter), std::int64_t(rows));
  QCOMPARE(codeOf(listing.page({filter, MemberSort::Team, true, 201})), u"list.page_size"_s);
}

void TestMembers::TEAM_1_theLastSeatIsTakenOnce() {
  limitUsers(3);
  std::atomic<int> added = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t)
    threads.emplace_back([&, t] {
      const auto database = m_place.test.connect(u"worker"_s);
      store::Session session{*database, m_place.clock, u"worker"_s};
      business::AppliedBusiness business;
      MemberService service(session, business);
      for (int i = 0; i < 4; ++i) {
        const auto done = service.addMember(person(u"p%1-%2@acme.example"_s.arg(t).arg(i)));
        added += done ? 1 : 0;
        refused += codeOf(done) == u"team.user_limit_reached"_s ? 1 : 0;
      }
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(added.load(), 3);
  QCOMPARE(refused.load(), 9);
}

QTEST_GUILESS_MAIN(TestMembers)
#include "tst_members.moc"
