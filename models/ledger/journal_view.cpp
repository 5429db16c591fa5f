// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/journal_view.h"

#include "models/connection/when_done.h"

namespace tenantry::models {

JournalView::JournalView(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {}

void JournalView::clear() {
  ++m_generation;
  m_isFetching = false;
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
  m_isFetching = true;
  whenDone(m_connection.read([key](store::Session &session, business::AppliedBusiness &) {
    return billing::JournalListing(session).transaction(key.organization, key.transaction);
  }),
           this,
           [this, generation = m_generation](const Result<billing::JournalTransaction> &read) {
             if (generation != m_generation)
               return;
             m_isFetching = false;
             if (!read)
               return Q_EMIT failed(read.error());
             m_transaction = *read;
             Q_EMIT changed();
           });
}

} // namespace tenantry::models
