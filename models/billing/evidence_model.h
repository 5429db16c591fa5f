// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/stoppable_reading.h"
#include "models/paging/keyset_pages.h"
#include "services/billing/service.h"
#include <QAbstractTableModel>

namespace tenantry::models {

/// What EvidenceModel says of a row, in any column.
enum EvidenceRole {
  EvidenceAtRole = Qt::UserRole + 1, ///< tenantry::Instant, when it happened
  EvidenceRecordedRole,              ///< tenantry::Instant, when it reached us
  EvidenceKeyRole,                   ///< QString
  EvidenceQuantityRole,              ///< qint64, smallest units of the metric
  EvidenceDimensionsRole,            ///< QString, "region: eu, model: large"
};

/// The usage events behind one line of an invoice, the latest first, page by page in constant
/// memory.
class EvidenceModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column {
    AtColumn,
    KeyColumn,
    DimensionsColumn,
    RecordedColumn,
    QuantityColumn,
    ColumnCount
  };
  enum class State { Loading, Ready, Failed };
  static constexpr int pageSize = 200, pagesKept = 20;

  explicit EvidenceModel(Connection &connection, QObject *parent = nullptr);

  void show(const OrganizationId &organization, const billing::StoredLine &line);
  void setVisibleRows(int first, int last);
  /// Ends the reading of a page: rows that are there stay. False where none goes on that somebody
  /// may have noticed.
  bool stop();
  void retry(); ///< after a page that failed or was stopped
  [[nodiscard]] StoppableReading &reading() { return m_reading; }
  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] const Error &error() const { return m_error; }
  [[nodiscard]] bool isFetching() const { return m_reading.isRunning(); }

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  bool canFetchMore(const QModelIndex &parent) const override;
  void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
  void stateChanged();
  void pageShown();

private:
  using Events = std::vector<usage::CountedEvent>;
  void fetch(int page);
  void take(int page, Events events);

  Connection &m_connection;
  OrganizationId m_organization;
  billing::StoredLine m_line;
  KeysetPages<usage::CountedEvent, usage::EventCursor> m_pages{pageSize, pagesKept};
  State m_state = State::Loading;
  Error m_error;
  StoppableReading m_reading;
  int m_firstVisible = 0, m_lastVisible = 0, m_direction = 1;
};

} // namespace tenantry::models
