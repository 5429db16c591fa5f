// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_list_model.h"

#include "models/connection/when_done.h"
#include "models/organizations/mrr_amount.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

using organizations::ListPage;
using organizations::ListQuery;
using organizations::ListRow;
using organizations::Sort;

namespace {

constexpr auto newsPause = 250ms;

std::map<QString, QString> namesOf(const business::Applied &applied) {
  std::map<QString, QString> names;
  for (const auto &[id, version] : applied.planVersions)
    names[version.plan.id] = version.plan.name.in({});
  for (const auto &[id, plan] : applied.business.plans)
    names[id] = plan.name.in({});
  return names;
}

std::optional<Sort> sortOf(int column) {
  switch (column) {
  case OrganizationListModel::NameColumn:
    return Sort::Name;
  case OrganizationListModel::MrrColumn:
    return Sort::Mrr;
  case OrganizationListModel::CreatedColumn:
    return Sort::Created;
  default:
    return std::nullopt;
  }
}

/// The rows, and of the others those that they lack, up to that many.
std::vector<ListRow> joined(std::vector<ListRow> rows, const std::vector<ListRow> &others,
                            int count) {
  for (const auto &other : others) {
    const bool isKnown = std::any_of(rows.begin(), rows.end(),
                                     [&](const ListRow &row) { return row.id == other.id; });
    if (!isKnown && static_cast<int>(rows.size()) < count)
      rows.push_back(other);
  }
  return rows;
}

bool hasSameRows(const std::vector<ListRow> &some, const std::vector<ListRow> &others) {
  return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                    [](const ListRow &one, const ListRow &other) { return one.id == other.id; });
}

} // namespace

OrganizationListModel::OrganizationListModel(Connection &connection, QObject *parent)
    : QAbstractTableModel(parent), m_connection(connection) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(newsPause);
  m_newsPause.callOnTimeout(this, &OrganizationListModel::refreshVisible);
  connect(&m_connection, &Connection::organizationsChanged, this, [this] {
    if (!m_newsPause.isActive())
      m_newsPause.start();
  });
  connect(&m_connection, &Connection::caughtUp, this, &OrganizationListModel::refresh);
}

void OrganizationListModel::setFilter(const OrganizationFilter &filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
  restart();
}

void OrganizationListModel::sort(int column, Qt::SortOrder order) {
  const auto sort = sortOf(column);
  const bool ascending = order == Qt::AscendingOrder;
  if (!sort || (*sort == m_sort && ascending == m_ascending))
    return;
  m_sort = *sort;
  m_ascending = ascending;
  restart();
}

void OrganizationListModel::reload() { restart(); }

void OrganizationListModel::restart() {
  ++m_generation;
  m_pending.cancel();
  m_fetching = -1;
  m_stale.clear();
  beginResetModel();
  m_pages = {pageSize, pagesKept};
  m_firstVisible = m_lastVisible = 0;
  endResetModel();
  setState(State::Loading);
  countAnew();
  fetch(0);
}

void OrganizationListModel::setState(State state) {
  m_state = state;
  Q_EMIT stateChanged();
}

void OrganizationListModel::refresh() {
  if (rowCount() == 0)
    return reload();
  m_state = State::Ready;
  refreshVisible();
}

void OrganizationListModel::setVisibleRows(int first, int last) {
  if (first != m_firstVisible)
    m_direction = first < m_firstVisible ? -1 : 1;
  m_firstVisible = first;
  m_lastVisible = last;
  fetchWanted();
}

/// One page is read at a time: what is asked for next depends on where the view is by then.
void OrganizationListModel::fetchWanted() {
  if (isFetching() || m_state != State::Ready)
    return;
  while (!m_stale.empty()) {
    // The first one first: where a page begins, the one before it says.
    const int page = *m_stale.begin();
    m_stale.erase(m_stale.begin());
    if (page == 0 || page * pageSize < m_pages.rowCount())
      return fetch(page);
  }
  if (const auto page = m_pages.wanted(m_firstVisible, m_lastVisible, m_direction))
    fetch(*page);
}

void OrganizationListModel::fetch(int page) {
  m_fetching = page;
  ListQuery query{m_sort,          m_ascending, m_filter.status,      m_filter.planId,
                  m_filter.search, pageSize,    m_pages.startOf(page)};
  m_pending = m_connection.read(
      [query](store::Session &session, business::AppliedBusiness &business) -> Result<Page> {
        TENANTRY_TRY(applied, business.current(session));
        TENANTRY_TRY(list, organizations::OrganizationListing(session).page(query));
        return Page{std::move(list), namesOf(*applied)};
      });
  whenDone(m_pending, this, [this, page, generation = m_generation](const Result<Page> &read) {
    if (generation != m_generation)
      return;
    m_fetching = -1;
    if (read)
      return take(page, *read);
    if (read.error().code == u"store.disconnected"_s && !m_stale.empty())
      return fetchWanted(); // asked for again since: the connection may be back
    m_error = read.error();
    setState(State::Failed);
  });
}

void OrganizationListModel::take(int page, Page fresh) {
  if (fresh.planNames != m_planNames)
    m_planNames = std::move(fresh.planNames);
  if (m_pages.isNew(page))
    insertNew(page, std::move(fresh.list));
  else
    renew(page, std::move(fresh.list));
  if (m_state != State::Ready)
    setState(State::Ready);
  Q_EMIT pageShown();
  fetchWanted();
}

void OrganizationListModel::insertNew(int page, ListPage list) {
  const int first = m_pages.rowCount(), count = static_cast<int>(list.rows.size());
  if (count > 0)
    beginInsertRows({}, first, first + count - 1);
  put(page, std::move(list));
  if (count > 0)
    endInsertRows();
}

/// First the end grows by rows that are new, then all rows move to where they are now, then the end
/// loses those that went: so each step is one that a view understands. A page in the middle that is
/// not full any more ends the list, which then grows again from there.
void OrganizationListModel::renew(int page, ListPage list) {
  const int first = page * pageSize, count = static_cast<int>(list.rows.size());
  const int before = m_pages.sizeOf(page);
  auto rows = rowsOf(page);
  if (rows.empty())
    return fill(page, std::move(list));
  if (count > before) {
    beginInsertRows({}, first + before, first + count - 1);
    rows = joined(std::move(rows), list.rows, count);
    put(page, {rows, list.next});
    endInsertRows();
  }
  if (const auto arranged = joined(list.rows, rows, std::max(count, before));
      !hasSameRows(arranged, rows))
    rearrange(page, arranged, list.next);
  if (count < before)
    beginRemoveRows({}, first + count, m_pages.rowCount() - 1);
  put(page, std::move(list));
  if (count < before)
    endRemoveRows();
  if (count > 0)
    Q_EMIT dataChanged(index(first, 0), index(first + count - 1, ColumnCount - 1));
}

/// A page that was let go: there is nothing to compare with. Its rows come first, then it grows or
/// shrinks at its end, so that no row changes while others come or go.
void OrganizationListModel::fill(int page, ListPage list) {
  const int first = page * pageSize, count = static_cast<int>(list.rows.size());
  const int before = m_pages.sizeOf(page);
  auto shown = list.rows;
  shown.resize(static_cast<std::size_t>(before));
  put(page, {std::move(shown), list.next});
  if (before > 0)
    Q_EMIT dataChanged(index(first, 0), index(first + before - 1, ColumnCount - 1));
  if (count > before) {
    beginInsertRows({}, first + before, first + count - 1);
    put(page, std::move(list));
    endInsertRows();
  } else if (count < before) {
    beginRemoveRows({}, first + count, m_pages.rowCount() - 1);
    put(page, std::move(list));
    endRemoveRows();
  }
}

std::vector<ListRow> OrganizationListModel::rowsOf(int page) const {
  std::vector<ListRow> rows;
  for (int i = 0; i < m_pages.sizeOf(page); ++i)
    if (const auto *row = m_pages.row(page * pageSize + i))
      rows.push_back(*row);
  return rows;
}

void OrganizationListModel::rearrange(int page, std::vector<ListRow> rows, Cursor next) {
  Q_EMIT layoutAboutToBeChanged();
  QModelIndexList from, to;
  for (const auto &kept : persistentIndexList()) {
    const auto *row = kept.row() / pageSize == page ? m_pages.row(kept.row()) : nullptr;
    if (!row)
      continue;
    const auto place = std::find_if(rows.begin(), rows.end(),
                                    [row](const ListRow &one) { return one.id == row->id; });
    from.append(kept);
    to.append(place == rows.end()
                  ? QModelIndex()
                  : index(page * pageSize + static_cast<int>(place - rows.begin()), kept.column()));
  }
  put(page, {std::move(rows), std::move(next)});
  changePersistentIndexList(from, to);
  Q_EMIT layoutChanged();
}

void OrganizationListModel::put(int page, ListPage list) {
  if (m_pages.put(page, std::move(list.rows),
                  list.next ? std::optional<Cursor>(std::move(list.next)) : std::nullopt))
    m_stale.insert(page + 1);
}

void OrganizationListModel::refreshVisible() {
  if (m_state != State::Ready)
    return;
  const int first = m_firstVisible / pageSize, last = m_lastVisible / pageSize;
  m_pages.forgetAllBut(first, last);
  m_stale.clear();
  for (int page = first; page <= last; ++page)
    if (!m_pages.isNew(page) && page * pageSize <= m_pages.rowCount())
      m_stale.insert(page);
  countAnew();
  fetchWanted();
}

void OrganizationListModel::countAnew() {
  ListQuery query;
  query.status = m_filter.status;
  query.planId = m_filter.planId;
  query.search = m_filter.search;
  whenDone(m_connection.read([query](store::Session &session, business::AppliedBusiness &) {
    return organizations::OrganizationListing(session).count(query);
  }),
           this, [this, generation = m_generation](const Result<std::int64_t> &count) {
             if (generation != m_generation || !count || *count == m_count)
               return;
             m_count = *count;
             Q_EMIT countChanged();
           });
}

int OrganizationListModel::rowOf(const OrganizationId &id) const {
  return m_pages.find([&](const ListRow &row) { return row.id == id; });
}

int OrganizationListModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : m_pages.rowCount();
}

int OrganizationListModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant OrganizationListModel::data(const QModelIndex &index, int role) const {
  const auto *row = index.isValid() ? m_pages.row(index.row()) : nullptr;
  if (!row)
    return {};
  switch (role) {
  case Qt::DisplayRole:
  case NameRole:
    return row->name;
  case OrganizationIdRole:
    return row->id.toString();
  case SecondLineTextRole:
    return row->url.isEmpty() ? row->email : row->url;
  case PlanIdRole:
    return row->planId;
  case PlanNameRole: {
    const auto known = m_planNames.find(row->planId);
    return known == m_planNames.end() ? row->planId : known->second;
  }
  case StatusRole:
    return static_cast<int>(row->status);
  case SubscriptionStatusRole:
    return row->subscriptionStatus;
  case MrrRole:
    return row->mrrTwelfths == 0 ? QVariant()
                                 : QVariant::fromValue(mrrAmount(row->mrrTwelfths, row->currency));
  case CreatedRole:
    return QVariant::fromValue(row->createdAt);
  default:
    return {};
  }
}

QVariant OrganizationListModel::headerData(int section, Qt::Orientation orientation,
                                           int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Organization"), tr("Plan"), tr("Status"), tr("MRR"), tr("Since")};
  return titles.value(section);
}

bool OrganizationListModel::canFetchMore(const QModelIndex &parent) const {
  return !parent.isValid() && m_state == State::Ready && !m_pages.isComplete();
}

void OrganizationListModel::fetchMore(const QModelIndex &) {
  if (canFetchMore({}) && !isFetching())
    fetch(m_pages.rowCount() / pageSize);
}

} // namespace tenantry::models
