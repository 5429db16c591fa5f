// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching/bank_entry_view.h"

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

constexpr auto entryNewsPause = 200ms;

Result<BankEntrySheet> readSheet(store::Session &session, business::AppliedBusiness &business,
                                 const payments::BankEntryId &id) {
  payments::BankDesk desk(session, business);
  BankEntrySheet sheet;
  TENANTRY_TRY(applied, business.current(session));
  sheet.zone = applied->zone();
  TENANTRY_TRY(kept, desk.find(id));
  sheet.kept = std::move(kept);
  if (sheet.kept.twin) {
    TENANTRY_TRY(twin, desk.find(*sheet.kept.twin));
    sheet.twin = std::move(twin);
  }
  if (sheet.kept.status == payments::BankEntryStatus::Waiting && !sheet.kept.isHeld() &&
      sheet.kept.entry.amount.minor() > 0) {
    TENANTRY_TRY(proposals, desk.proposals(sheet.kept));
    sheet.proposals = std::move(proposals);
  }
  if (sheet.kept.status == payments::BankEntryStatus::Waiting && !sheet.kept.isHeld()) {
    TENANTRY_TRY(returnable, desk.returnable(sheet.kept));
    sheet.returnable = std::move(returnable);
  }
  if (sheet.kept.status == payments::BankEntryStatus::Matched) {
    TENANTRY_TRY(paid, desk.paid(id));
    sheet.paid = std::move(paid);
  }
  return sheet;
}

} // namespace

BankEntryView::BankEntryView(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection), m_reading(connection) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(entryNewsPause);
  m_pause.callOnTimeout(this, &BankEntryView::refresh);
  const auto soon = [this] {
    if (!m_pause.isActive())
      m_pause.start();
  };
  // Whatever changed: it may be an invoice that the entry means.
  connect(&m_connection, &Connection::organizationsChanged, this, soon);
  connect(&m_connection, &Connection::caughtUp, this, &BankEntryView::refresh);
}

void BankEntryView::show(const payments::BankEntryId &id) {
  if (id == m_id && m_sheet)
    return;
  clear();
  m_id = id;
  refresh();
}

bool BankEntryView::stop() {
  if (!m_reading.stop())
    return false;
  if (!m_sheet)
    Q_EMIT failed(StoppableReading::error());
  return true;
}

void BankEntryView::clear() {
  m_reading.forget();
  m_id = {};
  m_sheet.reset();
  Q_EMIT changed();
}

void BankEntryView::refresh() {
  if (m_id.isNull())
    return;
  m_reading.cancel();
  m_reading.begin(
      m_connection.read([id = m_id](store::Session &session, business::AppliedBusiness &business) {
        return readSheet(session, business, id);
      }),
      [this](const Result<BankEntrySheet> &sheet) {
        if (!sheet) {
          if (m_sheet && sheet.error().code == QLatin1StringView("store.disconnected"))
            return;
          m_sheet.reset();
          return Q_EMIT failed(sheet.error());
        }
        m_sheet = *sheet;
        Q_EMIT changed();
      });
}

} // namespace tenantry::models
