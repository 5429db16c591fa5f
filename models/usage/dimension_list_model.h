// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "models/usage/event_words.h"
#include "services/usage/dimensions.h"
#include <QTimer>
#include <memory>

namespace tenantry::models {

/// Which row of a grouping one is: "=eu", "others", "none".
struct DimensionId {
  QString key;
  [[nodiscard]] QString toString() const { return key; }
  bool operator==(const DimensionId &) const = default;
};

struct DimensionLine : usage::DimensionRow {
  DimensionId id;
};

/// "eu", "4 other values", "No value"; empty: the value is an empty text.
[[nodiscard]] QString textOf(const DimensionLine &line);

struct DimensionWords : EventWords {
  QString dimension; ///< that is looked at; empty: the events have none
  QStringList dimensions;
  usage::DimensionUsage usage; ///< without its rows
  qint64 restsFor = 0;         ///< ms until it is read anew; 0: it was read just now
};

/// What a metric comes to by the values of a dimension, for one organization and period: the
/// greatest first, then the others together and what has no value; one page.
class DimensionListModel : public PagedRows<DimensionLine, int, DimensionWords> {
  Q_OBJECT

public:
  enum Column { ValueColumn, ShareColumn, QuantityColumn, EventsColumn, ColumnCount };

  explicit DimensionListModel(Connection &connection, QObject *parent = nullptr);

  /// `by` empty: the first dimension that there is.
  void show(const AskedEvents &asked, const QString &by);
  /// Reads anew, however long that takes.
  void readAnew();
  [[nodiscard]] const AskedEvents &asked() const { return m_asked; }
  [[nodiscard]] const QString &by() const { return m_by; }
  /// Once a page came; null before, and while another organization's is awaited.
  [[nodiscard]] const DimensionWords *words() const { return m_words ? &*m_words : nullptr; }
  /// The events behind a row; none: it is several values'.
  [[nodiscard]] std::optional<usage::DimensionValue> valueAt(int row) const;

  /// Somebody always looks at one metric, period and dimension.
  [[nodiscard]] bool isFiltered() const override { return false; }
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;

private:
  struct Recent; ///< what was read last, and how long that took

  Reading reading() const override;
  Counting counting() const override;
  void takeExtra(DimensionWords words) override;
  void describe();

  AskedEvents m_asked;
  QString m_by;
  bool m_isByWished = false; ///< where the metric has it; else the first it has
  std::optional<DimensionWords> m_words;
  std::shared_ptr<Recent> m_recent;
  QTimer m_rest; ///< news came too soon after a reading: it is read anew once that has rested
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::models::DimensionLine)
