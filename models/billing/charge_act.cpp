// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/charge_act.h"

#include "models/connection/when_done.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

constexpr auto linesPause = 150ms; // typing says much

/// It was issued already, under that number; or what it would come to.
struct ChargeLooked {
  std::optional<QString> issued;
  std::optional<billing::PlannedInvoice> planned;
};

Result<ChargeLooked> lookAtCharge(store::Session &session, business::AppliedBusiness &business,
                                  const billing::OneOffRequest &request) {
  if (!request.id.isNull()) {
    const auto known =
        billing::BillingService(session, business).find(request.organization, request.id);
    if (known)
      return ChargeLooked{known->number, {}};
    if (known.error().code != "invoice.not_found"_L1)
      return tl::unexpected(known.error());
  }
  TENANTRY_TRY(planned, billing::OneOffCharges(session, business).preview(request));
  return ChargeLooked{{}, std::move(planned)};
}

} // namespace

ChargeAct::ChargeAct(Connection &connection, const OrganizationId &organization, Currency currency,
                     QObject *parent)
    : QObject(parent), m_connection(connection), m_organization(organization),
      m_currency(currency) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(linesPause);
  m_pause.callOnTimeout(this, &ChargeAct::look);
  const auto again = [this] {
    if (!m_lines.empty() && !m_isBusy)
      preview(Lines(m_lines));
  };
  connect(&m_connection, &Connection::caughtUp, this, again);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this, again](const QList<OrganizationId> &changed) {
            if (changed.contains(m_organization))
              again();
          });
}

void ChargeAct::preview(const Lines &lines) {
  forget();
  m_lines = lines;
  m_pause.start();
}

void ChargeAct::forget() {
  ++m_generation;
  m_pause.stop();
  m_lines.clear();
  m_shown.reset();
}

billing::OneOffRequest ChargeAct::request() const {
  return {m_organization, m_currency, m_lines,
          m_sent && m_sent->lines == m_lines ? m_sent->id : InvoiceId()};
}

void ChargeAct::look() {
  auto reading = m_connection.read(
      [asked = request()](store::Session &session, business::AppliedBusiness &business) {
        return lookAtCharge(session, business, asked);
      });
  whenDone(reading, this, [this, generation = m_generation](const Result<ChargeLooked> &looked) {
    if (generation != m_generation)
      return;
    if (!looked)
      return Q_EMIT refused(looked.error());
    if (looked->issued)
      return take(*looked->issued);
    m_shown = looked->planned;
    Q_EMIT previewed();
  });
}

void ChargeAct::confirm() {
  if (!m_shown || m_isBusy)
    return;
  setBusy(true);
  if (request().id.isNull())
    m_sent = Sent{m_lines, makeId<InvoiceId>(m_connection.clock().now())};
  auto acted = m_connection.work(
      [asked = request(), seen = billing::digestOfCharge(*m_shown)](
          store::Session &session, business::AppliedBusiness &business) -> Result<QString> {
        TENANTRY_TRY(invoice, billing::OneOffCharges(session, business).act(asked, seen));
        return invoice.number;
      });
  whenDone(acted, this, [this](const Result<QString> &outcome) {
    setBusy(false);
    take(outcome);
  });
}

void ChargeAct::take(const Result<QString> &outcome) {
  if (outcome) {
    forget();
    return Q_EMIT done(*outcome);
  }
  if (outcome.error().code != "invoice.picture_changed"_L1)
    return Q_EMIT refused(outcome.error());
  Q_EMIT outdated(outcome.error());
  preview(Lines(m_lines));
}

void ChargeAct::setBusy(bool busy) {
  m_isBusy = busy;
  Q_EMIT busyChanged(busy);
}

} // namespace tenantry::models
