// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QMap>
#include <QStringList>

struct pg_conn;

namespace tenantry::architecture {

/// Free SQL against a database's catalog, over a connection that somebody else owns. Names of
/// tables are without schema.
class Catalog {
public:
  explicit Catalog(pg_conn *connection) : m_connection(connection) {}

  /// The first column of all rows; a failing statement is fatal, for it is a mistake of the test.
  [[nodiscard]] QStringList column(const QString &sql) const;
  [[nodiscard]] QString value(const QString &sql) const;
  void run(const QString &sql) const;

  /// What came of a statement that may be refused: its SQLSTATE, or empty and the number of rows
  /// selected or written.
  struct Outcome {
    QString sqlState;
    int rows = 0;
    bool operator==(const Outcome &) const = default;
  };
  [[nodiscard]] Outcome attempt(const QString &sql) const;

  /// Tables of the house, in the order of their names; partitions count as their parent.
  [[nodiscard]] QStringList tables() const;
  /// The installation's name for a group ("tenant" -> "…_tenant").
  [[nodiscard]] QString role(const QString &group) const;

private:
  pg_conn *m_connection;
};

/// The groups of docs/rights.md, in the order of its columns.
extern const QStringList groups;

/// docs/rights.md: for each table the letters r, i, u, d of each group, in the order of `groups`.
[[nodiscard]] QMap<QString, QStringList> rightsOf(const QString &page);

/// global_tables.txt: name and reason. A name that is declared twice is a mistake in the file:
/// std::invalid_argument, for two reasons cannot both be the one.
[[nodiscard]] QMap<QString, QString> globalTablesOf(const QString &list);

/// schema_rules.sql: what comes before the first rule, then the rules in order.
struct SchemaRules {
  QString preparation;
  QList<std::pair<QString, QString>> rules; ///< what is broken, and the query that finds it
};
[[nodiscard]] SchemaRules schemaRulesOf(const QString &sql);

} // namespace tenantry::architecture
