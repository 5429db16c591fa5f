// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "models/organizations/organization_roles.h"
#include "models/paging/keyset_pages.h"
#include "services/organizations/listing.h"
#include <QAbstractTableModel>
#include <QTimer>
#include <set>

namespace tenantry::models {

/// What narrows the list.
struct OrganizationFilter {
  QString search;
  std::optional<organizations::Status> status;
  QString planId;
  [[nodiscard]] bool isEmpty() const { return search.isEmpty() && !status && planId.isEmpty(); }
  bool operator==(const OrganizationFilter &) const = default;
};

/// Organizations page by page, in constant memory. Pages are read ahead in the direction of
/// scrolling; news refetch the rows that are shown, so that selection and place stay.
class OrganizationListModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { NameColumn, PlanColumn, StatusColumn, MrrColumn, CreatedColumn, ColumnCount };
  enum class State { Loading, Ready, Failed };
  static constexpr int pageSize = 100, pagesKept = 20;

  explicit OrganizationListModel(Connection &connection, QObject *parent = nullptr);

  void setFilter(const OrganizationFilter &filter);
  [[nodiscard]] const OrganizationFilter &filter() const { return m_filter; }
  void reload();
  /// Reads anew what is shown, in its place: selection and scroll position stay.
  void refresh();
  /// Which rows a view shows; what is missing of them is read.
  void setVisibleRows(int first, int last);

  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] const Error &error() const { return m_error; } ///< while Failed
  /// Of all pages; beyond OrganizationListing::countLimit only that there are more. −1: unknown.
  [[nodiscard]] qint64 count() const { return m_count; }
  [[nodiscard]] bool isFetching() const { return m_fetching >= 0; }
  /// The row of that organization among those in memory; −1: none.
  [[nodiscard]] int rowOf(const OrganizationId &id) const;
  /// Plans by id, for the filter.
  [[nodiscard]] const std::map<QString, QString> &planNames() const { return m_planNames; }
  [[nodiscard]] int pagesHeld() const { return m_pages.pagesHeld(); }

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  bool canFetchMore(const QModelIndex &parent) const override;
  void fetchMore(const QModelIndex &parent) override;
  void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
  void stateChanged();
  void countChanged();
  void pageShown(); ///< rows of a page were put in

private:
  using Cursor = std::optional<organizations::ListCursor>;
  struct Page {
    organizations::ListPage list;
    std::map<QString, QString> planNames;
  };
  void restart();
  void fetch(int page);
  void fetchWanted();
  void countAnew();
  void take(int page, Page fresh);
  void put(int page, organizations::ListPage list);
  void insertNew(int page, organizations::ListPage list);
  void renew(int page, organizations::ListPage list);
  void fill(int page, organizations::ListPage list);
  void rearrange(int page, std::vector<organizations::ListRow> rows, Cursor next);
  [[nodiscard]] std::vector<organizations::ListRow> rowsOf(int page) const;
  void setState(State state);
  void refreshVisible();

  Connection &m_connection;
  OrganizationFilter m_filter;
  organizations::Sort m_sort = organizations::Sort::Name;
  bool m_ascending = true;
  KeysetPages<organizations::ListRow, Cursor> m_pages{pageSize, pagesKept};
  std::map<QString, QString> m_planNames;
  State m_state = State::Loading;
  Error m_error;
  qint64 m_count = -1;
  int m_fetching = -1; ///< the page that is being read; −1: none
  quint64 m_generation = 0;
  QFuture<Result<Page>> m_pending;
  int m_firstVisible = 0, m_lastVisible = 0, m_direction = 1;
  QTimer m_newsPause;    ///< news come in bursts; they are shown together
  std::set<int> m_stale; ///< pages to be read again although they are there
};

} // namespace tenantry::models
