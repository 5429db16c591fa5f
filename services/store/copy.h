// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"

namespace tenantry::store {

/// Binary COPY into a table: begin, rows, finish. Values are appended in the order of the columns
/// with the exact type of the column (see Value; int4 and text[] have functions of their own).
///
///   CopyWriter copy(database, "usage_event", "organization_id, key, metric, quantity,
///   occurred_at"); for (const auto &event : events) { copy.beginRow(5);
///   copy.put(event.organization); copy.put(event.key); … } TENANTRY_CHECK(copy.finish());
///
/// Errors are held until `finish`, which also maps them (a duplicate is `store.duplicate`).
/// Destroyed without finish it aborts the COPY.
///
/// Under row-level security PostgreSQL takes no COPY: for such a login the rows go into a temporary
/// table first, and from there by INSERT, which its policies check.
class CopyWriter {
public:
  CopyWriter(Database &database, const char *table, const char *columns);
  ~CopyWriter();
  CopyWriter(const CopyWriter &) = delete;
  CopyWriter &operator=(const CopyWriter &) = delete;

  void beginRow(int columns);
  void putNull();
  void put(bool value);
  void put(std::int64_t value); ///< int8
  void putInt4(std::int32_t value);
  void put(QStringView text);          ///< text
  void put(const char *) = delete;     ///< would become a bool: use putUtf8
  void putUtf8(std::string_view utf8); ///< text or json, already UTF-8
  void put(const QByteArray &bytes);   ///< bytea
  void put(const QUuid &uuid);
  void put(Instant instant);
  void put(LocalDay day);
  void putJson(std::string_view serialized);            ///< jsonb
  void putDayRange(LocalDay from, LocalDay to);         ///< daterange [from, to)
  void putTextArray(const std::vector<QString> &texts); ///< text[]
  template <typename Tag> void put(const Id<Tag> &id) { put(id.uuid()); }
  template <typename T> void put(const std::optional<T> &value) {
    if (value)
      put(*value);
    else
      putNull();
  }

  [[nodiscard]] Result<std::int64_t> finish(); ///< rows written

private:
  void stageIfSecured();
  void unstage();
  void dropStaged();
  void run(const std::string &statement);
  void flush();
  Database &m_database;
  std::string m_table;
  std::string m_columns;
  std::string m_staged; ///< where policies hold; empty where COPY goes into the table itself
  std::string m_buffer;
  Result<> m_state;
  std::int64_t m_rows = 0;
  bool m_open = false;
};

} // namespace tenantry::store
