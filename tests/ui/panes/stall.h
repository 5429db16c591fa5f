// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/views/list_count.h"
#include "tests/support/own_time.h"
#include "tests/ui/panes/every_pane.h"
#include "ui/lists/list_page.h"
#include "ui/lists/record_list.h"
#include <QTimer>
#include <atomic>
#include <thread>

namespace tenantry::tests {

/// How many statements of the console are as this says.
inline int statements(EveryPane &house, const QByteArray &are) {
  int found = -1;
  house.asOther([&](store::Database &database) {
    const auto rows =
        expect(database.adHoc("select count(*)::integer from pg_stat_activity where datname = "
                              "current_database() and application_name = :console and " +
                                  are,
                              {{"console", QString::fromLatin1(EveryPane::consoleName)}}));
    found = rows[0].get<int>(0);
  });
  return found;
}

/// Statements of the console that wait for a lock.
inline int waiting(EveryPane &house) { return statements(house, "wait_event_type = 'Lock'"); }

/// Those that sleep, and can be cancelled.
inline int asleep(EveryPane &house) { return statements(house, "wait_event = 'PgSleep'"); }

/// Another session that holds every table for two minutes, as long as one of these lives at most:
/// who reads or writes meanwhile waits.
class Stall {
public:
  explicit Stall(EveryPane &house) : m_house(house) {
    house.asOther([&](store::Database &) { m_session = house.house.test.connect(); });
    m_thread = std::thread([this] {
      const auto held = m_session->script(
          "begin; do $$ declare one regclass; begin for one in select oid from pg_class where "
          "relkind = 'r' and relnamespace = 'tenantry'::regnamespace order by relname loop "
          "execute format('lock table %s', one); end loop; end $$");
      m_hasBegun = held.has_value();
      (void)m_session->script("select pg_sleep(120)"); // it is cancelled, or lets go
      m_isOver = true;
      (void)m_session->script("rollback");
    });
  }
  ~Stall() {
    m_house.withoutRule([this] {
      (void)m_session->canceller().cancel();
      m_thread.join();
      m_session.reset();
    });
  }
  Q_DISABLE_COPY_MOVE(Stall)

  [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
  [[nodiscard]] bool isOn() const { return m_hasBegun && !m_isOver; }

private:
  EveryPane &m_house;
  std::unique_ptr<store::Database> m_session;
  std::atomic<bool> m_hasBegun = false, m_isOver = false;
  std::thread m_thread;
};

/// As long as it lives nobody reads a table of such a name, but for what runs in the background:
/// jobs, and the views that others have saved. What the sidebar counts has been counted by then: it
/// follows the news, whatever pane is shown, so nobody stops it.
class Held {
public:
  explicit Held(EveryPane &house, const QString &tables = u"%"_s) : m_house(house) {
    const auto counts = house.window->findChildren<models::ListCount *>();
    const auto isQuiet = [&] {
      return std::none_of(counts.begin(), counts.end(),
                          [](const auto *count) { return count->isCounting(); });
    };
    if (!QTest::qWaitFor(isQuiet, 20'000))
      qFatal("the sidebar counts without end");
    house.asOther([&](store::Database &) {
      m_holder = house.house.test.connect();
      expect(m_holder->script("begin; do $$ declare one regclass; begin "
                              "for one in select oid from pg_class where relkind = 'r' "
                              "and relnamespace = 'tenantry'::regnamespace "
                              "and relname not in ('job', 'saved_view') and relname like '" +
                              tables.toUtf8() +
                              "' order by relname loop "
                              "execute format('lock table %s', one); end loop; end $$"));
    });
  }
  ~Held() {
    m_house.withoutRule([this] { m_holder.reset(); });
  }
  Q_DISABLE_COPY_MOVE(Held)

private:
  EveryPane &m_house;
  std::unique_ptr<store::Database> m_holder;
};

/// Of the lists that are seen the one within the others: a timeline, not the list beside it.
inline ui::RecordList *listIn(const EveryPane &house) {
  ui::RecordList *found = nullptr;
  for (auto *list : house.window->currentPane()->findChildren<ui::RecordList *>())
    if (list->isVisible() && (!found || qobject_cast<ui::ListPage *>(list->parentWidget())))
      found = list;
  return found;
}

/// The longest time, in milliseconds, in which this thread did not get to what waits for it, but
/// for that in which others ran.
class Heartbeat {
public:
  Heartbeat() {
    m_timer.callOnTimeout([this] { beat(); });
    m_timer.start(10);
  }
  Q_DISABLE_COPY_MOVE(Heartbeat)
  [[nodiscard]] qint64 longestPause() {
    beat();
    return m_longest;
  }

private:
  void beat() {
    m_longest = std::max(m_longest, m_since.elapsed());
    m_since.start();
  }

  OwnTime m_since;
  QTimer m_timer;
  qint64 m_longest = 0;
};

} // namespace tenantry::tests
