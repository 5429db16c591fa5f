// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_creditor.h"

#include "models/billing/invoice_reading.h"
#include "models/connection/when_done.h"
#include "services/payments/adjustment.h"

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {
constexpr auto typingPause = 150ms;
}

InvoiceCreditor::InvoiceCreditor(Connection &connection, const billing::InvoiceKey &invoice,
                                 QObject *parent)
    : QObject(parent), m_connection(connection), m_invoice(invoice) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(typingPause);
  m_pause.callOnTimeout(this, &InvoiceCreditor::look);
  const auto again = [this] {
    if (m_amount != 0 && !m_isBusy)
      preview(m_amount);
  };
  connect(&m_connection, &Connection::caughtUp, this, again);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this, again](const QList<OrganizationId> &changed) {
            if (changed.contains(m_invoice.organization))
              again();
          });
}

void InvoiceCreditor::preview(std::int64_t amount) {
  forget();
  m_amount = amount;
  m_pause.start();
}

void InvoiceCreditor::forget() {
  ++m_generation;
  m_pause.stop();
  m_amount = 0;
  m_shown.reset();
}

void InvoiceCreditor::look() {
  auto reading =
      m_connection.read([invoice = m_invoice, amount = m_amount](
                            store::Session &session, business::AppliedBusiness &business) {
        return readCreditPreview(session, business, invoice, amount);
      });
  whenDone(reading, this, [this, generation = m_generation](const Result<InvoiceSheet> &sheet) {
    if (generation != m_generation)
      return;
    if (!sheet)
      return Q_EMIT refused(sheet.error());
    m_shown = *sheet;
    Q_EMIT previewed();
  });
}

void InvoiceCreditor::confirm(const QString &reason) {
  if (!m_shown || m_isBusy)
    return;
  setBusy(true);
  billing::CreditSplit seen;
  seen.toBalance = m_shown->note->toBalance;
  auto acted = m_connection.work(
      [invoice = m_invoice, amount = m_amount, reason,
       seen](store::Session &session, business::AppliedBusiness &business) -> Result<> {
        return session.database.transaction([&]() -> Result<> {
          TENANTRY_CHECK(billing::Corrections(session, business)
                             .expectCredit(invoice.organization, invoice.invoice, amount, seen));
          return payments::creditInvoice(session, business, invoice.organization, invoice.invoice,
                                         amount, reason);
        });
      });
  whenDone(acted, this, [this](const Result<> &outcome) {
    setBusy(false);
    take(outcome);
  });
}

void InvoiceCreditor::take(const Result<> &outcome) {
  if (outcome) {
    forget();
    return Q_EMIT done();
  }
  if (outcome.error().code != QLatin1StringView("invoice.picture_changed"))
    return Q_EMIT refused(outcome.error());
  Q_EMIT outdated(outcome.error());
  preview(m_amount);
}

void InvoiceCreditor::setBusy(bool busy) {
  m_isBusy = busy;
  Q_EMIT busyChanged(busy);
}

} // namespace tenantry::models
