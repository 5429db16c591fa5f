// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include <QAbstractTableModel>
#include <QMap>
#include <QTimer>
#include <set>

namespace tenantry::models {

/// What every list over live data has in common: pages are read one at a time, ahead in the
/// direction of scrolling; news refetch the rows that are shown, so that selection and place stay.
/// The rows themselves, and how they are read, are PagedRows'.
class PagedListModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum class State { Loading, Ready, Failed };
  static constexpr int pageSize = 100, pagesKept = 20;
  static constexpr qint64 countLimit = 10'000; ///< of the listings: above, they only say so

  void begin(); ///< reads the first page, where nobody asked for it before
  void reload();
  /// Reads anew what is shown, in its place: selection and scroll position stay.
  void refresh();
  /// After a page that failed: reads it, and what is shown, again.
  void retry();
  /// Ends the reading of a page, in the database too: Failed with `store.cancelled`. Rows that are
  /// there stay; `retry`, or scrolling on, reads what is missing. False where none goes on that
  /// somebody may have noticed.
  bool stop();
  /// Nobody looks any more: what is being read or counted is cancelled, so that what is looked at
  /// instead need not wait for it.
  void leave();
  void comeBack(); ///< reads on where `leave` cut it off
  /// Nothing was wrong: somebody stopped it.
  [[nodiscard]] bool isStopped() const;
  /// Which rows a view shows; what is missing of them is read.
  void setVisibleRows(int first, int last);

  [[nodiscard]] State state() const { return m_state; }
  /// While Failed. Rows that were there stay; those beyond come once a page is read again.
  [[nodiscard]] const Error &error() const { return m_error; }
  [[nodiscard]] Instant readAt() const { return m_readAt; } ///< when the last page came
  [[nodiscard]] const Zone &zone() const { return m_connection.zone(); }
  /// Of all pages; countLimit + 1 says that there are more. −1: unknown.
  [[nodiscard]] qint64 count() const { return m_count; }
  /// It counts to the end, however many they are.
  [[nodiscard]] virtual bool countsAll() const { return false; }
  [[nodiscard]] bool isFetching() const { return m_fetching >= 0; }
  /// The rows are of before another filter, order or reading, whose first page is not there.
  [[nodiscard]] bool isOutdated() const { return m_isOutdated; }
  /// Long enough to be told of: most pages come before anybody could.
  [[nodiscard]] bool isFetchingLong() const { return isFetching() && !m_patience.isActive(); }
  [[nodiscard]] virtual bool isFiltered() const = 0;
  [[nodiscard]] virtual bool isComplete() const = 0; ///< the last row is there

  /// Filter and order as they are kept in a saved view; what is not understood is as at first.
  using ViewSettings = QMap<QString, QString>;
  [[nodiscard]] virtual ViewSettings viewSettings() const = 0;
  virtual void setViewSettings(const ViewSettings &settings) = 0;
  /// Another filter, as such settings have it; the order stays where the list can still be in it.
  virtual void narrow(const ViewSettings &filter);
  /// The column and direction that the rows are in now; −1: in that of no column.
  [[nodiscard]] virtual int sortColumn() const { return -1; }
  [[nodiscard]] virtual Qt::SortOrder sortOrder() const { return Qt::AscendingOrder; }
  [[nodiscard]] virtual bool canSort(int column, Qt::SortOrder order) const; ///< that it can be so

  /// What the columns are called where they are kept: "name", "plan". They never change.
  [[nodiscard]] virtual QStringList columnKeys() const = 0;
  /// What a row is, wherever it stands: empty where its page was let go, or beyond the end.
  [[nodiscard]] virtual QString keyAt(int row) const = 0;
  /// The row of that key among those in memory; −1: none.
  [[nodiscard]] virtual int rowWithKey(const QString &key) const = 0;

  using GoOn = std::function<bool(std::int64_t rows)>;
  /// The rows written; −1: it was told to stop, and nothing was written.
  using Exporting = std::function<Result<std::int64_t>(store::Session &,
                                                       business::AppliedBusiness &, const GoOn &)>;
  /// Writes all that match to a CSV file, in the order of the list, with those columns.
  [[nodiscard]] virtual Exporting exporting(const QString &path,
                                            const QList<int> &columns) const = 0;

  using Taking = std::function<Result<bool>(const QStringList &keys)>;
  /// All that match, by their keys, page by page as they are read then; false: it was told to stop.
  using Walking =
      std::function<Result<bool>(store::Session &, business::AppliedBusiness &, const Taking &)>;
  [[nodiscard]] virtual Walking walking() const = 0;

  bool canFetchMore(const QModelIndex &parent) const override;
  void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
  void stateChanged();
  void fetchingLong(); ///< isFetchingLong() became true
  void countChanged();
  void pageShown(); ///< rows of a page were put in
  void narrowed();  ///< the filter changed: other rows match

protected:
  explicit PagedListModel(Connection &connection, QObject *parent);

  [[nodiscard]] Connection &connection() { return m_connection; }
  /// After a change of order or filter: from the first page on; rows stay until it is there.
  enum class Matching { Same, Other };
  void restart(Matching rows = Matching::Same);
  /// Before that where rows would be taken for something that they are not: another customer's.
  void forget();
  /// The page that was asked for came; `isStillWanted` says whether it does anything.
  [[nodiscard]] quint64 generation() const { return m_generation; }
  [[nodiscard]] bool beginTaking(quint64 generation, const Error *error);
  void endTaking();
  void takeCount(quint64 generation, const Result<std::int64_t> &count);
  /// That page is to be read again although it is there.
  void markStale(int page) { m_stale.insert(page); }

  virtual void clearRows() = 0;
  virtual void startReading(int page) = 0;
  virtual void cancelReading() = 0;
  virtual void startCounting() = 0;
  virtual void cancelCounting() = 0;
  [[nodiscard]] virtual bool isCounting() const = 0;
  [[nodiscard]] virtual std::optional<int> wantedPage(int first, int last, int direction) const = 0;
  [[nodiscard]] virtual bool isNewPage(int page) const = 0;
  virtual void keepOnly(int firstPage, int lastPage) = 0;

private:
  void fetch(int page);
  void fetchWanted();
  void refreshVisible();
  void setState(State state);
  void fail(const Error &error);

  Connection &m_connection;
  State m_state = State::Loading;
  Error m_error;
  Instant m_readAt{};
  qint64 m_count = -1;
  int m_fetching = -1; ///< the page that is being read; −1: none
  quint64 m_generation = 0;
  bool m_isCutOff = false, m_isOutdated = false; ///< by leave(); see isOutdated
  bool m_isCountOld = false;                     ///< of another filter
  int m_firstVisible = 0, m_lastVisible = 0, m_direction = 1;
  QTimer m_newsPause;    ///< news come in bursts; they are shown together
  QTimer m_patience;     ///< with what is read
  std::set<int> m_stale; ///< pages to be read again although they are there
};

} // namespace tenantry::models
