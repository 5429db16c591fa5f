// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_payer.h"

#include "models/connection/when_done.h"

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

constexpr auto previewPause = 150ms;

/// What is asked for, as it is done off the GUI thread.
struct Asked {
  InvoicePayer::Act act;
  billing::InvoiceKey invoice;
  Money amount;
  QString text;
  payments::PaymentId payment;

  [[nodiscard]] payments::Transfer transfer() const {
    return {invoice.organization, invoice.invoice, amount, text, payment};
  }
  [[nodiscard]] payments::RefundRequest refund() const {
    return {invoice.organization, invoice.invoice, amount.minor(), text};
  }
};

Result<InvoicePayer::Picture> pictureOf(store::Session &session,
                                        business::AppliedBusiness &business, const Asked &asked) {
  if (asked.act == InvoicePayer::Act::Receive) {
    TENANTRY_TRY(picture, payments::Transfers(session, business).preview(asked.transfer()));
    return InvoicePayer::Picture(std::move(picture));
  }
  TENANTRY_TRY(picture, payments::Refunds(session, business).preview(asked.refund()));
  return InvoicePayer::Picture(std::move(picture));
}

Result<> carryOut(store::Session &session, business::AppliedBusiness &business, const Asked &asked,
                  const QString &seen) {
  if (asked.act == InvoicePayer::Act::Receive) {
    TENANTRY_CHECK(payments::Transfers(session, business).act(asked.transfer(), seen));
    return {};
  }
  TENANTRY_CHECK(payments::Refunds(session, business).act(asked.refund(), seen));
  return {};
}

} // namespace

InvoicePayer::InvoicePayer(Connection &connection, Act act, const billing::Invoice &invoice,
                           QObject *parent)
    : QObject(parent), m_connection(connection),
      m_act(act), m_invoice{invoice.organization, invoice.id}, m_currency(invoice.currency),
      m_payment(makeUuidV7(connection.clock().now())) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(previewPause);
  m_pause.callOnTimeout(this, &InvoicePayer::look);
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

void InvoicePayer::preview(std::int64_t amount) {
  forget();
  m_amount = amount;
  m_pause.start();
}

void InvoicePayer::forget() {
  ++m_generation;
  m_pause.stop();
  m_amount = 0;
  m_shown.reset();
}

void InvoicePayer::look() {
  const Asked asked{m_act, m_invoice, Money(m_amount, m_currency), {}, m_payment};
  auto reading =
      m_connection.read([asked](store::Session &session, business::AppliedBusiness &business) {
        return pictureOf(session, business, asked);
      });
  whenDone(reading, this, [this, generation = m_generation](const Result<Picture> &picture) {
    if (generation != m_generation)
      return;
    if (!picture)
      return Q_EMIT refused(picture.error());
    m_shown = *picture;
    Q_EMIT previewed();
  });
}

void InvoicePayer::confirm(const QString &text) {
  if (!m_shown || m_isBusy)
    return;
  setBusy(true);
  const auto seen = std::visit([](const auto &picture) { return picture.digest(); }, *m_shown);
  const Asked asked{m_act, m_invoice, Money(m_amount, m_currency), text, m_payment};
  auto acted = m_connection.work(
      [asked, seen](store::Session &session, business::AppliedBusiness &business) {
        return carryOut(session, business, asked, seen);
      });
  whenDone(acted, this, [this](const Result<> &outcome) {
    setBusy(false);
    take(outcome);
  });
}

void InvoicePayer::take(const Result<> &outcome) {
  if (outcome) {
    forget();
    return Q_EMIT done();
  }
  if (outcome.error().code != QLatin1StringView("payment.picture_changed"))
    return Q_EMIT refused(outcome.error());
  Q_EMIT outdated(outcome.error());
  preview(m_amount);
}

void InvoicePayer::setBusy(bool busy) {
  m_isBusy = busy;
  Q_EMIT busyChanged(busy);
}

} // namespace tenantry::models
