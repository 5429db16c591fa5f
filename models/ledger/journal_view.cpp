// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/journal_view.h"

namespace tenantry::models {

JournalView::JournalView(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection), m_reading(connection) {
  connect(&m_connection, &Connection::caughtUp, this, &JournalView::retry);
}

void JournalView::retry() {
  if (m_key && !m_transaction)
    show(billing::JournalKey(*m_key));
}

bool JournalView::stop() {
  if (!m_reading.stop())
    return false;
  if (!m_transaction)
    Q_EMIT failed(StoppableReading::error());
  return true;
}

void JournalView::clear() {
  m_reading.forget();
  m_key.reset();
  m_transaction.reset();
  Q_EMIT changed();
}

void JournalView::show(const billing::JournalKey &key) {
  const bool isKnown = m_transaction && m_key && m_key->organization == key.organization &&
                       m_key->transaction == key.transaction;
  if (isKnown) {
    m_key = key;
    return Q_EMIT changed();
  }
  clear();
  m_key = key;
  m_reading.begin(m_connection.read([key](store::Session &session, business::AppliedBusiness &) {
    return billing::JournalListing(session).transaction(key.organization, key.transaction);
  }),
                  [this](const Result<billing::JournalTransaction> &read) {
                    if (!read)
                      return Q_EMIT failed(read.error());
                    m_transaction = *read;
                    Q_EMIT changed();
                  });
}

} // namespace tenantry::models
