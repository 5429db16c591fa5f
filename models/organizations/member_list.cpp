// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/member_list.h"

#include "models/connection/when_done.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

using organizations::MemberService;
using organizations::Membership;

namespace {

constexpr auto memberNewsPause = 200ms;

using RowKey = std::pair<MemberId, TeamId>;
RowKey keyOf(const Membership &one) { return {one.member, one.team}; }

} // namespace

QString nameOf(const Membership &membership) {
  const auto name = u"%1 %2"_s.arg(membership.givenName, membership.familyName).trimmed();
  return name.isEmpty() ? membership.email : name;
}

MemberList::MemberList(Connection &connection, QObject *parent)
    : QAbstractTableModel(parent), m_connection(connection), m_reading(connection) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(memberNewsPause);
  m_newsPause.callOnTimeout(this, &MemberList::reload);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this](const QList<OrganizationId> &changed) {
            if (!m_organization.isNull() && changed.contains(m_organization) &&
                !m_newsPause.isActive())
              m_newsPause.start();
          });
  connect(&m_connection, &Connection::caughtUp, this, &MemberList::reload);
}

void MemberList::show(const OrganizationId &organization) {
  if (organization == m_organization)
    return;
  m_organization = organization;
  beginResetModel();
  m_rows.clear();
  endResetModel();
  m_state = State::Loading;
  m_reading.forget();
  reload();
}

void MemberList::reload() {
  m_reading.cancel();
  if (m_state == State::Failed && m_rows.empty())
    m_state = State::Loading;
  if (!m_organization.isNull())
    m_reading.begin(m_connection.read([id = m_organization](store::Session &session,
                                                            business::AppliedBusiness &business) {
      return MemberService(session, business).list(id);
    }),
                    [this](const Result<std::vector<Membership>> &read) { take(read); });
  Q_EMIT stateChanged();
}

bool MemberList::stop() {
  if (!m_reading.stop())
    return false;
  if (m_state == State::Loading) {
    m_error = StoppableReading::error();
    m_state = State::Failed;
  }
  Q_EMIT stateChanged();
  return true;
}

/// Rows that stay keep their selection: only what differs is told.
void MemberList::replaceRows(const std::vector<Membership> &rows) {
  std::set<RowKey> staying;
  for (const auto &one : rows)
    staying.insert(keyOf(one));
  for (auto at = m_rows.size(); at-- > 0;) {
    if (staying.count(keyOf(m_rows[at])) > 0)
      continue;
    beginRemoveRows({}, int(at), int(at));
    m_rows.erase(m_rows.begin() + std::ptrdiff_t(at));
    endRemoveRows();
  }
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (at < m_rows.size() && keyOf(rows[at]) == keyOf(m_rows[at])) {
      m_rows[at] = rows[at];
      continue;
    }
    beginInsertRows({}, int(at), int(at));
    m_rows.insert(m_rows.begin() + std::ptrdiff_t(at), rows[at]);
    endInsertRows();
  }
  // Those that changed their place were put in anew; their old rows stand at the end.
  if (m_rows.size() > rows.size()) {
    beginRemoveRows({}, int(rows.size()), int(m_rows.size()) - 1);
    m_rows.resize(rows.size());
    endRemoveRows();
  }
}

void MemberList::take(const Result<std::vector<Membership>> &read) {
  if (!read) {
    m_error = read.error();
    // A lost connection leaves readable what is there.
    if (m_state != State::Ready || m_error.code != u"store.disconnected")
      m_state = State::Failed;
    return Q_EMIT stateChanged();
  }
  if (m_rows.empty()) {
    beginResetModel();
    m_rows = *read;
    endResetModel();
  } else {
    replaceRows(*read);
  }
  if (!m_rows.empty())
    Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
  m_state = State::Ready;
  Q_EMIT stateChanged();
}

void MemberList::remove(const Membership &membership) {
  whenDone(m_connection.work([id = m_organization, membership](
                                 store::Session &session, business::AppliedBusiness &business) {
    return MemberService(session, business).removeMember(id, membership.team, membership.email);
  }),
           this, [this, membership](const Result<> &done) {
             if (!done)
               return Q_EMIT failed(done.error());
             reload();
             Q_EMIT removed(membership);
           });
}

void MemberList::addAgain(const Membership &membership) {
  organizations::NewMember again{m_organization,         membership.team,       membership.email,
                                 membership.givenName,   membership.familyName, membership.role,
                                 membership.permissions, membership.expiresAt};
  whenDone(m_connection.work([again](store::Session &session, business::AppliedBusiness &business) {
    return MemberService(session, business).addMember(again);
  }),
           this, [this, membership](const Result<MemberId> &done) {
             if (!done)
               return Q_EMIT failed(done.error());
             reload();
             Q_EMIT addedAgain(membership);
           });
}

int MemberList::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int MemberList::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant MemberList::data(const QModelIndex &index, int role) const {
  if (!index.isValid())
    return {};
  const auto &row = m_rows[std::size_t(index.row())];
  if (role == MembershipRole)
    return QVariant::fromValue(row);
  if (role == MemberNameRole)
    return nameOf(row);
  if (role != Qt::DisplayRole)
    return {};
  switch (index.column()) {
  case PersonColumn:
    return nameOf(row);
  case TeamColumn:
    return row.teamName;
  case RoleColumn:
    return row.role;
  default:
    return {};
  }
}

QVariant MemberList::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case PersonColumn:
    return tr("Member");
  case TeamColumn:
    return tr("Team");
  case RoleColumn:
    return tr("Role");
  case SinceColumn:
    return tr("Since");
  case ExpiresColumn:
    return tr("Expires");
  default:
    return {};
  }
}

} // namespace tenantry::models
