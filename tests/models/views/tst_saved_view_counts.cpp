// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/saved_views.h"
#include "services/views/service.h"
#include "tests/support/own_time.h"
#include "tests/support/test_database.h"

#include <QSemaphore>
#include <QTest>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace tenantry;
using models::SavedViews;

/// What the sidebar says of saved views follows the news (check 8), also those that come while it
/// is counted or read.
class TestSavedViewCounts : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void check8_newsAreCountedWithinASecond();
  void check8_newsWhileItCountsAreCountedToo();
  void check8_whatWasCancelledIsCountedAgain();
  void check8_whatIsSavedWhileItReadsIsRead();

private:
  /// Each time one more; the first time with what is done before.
  [[nodiscard]] SavedViews::Counting counting(std::function<Result<>()> first = {}) {
    return [this, first](store::Session &, business::AppliedBusiness &,
                         const views::Settings &) -> Result<std::int64_t> {
      const int calls = ++m_calls;
      if (calls == 1 && first)
        TENANTRY_CHECK(first());
      return calls;
    };
  }
  void save(const QString &name) const {
    const auto database = m_database->connect(u"finance"_s);
    store::Session session{*database, m_clock, u"test"_s};
    QVERIFY(views::ViewService(session).add(u"organizations"_s, name, {}));
  }
  [[nodiscard]] static qint64 counted(const SavedViews &views) {
    return views.all().isEmpty() ? -1 : views.all().front().count.value_or(-1);
  }
  void tell() { Q_EMIT m_connection->organizationsChanged({OrganizationId()}); }

  SystemClock m_clock;
  std::atomic<int> m_calls = 0;
  std::unique_ptr<tests::TestDatabase> m_database;
  std::unique_ptr<models::Connection> m_connection;
};

void TestSavedViewCounts::init() {
  m_calls = 0;
  m_database = std::make_unique<tests::TestDatabase>();
  save(u"Held"_s);
  m_connection =
      std::make_unique<models::Connection>(m_database->settings(u"finance"_s), m_clock, u"test"_s);
  QTRY_VERIFY(m_connection->isConnected());
  QTest::qWait(200); // what is caught up with at first
}

void TestSavedViewCounts::cleanup() {
  m_connection.reset();
  m_database.reset();
}

void TestSavedViewCounts::check8_newsAreCountedWithinASecond() {
  const SavedViews views(*m_connection, u"organizations"_s, counting());
  QTRY_COMPARE(counted(views), 1);
  tell();
  const tests::QuietTime took;
  QTRY_COMPARE(counted(views), 2);
  QVERIFY2(took.elapsed() <= tests::underSanitizers(1'000),
           qPrintable(QString::number(took.elapsed())));
}

void TestSavedViewCounts::check8_newsWhileItCountsAreCountedToo() {
  QSemaphore goOn;
  const SavedViews views(*m_connection, u"organizations"_s, counting([&goOn]() -> Result<> {
    goOn.acquire();
    return {};
  }));
  QTRY_COMPARE(m_calls.load(), 1);
  tell();
  QTest::qWait(700); // longer than news are waited for
  goOn.release();
  QTRY_COMPARE(counted(views), 2);
}

void TestSavedViewCounts::check8_whatWasCancelledIsCountedAgain() {
  const SavedViews views(*m_connection, u"organizations"_s, counting([]() -> Result<> {
    return fail(u"store.cancelled"_s, u"This was cancelled."_s);
  }));
  QTRY_COMPARE(counted(views), 2);
}

void TestSavedViewCounts::check8_whatIsSavedWhileItReadsIsRead() {
  SavedViews views(*m_connection, u"organizations"_s, counting());
  QTRY_COMPARE(views.all().size(), 1);
  views.reload();
  QTest::qSleep(300); // read by then, and not told yet
  save(u"Kept"_s);
  views.reload();
  QTRY_COMPARE(views.all().size(), 2);
}

QTEST_GUILESS_MAIN(TestSavedViewCounts)
#include "tst_saved_view_counts.moc"
