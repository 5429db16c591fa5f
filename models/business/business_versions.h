// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/business/versions.h"

namespace tenantry::models {

/// What the business was, apply by apply, and what each of them changed.
class BusinessVersions : public QObject {
  Q_OBJECT

public:
  explicit BusinessVersions(Connection &connection, QObject *parent = nullptr);

  void begin(); ///< reads, where nobody did
  void reload();
  void choose(std::int64_t number); ///< reads what that version changed
  [[nodiscard]] bool isThere() const { return m_isThere; }
  [[nodiscard]] bool isFetching() const { return m_fetching > 0; }
  [[nodiscard]] const std::vector<business::Version> &versions() const { return m_versions; }
  [[nodiscard]] std::int64_t chosen() const { return m_chosen; } ///< 0: none
  /// Of the chosen version; null while they are read.
  [[nodiscard]] const std::vector<business::Change> *changes() const {
    return m_changes ? &*m_changes : nullptr;
  }
  [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
  void changed();

private:
  void takeVersions(const Result<std::vector<business::Version>> &versions);

  Connection &m_connection;
  std::vector<business::Version> m_versions;
  std::int64_t m_chosen = 0;
  std::optional<std::vector<business::Change>> m_changes;
  std::optional<Error> m_error;
  int m_fetching = 0;
  bool m_isThere = false;
};

} // namespace tenantry::models
