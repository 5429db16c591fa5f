// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_database.h"
#include "services/store/migrations.h"
#include "services/store/sql_resources.h"
#include "tests/support/own_time.h"
#include "tests/support/test_cluster.h"
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QThread>
#include <QUuid>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::tests {

namespace {

/// Whoever makes the template holds it, on the database "postgres".
const QByteArray lockSql = "select pg_advisory_lock(5820147733)";

template <typename T> T expect(Result<T> result) {
  if (!result) {
    qCritical("%s", qPrintable(result.error().toString()));
    std::exit(EXIT_FAILURE); // not abort: the cluster's server must stop too
  }
  if constexpr (!std::is_void_v<T>)
    return std::move(*result);
}

std::unique_ptr<store::Database> connectTo(const QString &database) {
  return expect(store::Database::open({TestCluster::instance().url(database), {}, u"tests"_s}));
}

QString templateName() {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (const auto &file : store::sqlFiles(u"migrations"))
    hash.addData(file.text);
  return u"tenantry_template_"_s + QString::fromLatin1(hash.result().toHex().left(16));
}

void makeTemplate(store::Database &postgres, const QString &name) {
  const auto found =
      expect(postgres.adHoc("select from pg_database where datname = :name", {{"name", name}}));
  if (!found.isEmpty())
    return;
  const QByteArray unfinished = (name + u"_new"_s).toUtf8();
  expect(postgres.script("drop database if exists " + unfinished));
  expect(postgres.script("create database " + unfinished));
  {
    const auto database = connectTo(QString::fromUtf8(unfinished));
    expect(store::migrate(*database, TestDatabase::rolePrefix(), SystemClock()));
  }
  expect(postgres.script("alter database " + unfinished + " rename to " + name.toUtf8()));
}

QString migratedTemplate() {
  static const QString name = [] {
    const QString wanted = templateName();
    const auto postgres = connectTo(u"postgres"_s);
    expect(postgres->script(lockSql));
    makeTemplate(*postgres, wanted);
    return wanted; // the lock goes with the connection
  }();
  return name;
}

} // namespace

TestDatabase::TestDatabase(Content content, const QString &name)
    : m_name(name.isEmpty() ? u"test_"_s + QUuid::createUuid().toString(QUuid::Id128) : name) {
  const QString source = content == Content::Migrated ? migratedTemplate() : u"template0"_s;
  const auto postgres = connectTo(u"postgres"_s);
  if (!name.isEmpty()) // there may be one of a run that was killed
    expect(postgres->script("drop database if exists " + m_name.toUtf8() + " with (force)"));
  expect(postgres->script(u"create database %1 template %2"_s.arg(m_name, source).toUtf8()));
  ownDatabases() += m_name.toUtf8();
}

TestDatabase::~TestDatabase() {
  ownDatabases().removeOne(m_name.toUtf8());
  const auto postgres = connectTo(u"postgres"_s);
  if (auto dropped =
          postgres->script("drop database if exists " + m_name.toUtf8() + " with (force)");
      !dropped)
    qWarning("%s", qPrintable(dropped.error().toString()));
}

QString TestDatabase::url() const { return TestCluster::instance().url(m_name); }

store::ConnectionSettings TestDatabase::settings(const QString &roleSuffix) const {
  const QString role = roleSuffix.isEmpty() ? QString() : rolePrefix() + u'_' + roleSuffix;
  return {url(), role, u"tests"_s};
}

std::unique_ptr<store::Database> TestDatabase::connect(const QString &roleSuffix) const {
  return expect(store::Database::open(settings(roleSuffix)));
}

void TestDatabase::vacuum(const QStringList &tables) const {
  const auto owner = connect();
  const QByteArray statement =
      "vacuum (analyze, index_cleanup on) " + tables.join(u", "_s).toUtf8();
  const QDeadlineTimer patience(30s);
  while (true) {
    expect(owner->script(statement));
    const auto rest = expect(owner->adHoc(
        "select relname from pg_class where relnamespace = 'tenantry'::regnamespace and relkind = "
        "'r' and relallvisible < relpages and (relname = any(string_to_array(:tables, ',')) or "
        ":tables = '')",
        {{"tables", tables.join(u',')}}));
    if (rest.isEmpty())
      return;
    if (patience.hasExpired())
      expect(Result<void>(fail(u"test.vacuum"_s, u"Rows of %1 are not seen by everybody."_s.arg(
                                                     rest[0].get<QString>(0)))));
    QThread::msleep(20);
  }
}

void TestDatabase::cutOff(bool isCut, const QString &applicationName) const {
  // Of the database that one is in, connections cannot be forbidden.
  const auto postgres = connectTo(u"postgres"_s);
  expect(postgres->script("alter database " + m_name.toUtf8() +
                          (isCut ? " allow_connections false" : " allow_connections true")));
  if (isCut)
    expect(postgres->adHoc(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = :database and "
        "(application_name = :name or :name = '')",
        {{"database", m_name}, {"name", applicationName}}));
}

} // namespace tenantry::tests
