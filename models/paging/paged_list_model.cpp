// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paging/paged_list_model.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

namespace {
constexpr auto newsPause = 250ms, patience = 200ms;
} // namespace

PagedListModel::PagedListModel(Connection &connection, QObject *parent)
    : QAbstractTableModel(parent), m_connection(connection) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(newsPause);
  m_newsPause.callOnTimeout(this, &PagedListModel::refreshVisible);
  m_patience.setSingleShot(true);
  m_patience.setInterval(patience);
  m_patience.callOnTimeout(this, [this] {
    if (isFetching())
      Q_EMIT fetchingLong();
  });
  connect(&m_connection, &Connection::organizationsChanged, this, [this] {
    if (!m_newsPause.isActive())
      m_newsPause.start();
  });
  connect(&m_connection, &Connection::caughtUp, this, &PagedListModel::refresh);
}

void PagedListModel::begin() {
  if (m_generation == 0)
    restart();
}

void PagedListModel::reload() { restart(); }

void PagedListModel::restart(Matching rows) {
  if (rows == Matching::Other) {
    m_isCountOld = true;
    Q_EMIT narrowed();
  }
  ++m_generation;
  cancelReading();
  cancelCounting();
  m_isCutOff = false;
  m_fetching = -1;
  m_stale.clear();
  if (rowCount() == 0)
    forget();
  else
    m_isOutdated = true;
  setState(State::Loading);
  startCounting();
  fetch(0);
}

void PagedListModel::forget() {
  m_isOutdated = false;
  beginResetModel();
  clearRows();
  m_firstVisible = m_lastVisible = 0;
  endResetModel();
}

void PagedListModel::setState(State state) {
  m_state = state;
  Q_EMIT stateChanged();
}

/// How many match what was asked for, nobody knows then: that many others did.
void PagedListModel::fail(const Error &error) {
  m_error = error;
  if (std::exchange(m_isCountOld, false) && std::exchange(m_count, -1) >= 0)
    Q_EMIT countChanged();
  setState(State::Failed);
}

void PagedListModel::refresh() {
  if (m_generation == 0)
    return; // nobody looks yet
  if (rowCount() == 0 || m_isOutdated)
    return reload();
  refreshVisible();
}

void PagedListModel::retry() {
  refresh();
  if (m_state != State::Loading)
    Q_EMIT stateChanged();
}

bool PagedListModel::stop() {
  if (m_state != State::Loading ? !isFetchingLong() : !isFetching())
    return false;
  ++m_generation;
  cancelReading();
  cancelCounting();
  m_fetching = -1;
  fail({u"store.cancelled"_s, tr("This was cancelled.")});
  return true;
}

void PagedListModel::leave() {
  if (!isFetching() && !isCounting())
    return;
  ++m_generation;
  cancelReading();
  cancelCounting();
  m_fetching = -1;
  m_isCutOff = true;
}

void PagedListModel::comeBack() {
  if (!std::exchange(m_isCutOff, false))
    return;
  if (m_state == State::Loading)
    return restart();
  refresh();
}

bool PagedListModel::isStopped() const {
  return m_state == State::Failed && m_error.code == u"store.cancelled";
}

void PagedListModel::setVisibleRows(int first, int last) {
  if (first != m_firstVisible)
    m_direction = first < m_firstVisible ? -1 : 1;
  if (last >= rowCount() - 1)
    m_direction = 1; // from there one cannot scroll on, so it must grow
  const bool isScrolled = first != m_firstVisible;
  m_firstVisible = first;
  m_lastVisible = last;
  if (isScrolled && isStopped() && rowCount() > 0 && !m_isOutdated)
    return retry();
  fetchWanted();
}

void PagedListModel::narrow(const ViewSettings &filter) {
  auto settings = filter;
  for (const auto &[key, value] : viewSettings().asKeyValueRange())
    if (key == u"sort" || key == u"order")
      settings[key] = value;
  setViewSettings(settings);
}

/// One page is read at a time: what is asked for next depends on where the view is by then.
void PagedListModel::fetchWanted() {
  if (isFetching() || m_state != State::Ready)
    return;
  while (!m_stale.empty()) {
    // The first one first: where a page begins, the one before it says.
    const int page = *m_stale.begin();
    m_stale.erase(m_stale.begin());
    if (page == 0 || page * pageSize < rowCount())
      return fetch(page);
  }
  if (const auto page = wantedPage(m_firstVisible, m_lastVisible, m_direction))
    fetch(*page);
}

void PagedListModel::fetch(int page) {
  m_fetching = page;
  m_patience.start();
  startReading(page);
}

bool PagedListModel::beginTaking(quint64 generation, const Error *error) {
  if (generation != m_generation)
    return false;
  m_fetching = -1;
  if (!error) {
    if (m_isOutdated)
      forget();
    return true;
  }
  if (error->code == u"store.disconnected"_s && !m_stale.empty()) {
    fetchWanted(); // asked for again since: the connection may be back
    return false;
  }
  fail(*error);
  return false;
}

void PagedListModel::endTaking() {
  m_readAt = m_connection.clock().now();
  if (m_state != State::Ready)
    setState(State::Ready);
  Q_EMIT pageShown();
  fetchWanted();
}

void PagedListModel::refreshVisible() {
  if (m_isCutOff || m_state == State::Loading ||
      (m_state == State::Failed && (rowCount() == 0 || m_isOutdated)))
    return;
  m_state = State::Ready; // also after a page that failed: it is read again
  const int first = m_firstVisible / pageSize, last = m_lastVisible / pageSize;
  keepOnly(first, last);
  m_stale.clear();
  for (int page = first; page <= last; ++page)
    if (!isNewPage(page) && page * pageSize <= rowCount())
      m_stale.insert(page);
  startCounting();
  fetchWanted();
}

/// One that failed is not known. But of the same rows the one before stays while the connection is
/// lost, as the rows do.
void PagedListModel::takeCount(quint64 generation, const Result<std::int64_t> &count) {
  if (generation != m_generation)
    return;
  const bool isOld = std::exchange(m_isCountOld, false);
  if (!count && !isOld && count.error().code == u"store.disconnected")
    return;
  if (std::exchange(m_count, count.value_or(-1)) != m_count || isOld)
    Q_EMIT countChanged(); // also where there are as many of other rows
}

bool PagedListModel::canSort(int column, Qt::SortOrder) const { return column == sortColumn(); }

bool PagedListModel::canFetchMore(const QModelIndex &parent) const {
  return !parent.isValid() && m_state == State::Ready && !isComplete();
}

void PagedListModel::fetchMore(const QModelIndex &) {
  if (canFetchMore({}) && !isFetching())
    fetch(rowCount() / pageSize);
}

} // namespace tenantry::models
