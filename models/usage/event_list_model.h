// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "models/usage/event_words.h"

namespace tenantry::models {

/// "region: eu, model: large"
[[nodiscard]] QString dimensionsText(const std::optional<nlohmann::json> &dimensions);

/// The usage events of one organization, metric and period, the latest first, page by page; the key
/// of a row is its event's.
class EventListModel : public PagedRows<usage::EventRow, usage::EventCursor, EventWords> {
  Q_OBJECT

public:
  enum Column {
    OccurredColumn,
    QuantityColumn,
    KeyColumn,
    DimensionsColumn,
    MarkColumn,
    OutcomeColumn,
    RecordedColumn,
    ColumnCount
  };

  explicit EventListModel(Connection &connection, QObject *parent = nullptr);

  /// Those with that value of a dimension alone, or all.
  void show(const AskedEvents &asked, const std::optional<usage::DimensionValue> &of = {});
  [[nodiscard]] const AskedEvents &asked() const { return m_asked; }
  [[nodiscard]] const OrganizationId &organization() const { return m_asked.organization; }
  [[nodiscard]] const std::optional<usage::DimensionValue> &of() const { return m_of; }
  /// Once a page came; null before, and while another organization's is awaited.
  [[nodiscard]] const EventWords *words() const { return m_words ? &*m_words : nullptr; }

  /// Somebody always looks at one metric and one period.
  [[nodiscard]] bool isFiltered() const override { return m_of.has_value(); }
  [[nodiscard]] bool countsAll() const override { return !m_of; }
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  void showAll(); ///< of the metric and period

private:
  Reading reading() const override;
  Counting counting() const override;
  void takeExtra(EventWords words) override;
  void describe();

  AskedEvents m_asked;
  std::optional<usage::DimensionValue> m_of;
  std::optional<EventWords> m_words;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::usage::EventRow)
