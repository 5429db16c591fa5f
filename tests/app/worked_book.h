// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/audit/sealer.h"
#include "services/audit/verifier.h"
#include "tests/support/differences_of.h"
#include "tests/support/test_cluster.h"
#include "tests/support/test_database.h"

namespace tenantry::tests {

using namespace Qt::StringLiterals;

template <typename T> T expect(Result<T> result) {
  if (!result)
    throw std::runtime_error(result.error().toString().toStdString());
  if constexpr (!std::is_void_v<T>)
    return std::move(*result);
}

inline void onServer(const QString &sql) {
  const auto postgres =
      expect(store::Database::open({TestCluster::instance().url(u"postgres"_s), {}, u"tests"_s}));
  expect(postgres->script(sql.toUtf8()));
}

/// A database that programs work on, and what is true of it afterwards.
class WorkedBook {
public:
  enum class Afterwards { Keep, Drop };
  WorkedBook(QString name, Afterwards afterwards)
      : m_name(std::move(name)), m_afterwards(afterwards),
        m_url(TestCluster::instance().url(m_name)),
        m_owner(expect(store::Database::open({m_url, {}, u"tests"_s}))),
        m_worker(expect(
            store::Database::open({m_url, TestDatabase::rolePrefix() + u"_worker"_s, u"tests"_s}))),
        m_session{*m_worker, m_clock, u"tests"_s} {}

  ~WorkedBook() {
    m_owner.reset();
    m_worker.reset();
    if (m_afterwards == Afterwards::Drop)
      onServer(u"drop database %1 with (force)"_s.arg(m_name));
  }
  WorkedBook(const WorkedBook &) = delete;
  WorkedBook &operator=(const WorkedBook &) = delete;

  [[nodiscard]] QString url() const { return m_url; }
  [[nodiscard]] store::Session &session() { return m_session; }
  [[nodiscard]] store::Database &owner() { return *m_owner; }

  [[nodiscard]] std::int64_t count(const QByteArray &from) {
    return expect(m_owner->adHoc("select count(*) from " + from))[0].get<std::int64_t>(0);
  }

  /// Whatever a daemon has to do is done. One statement: work leaves more work before it is done.
  [[nodiscard]] bool isIdle() {
    return count("(select from tenantry.dispatch union all select from tenantry.job where state = "
                 "'running' or state = 'ready' and run_at <= now() union all select from "
                 "tenantry.subscription where period_to_at <= now()) as work") == 0;
  }

  /// As if so much time had passed that others may take over what a killed process held.
  void endLeases() {
    expect(m_owner->script(
        "update tenantry.job set lease_until = now() - interval '1 hour' where state = 'running';"
        "update tenantry.dispatch set due_at = now() - interval '1 hour'"));
  }

  /// What doctor and audit verify object to.
  [[nodiscard]] QStringList differences() {
    business::AppliedBusiness business;
    auto all = differencesOf(m_session, business);
    while (expect(audit::seal(m_session)) > 0) {
    }
    for (const auto &difference : expect(audit::verify(m_session)).differences)
      all.push_back(difference.toString());
    return all;
  }

  /// How many rows each table has, but for those that keep the work itself.
  [[nodiscard]] QStringList sizes() {
    QStringList all;
    for (const auto row : expect(m_owner->adHoc(
             "select relname::text from pg_class where relnamespace = 'tenantry'::regnamespace "
             "and relkind in ('r', 'p') and not relispartition and relname !~ "
             "'^(job|dispatch|audit_.*|schema_migration)$' order by 1"))) {
      const auto table = row.get<QString>(0);
      all.push_back(u"%1: %2"_s.arg(table).arg(count("tenantry." + table.toUtf8())));
    }
    return all;
  }

private:
  const SystemClock m_clock;
  QString m_name;
  Afterwards m_afterwards;
  QString m_url;
  std::unique_ptr<store::Database> m_owner;
  std::unique_ptr<store::Database> m_worker;
  store::Session m_session;
};

} // namespace tenantry::tests
