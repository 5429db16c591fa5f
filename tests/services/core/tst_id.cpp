// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/id.h"

#include <QTest>
#include <algorithm>
#include <set>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace tenantry;

class TestId : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void isVersionSevenWithTheTimeInFront();
  void laterIdsSortAfterEarlierOnes();
  void threadsNeverMeet();
  void ordersLikeBytes();
  void textComesBack();
};

void TestId::isVersionSevenWithTheTimeInFront() {
  const Instant now = parseInstant(u"2999-12-31T23:59:59.123500Z").value();
  const QByteArray bytes = makeUuidV7(now).toRfc4122();
  quint64 ms = 0;
  for (int i = 0; i < 6; ++i)
    ms = ms << 8 | static_cast<uchar>(bytes[i]);
  QCOMPARE(static_cast<qint64>(ms),
           static_cast<qint64>(floor<milliseconds>(now).time_since_epoch().count()));
  QCOMPARE(static_cast<uchar>(bytes[6]) >> 4, 7);
  QCOMPARE(static_cast<uchar>(bytes[8]) >> 6, 2);
  // Half a millisecond is half of the twelve bits.
  QCOMPARE((static_cast<uchar>(bytes[6]) & 0xF) << 8 | static_cast<uchar>(bytes[7]), 2048);
}

void TestId::laterIdsSortAfterEarlierOnes() {
  const Instant now = SystemClock().now();
  OrganizationId last = makeId<OrganizationId>(now);
  for (int i = 0; i < 20000; ++i) {
    const auto next = makeId<OrganizationId>(i % 3 == 0 ? now : now - hours{i});
    QVERIFY(last < next);
    last = next;
  }
}

void TestId::threadsNeverMeet() {
  constexpr std::size_t kCount = 20000;
  const auto make = [](std::vector<JobId> &ids) {
    for (std::size_t i = 0; i < kCount; ++i)
      ids.push_back(makeId<JobId>(Instant{}));
  };
  std::vector<JobId> first;
  std::vector<JobId> second;
  std::thread one(make, std::ref(first));
  std::thread two(make, std::ref(second));
  one.join();
  two.join();
  QVERIFY(std::is_sorted(first.begin(), first.end()));
  std::set<JobId> all(first.begin(), first.end());
  all.insert(second.begin(), second.end());
  QCOMPARE(all.size(), 2 * kCount);
}

void TestId::ordersLikeBytes() {
  const QStringList sorted{
      u"00000000-0000-0000-0000-000000000000"_s, u"00000000-0000-0000-0000-000000000001"_s,
      u"00000000-0000-0000-00ff-000000000000"_s, u"00000000-0000-0000-8000-000000000000"_s,
      u"00000000-0000-7fff-0000-000000000000"_s, u"00000000-0001-0000-0000-000000000000"_s,
      u"00000000-ff00-0000-0000-000000000000"_s, u"7fffffff-0000-7000-8000-000000000000"_s,
      u"80000000-0000-7000-8000-000000000000"_s, u"ffffffff-ffff-ffff-ffff-ffffffffffff"_s};
  for (qsizetype i = 0; i < sorted.size(); ++i)
    for (qsizetype j = 0; j < sorted.size(); ++j) {
      const auto order = MemberId::fromString(sorted[i]) <=> MemberId::fromString(sorted[j]);
      QVERIFY(order == (i <=> j));
    }
}

void TestId::textComesBack() {
  const auto id = makeId<TeamId>(SystemClock().now());
  QVERIFY(TeamId::fromString(id.toString()) == id);
  QCOMPARE(id.toString().size(), 36);
  QVERIFY(TeamId().isNull());
  QVERIFY(TeamId::fromString(u"nonsense").isNull());
}

QTEST_APPLESS_MAIN(TestId)
#include "tst_id.moc"
