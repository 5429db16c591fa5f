// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/usage/event_listing.h"

namespace tenantry::models {

/// What pages of events bring along.
struct EventWords {
  std::map<QString, business::Metric> metrics;
  QString organizationName;
  Zone zone; ///< the organization's
  std::vector<usage::EventPeriod> periods;
  usage::EventPeriod period; ///< that is looked at
  QString metric;            ///< likewise
  usage::EventTotals totals;
  bool mayCorrect = false; ///< this login
};

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

  /// `metric` empty: the first of the business; `day`: one of the period; none: the one that runs.
  void show(const OrganizationId &organization, const QString &metric,
            const std::optional<LocalDay> &day);
  [[nodiscard]] const OrganizationId &organization() const { return m_organization; }
  [[nodiscard]] const QString &metric() const { return m_metric; }
  [[nodiscard]] const std::optional<LocalDay> &day() const { return m_day; }
  [[nodiscard]] bool isOutside() const { return m_isOutside; }
  /// Once a page came; null before, and while another organization's is awaited.
  [[nodiscard]] const EventWords *words() const { return m_words ? &*m_words : nullptr; }

  /// Somebody always looks at one metric and one period.
  [[nodiscard]] bool isFiltered() const override { return false; }
  [[nodiscard]] bool countsAll() const override { return true; }
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  /// How settings call a period: its first day, "outside".
  [[nodiscard]] static QString periodKey(const usage::EventPeriod &period);

private:
  Reading reading() const override;
  Counting counting() const override;
  void takeExtra(EventWords words) override;
  void describe();

  OrganizationId m_organization;
  QString m_metric;
  std::optional<LocalDay> m_day;
  bool m_isOutside = false;
  std::optional<EventWords> m_words;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::usage::EventRow)
