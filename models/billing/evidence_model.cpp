// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/evidence_model.h"

#include "models/usage/event_list_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

EvidenceModel::EvidenceModel(Connection &connection, QObject *parent)
    : QAbstractTableModel(parent), m_connection(connection), m_reading(connection) {}

void EvidenceModel::show(const OrganizationId &organization, const billing::StoredLine &line) {
  m_reading.forget();
  m_organization = organization;
  m_line = line;
  m_firstVisible = m_lastVisible = 0;
  beginResetModel();
  m_pages = {pageSize, pagesKept};
  endResetModel();
  m_state = State::Loading;
  Q_EMIT stateChanged();
  fetch(0);
}

void EvidenceModel::setVisibleRows(int first, int last) {
  if (first != m_firstVisible)
    m_direction = first < m_firstVisible ? -1 : 1;
  m_firstVisible = first;
  m_lastVisible = last;
  if (isFetching() || m_state != State::Ready)
    return;
  if (const auto page = m_pages.wanted(first, last, m_direction))
    fetch(*page);
}

void EvidenceModel::fetch(int page) {
  m_reading.begin(m_connection.read([organization = m_organization, line = m_line,
                                     after = m_pages.startOf(page)](
                                        store::Session &session,
                                        business::AppliedBusiness &business) {
    return billing::BillingService(session, business).evidence(organization, line, after, pageSize);
  }),
                  [this, page](const Result<Events> &events) {
                    if (events)
                      return take(page, *events);
                    m_error = events.error();
                    m_state = State::Failed;
                    Q_EMIT stateChanged();
                  });
}

bool EvidenceModel::stop() {
  if (!m_reading.stop())
    return false;
  m_error = StoppableReading::error();
  m_state = State::Failed;
  Q_EMIT stateChanged();
  return true;
}

void EvidenceModel::retry() {
  if (m_state != State::Failed)
    return;
  m_state = rowCount() > 0 ? State::Ready : State::Loading;
  Q_EMIT stateChanged();
  if (m_state == State::Ready)
    setVisibleRows(m_firstVisible, m_lastVisible);
  else
    fetch(0);
}

void EvidenceModel::take(int page, Events events) {
  const bool goesOn = int(events.size()) == pageSize;
  std::optional<usage::EventCursor> next;
  if (goesOn)
    next = usage::EventCursor{events.back().occurredAt, events.back().key};
  const bool grows = m_pages.isNew(page) && !events.empty();
  if (grows)
    beginInsertRows({}, rowCount(), rowCount() + int(events.size()) - 1);
  m_pages.put(page, std::move(events), std::move(next));
  if (grows)
    endInsertRows();
  else if (m_pages.sizeOf(page) > 0)
    Q_EMIT dataChanged(index(page * pageSize, 0),
                       index(page * pageSize + m_pages.sizeOf(page) - 1, ColumnCount - 1));
  if (m_state != State::Ready) {
    m_state = State::Ready;
    Q_EMIT stateChanged();
  }
  Q_EMIT pageShown();
}

int EvidenceModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : m_pages.rowCount();
}

int EvidenceModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const {
  const auto *event = index.isValid() ? m_pages.row(index.row()) : nullptr;
  if (!event)
    return {};
  switch (role) {
  case EvidenceAtRole:
    return QVariant::fromValue(event->occurredAt);
  case EvidenceRecordedRole:
    return QVariant::fromValue(event->recordedAt);
  case EvidenceKeyRole:
    return event->key;
  case EvidenceQuantityRole:
    return qint64(event->quantity);
  case EvidenceDimensionsRole:
    return dimensionsText(event->dimensions);
  default:
    return {};
  }
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return QAbstractTableModel::headerData(section, orientation, role);
  const QStringList titles{tr("Happened"), tr("Key"), tr("Dimensions"), tr("Recorded"),
                           tr("Quantity")};
  return titles.value(section);
}

bool EvidenceModel::canFetchMore(const QModelIndex &parent) const {
  return !parent.isValid() && m_state == State::Ready && !m_pages.isComplete();
}

void EvidenceModel::fetchMore(const QModelIndex &) {
  if (canFetchMore({}) && !isFetching())
    fetch(m_pages.rowCount() / pageSize);
}

} // namespace tenantry::models
