// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dunning/dunning_view.h"

#include "models/billing/invoice_key.h"
#include "models/connection/when_done.h"
#include "services/payments/dunning_acts.h"

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {
constexpr auto sheetNewsPause = 200ms;
} // namespace

DunningView::DunningView(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection), m_reading(connection) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(sheetNewsPause);
  m_newsPause.callOnTimeout(this, &DunningView::refresh);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this](const QList<OrganizationId> &organizations) {
            if (m_key && organizations.contains(m_key->organization) && !m_newsPause.isActive())
              m_newsPause.start();
          });
  connect(&m_connection, &Connection::caughtUp, this, &DunningView::refresh);
}

bool DunningView::stop() {
  if (!m_reading.stop())
    return false;
  if (!m_sheet)
    Q_EMIT failed(StoppableReading::error());
  return true;
}

void DunningView::clear() {
  m_reading.forget();
  m_key.reset();
  m_sheet.reset();
  Q_EMIT changed();
}

void DunningView::show(const billing::InvoiceKey &key) {
  clear();
  m_number.clear();
  m_key = key;
  refresh();
}

void DunningView::refresh() {
  if (!m_key)
    return;
  m_reading.cancel();
  m_reading.begin(m_connection.read(
                      [key = *m_key](store::Session &session, business::AppliedBusiness &business) {
                        return payments::DunningBoard(session, business).sheet(key);
                      }),
                  [this](const Result<payments::DunningSheet> &sheet) { take(sheet); });
}

void DunningView::take(const Result<payments::DunningSheet> &sheet) {
  if (sheet) {
    m_sheet = *sheet;
    Q_EMIT changed();
  } else if (sheet.error().code != QStringLiteral("store.disconnected") || !m_sheet) {
    m_sheet.reset();
    Q_EMIT failed(sheet.error());
  }
}

void DunningView::retry() { m_number.isEmpty() ? refresh() : find(QString(m_number)); }

void DunningView::find(const QString &number) {
  ++m_search;
  m_number = number;
  whenDone(m_connection.read([number](store::Session &session,
                                      business::AppliedBusiness &business) -> Result<QString> {
    TENANTRY_TRY(invoice, billing::BillingService(session, business).findByNumber(number));
    return keyText({invoice.organization, invoice.id});
  }),
           this, [this, search = m_search](const Result<QString> &key) {
             if (search != m_search)
               return;
             if (key)
               Q_EMIT found(*key);
             else
               Q_EMIT failed(key.error());
           });
}

void DunningView::revoke(const payments::ExtensionId &extension) {
  if (!m_sheet)
    return;
  whenDone(m_connection.work([organization = m_sheet->row.organization, extension](
                                 store::Session &session, business::AppliedBusiness &business) {
    return payments::DunningActs(session, business).revoke(organization, extension);
  }),
           this, [this, number = m_sheet->row.number](const Result<bool> &isDone) {
             if (!isDone)
               Q_EMIT notRevoked(isDone.error());
             else if (*isDone)
               Q_EMIT revoked(number);
             refresh();
           });
}

} // namespace tenantry::models
