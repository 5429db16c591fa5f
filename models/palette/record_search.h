// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "models/palette/palette_entry.h"

namespace tenantry::models {

/// Finds records as one types: what is typed on ends the search before.
class RecordSearch : public QObject {
  Q_OBJECT

public:
  explicit RecordSearch(Connection &connection, QObject *parent = nullptr);
  ~RecordSearch() override;

  /// Nothing, and no search, for an empty text.
  void search(const QString &text);
  /// Ends what runs; what was found stays.
  void cancel();

  [[nodiscard]] bool isSearching() const { return m_isSearching; }
  [[nodiscard]] const std::vector<PaletteEntry> &found() const { return m_found; }
  [[nodiscard]] const std::optional<Error> &error() const { return m_error; } ///< of the last one

Q_SIGNALS:
  void changed();

private:
  using Found = std::vector<PaletteEntry>;
  void finish(Found found, std::optional<Error> error);
  void look(const QString &text, bool isAgain);

  Connection &m_connection;
  QFuture<Result<Found>> m_pending;
  Found m_found;
  std::optional<Error> m_error;
  bool m_isSearching = false;
  quint64 m_generation = 0;
};

} // namespace tenantry::models
