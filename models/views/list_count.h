// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/views/saved_views.h"

namespace tenantry::models {

/// How many rows of a list match some settings, whether or not anybody looks at the list: for the
/// sidebar. Follows the news, one count at a time.
class ListCount : public QObject {
  Q_OBJECT

public:
  /// Counts at once.
  ListCount(Connection &connection, SavedViews::Counting counting, const views::Settings &settings,
            QObject *parent = nullptr);

  [[nodiscard]] const std::optional<qint64> &value() const { return m_value; } ///< none: not known
  /// Or it will within a moment.
  [[nodiscard]] bool isCounting() const { return m_isCounting || m_newsPause.isActive(); }

Q_SIGNALS:
  /// As the list counts: above `PagedListModel::countLimit` it only says so.
  void changed(qint64 count);

private:
  void count();

  Connection &m_connection;
  const SavedViews::Counting m_counting;
  const views::Settings m_settings;
  std::optional<qint64> m_value;
  bool m_isCounting = false, m_isStale = false;
  bool m_wasCutOff = false; ///< the last count
  QTimer m_newsPause;       ///< news come in bursts
};

} // namespace tenantry::models
