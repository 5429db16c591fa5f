// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/book_export.h"

#include "models/connection/when_done.h"
#include "services/billing/book_exports.h"
#include "services/payments/movement_export.h"
#include "services/payments/receipt_export.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

Result<std::int64_t> writeBookFile(store::Session &session, business::AppliedBusiness &business,
                                   BookExport::Kind kind, std::chrono::year_month month,
                                   const QString &path, const OwnWork::GoOn &goOn) {
  const DayRange days{billing::firstDayOf(month),
                      billing::firstDayOf(month + std::chrono::months(1))};
  switch (kind) {
  case BookExport::Kind::Journal:
    return billing::exportJournal(session, days, path, goOn);
  case BookExport::Kind::OpenItems:
    return billing::exportOpenItems(session, BookExport::lastDayOf(month), path, goOn);
  case BookExport::Kind::Balances:
    return billing::exportCustomerBalances(session, BookExport::lastDayOf(month), path, goOn);
  case BookExport::Kind::Receipts:
    return payments::exportReceipts(session, days, path, goOn);
  case BookExport::Kind::Revenue:
    return billing::exportRevenue(session, business, month, path, goOn);
  case BookExport::Kind::Tax:
    return billing::exportTax(session, days, path, goOn);
  case BookExport::Kind::Movements:
    return payments::exportMovements(session, business, days, path, goOn);
  case BookExport::Kind::Schedule:
    break;
  }
  return billing::exportSchedule(session, business, path, goOn);
}

} // namespace

LocalDay BookExport::lastDayOf(std::chrono::year_month month) {
  return billing::firstDayOf(month + std::chrono::months(1)) - std::chrono::days(1);
}

BookExport::BookExport(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_work(connection, work, u"book-export"_s) {}

void BookExport::start(Kind kind, std::chrono::year_month month, const QString &path) {
  if (isRunning())
    return;
  m_work.begin(tr("Export of the books"), 0);
  Q_EMIT runningChanged();
  whenDone(m_connection.work([kind, month, path, goOn = m_work.goOn()](
                                 store::Session &session, business::AppliedBusiness &business) {
    return writeBookFile(session, business, kind, month, path, goOn);
  }),
           this, [this, path](const Result<std::int64_t> &rows) {
             m_work.end();
             Q_EMIT runningChanged();
             if (!rows)
               Q_EMIT failed(rows.error());
             else if (*rows < 0)
               Q_EMIT cancelled();
             else
               Q_EMIT finished(path, *rows);
           });
}

} // namespace tenantry::models
