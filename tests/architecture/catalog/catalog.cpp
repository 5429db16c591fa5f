// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/catalog/catalog.h"

#include <QRegularExpression>
#include <libpq-fe.h>
#include <memory>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace tenantry::architecture {

const QStringList groups{u"tenant"_s,  u"worker"_s,  u"success"_s,      u"finance"_s,
                         u"support"_s, u"manager"_s, u"administrator"_s};

namespace {
struct Clear {
  void operator()(PGresult *result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

Answer ask(PGconn *connection, const QString &sql) {
  return Answer(PQexec(connection, sql.toUtf8().constData()));
}

bool succeeded(const Answer &answer) {
  const auto status = PQresultStatus(answer.get());
  return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

Answer demand(PGconn *connection, const QString &sql) {
  auto answer = ask(connection, sql);
  if (!succeeded(answer))
    qFatal("%s\n%s", PQresultErrorMessage(answer.get()), qPrintable(sql));
  return answer;
}
} // namespace

QStringList Catalog::column(const QString &sql) const {
  const auto answer = demand(m_connection, sql);
  QStringList values;
  for (int row = 0; row < PQntuples(answer.get()); ++row)
    values.append(QString::fromUtf8(PQgetvalue(answer.get(), row, 0)));
  return values;
}

QString Catalog::value(const QString &sql) const { return column(sql).value(0); }

void Catalog::run(const QString &sql) const { demand(m_connection, sql); }

Catalog::Outcome Catalog::attempt(const QString &sql) const {
  const auto answer = ask(m_connection, sql);
  if (!succeeded(answer))
    return {QString::fromLatin1(PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE)), 0};
  return {{}, QByteArray(PQcmdTuples(answer.get())).toInt()};
}

QStringList Catalog::tables() const {
  return column(u"select relname from pg_class where relnamespace = 'tenantry'::regnamespace "
                "and relkind in ('r', 'p') and not relispartition order by 1"_s);
}

QString Catalog::role(const QString &group) const {
  return value(u"select role_prefix from tenantry.installation"_s) + u'_' + group;
}

QMap<QString, QStringList> rightsOf(const QString &page) {
  static const QRegularExpression name(u"^[a-z][a-z0-9_]*$"_s);
  QMap<QString, QStringList> rights;
  for (const auto &line : page.split(u'\n')) {
    if (!line.startsWith(u"| "_s))
      continue;
    QStringList cells;
    for (const auto &cell : line.split(u'|').mid(1, groups.size() + 1))
      cells.append(cell.trimmed());
    if (const auto table = cells.takeFirst(); name.match(table).hasMatch() && table != u"table")
      rights.insert(table, cells);
  }
  return rights;
}

QMap<QString, QString> globalTablesOf(const QString &list) {
  QMap<QString, QString> tables;
  for (const auto &line : list.split(u'\n', Qt::SkipEmptyParts)) {
    if (line.startsWith(u'#'))
      continue;
    const auto name = line.section(u' ', 0, 0);
    if (tables.contains(name))
      throw std::invalid_argument("global_tables.txt declares twice: " + name.toStdString());
    tables.insert(name, line.section(u' ', 1).trimmed());
  }
  return tables;
}

SchemaRules schemaRulesOf(const QString &sql) {
  auto parts = sql.split(u"\n-- rule: "_s);
  SchemaRules found{parts.takeFirst(), {}};
  for (const auto &part : std::as_const(parts))
    found.rules.append({part.section(u'\n', 0, 0), part.section(u'\n', 1)});
  return found;
}

} // namespace tenantry::architecture
