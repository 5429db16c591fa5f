// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/money_act.h"

#include "models/billing/invoice_reading.h"
#include "models/connection/when_done.h"
#include "services/payments/credits.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

constexpr auto typingPause = 150ms;

/// What is asked for, as it is looked at and done off the GUI thread.
struct Asked {
  MoneyAct::Kind kind;
  billing::InvoiceKey invoice;
  Money amount;
  QUuid id{};
  QString text{};
  std::optional<LocalDay> day{};
  payments::PaymentId payment{}; ///< that is taken back

  [[nodiscard]] payments::CreditRequest credit() const {
    return {invoice.organization, invoice.invoice, amount.minor(), text, CreditNoteId(id)};
  }
  [[nodiscard]] payments::Transfer transfer() const {
    return {invoice.organization, invoice.invoice, amount, text, payments::PaymentId(id), {}, day};
  }
  [[nodiscard]] payments::RefundRequest refund() const {
    return {invoice.organization, invoice.invoice, amount.minor(), text, payments::RefundId(id)};
  }
  [[nodiscard]] payments::RecordedPayment recorded() const {
    return {invoice.organization, payment, text};
  }
  [[nodiscard]] payments::BalanceAdjustment adjustment() const {
    const bool isPaidOut = kind == MoneyAct::Kind::PayOut;
    return {invoice.organization, isPaidOut ? -amount : amount, text, id,
            isPaidOut ? billing::ByHand::PaidOut : billing::ByHand::Adjusted};
  }
};

Result<MoneyAct::Picture> pictureOf(store::Session &session, business::AppliedBusiness &business,
                                    const Asked &asked) {
  switch (asked.kind) {
  case MoneyAct::Kind::Credit: {
    TENANTRY_TRY(picture,
                 readCreditPreview(session, business, asked.invoice, asked.amount.minor()));
    return MoneyAct::Picture(std::move(picture));
  }
  case MoneyAct::Kind::Receive: {
    TENANTRY_TRY(picture, payments::Transfers(session, business).preview(asked.transfer()));
    return MoneyAct::Picture(std::move(picture));
  }
  case MoneyAct::Kind::TakeBack: {
    TENANTRY_TRY(picture, payments::TakeBacks(session, business).preview(asked.recorded()));
    return MoneyAct::Picture(std::move(picture));
  }
  case MoneyAct::Kind::Void: {
    TENANTRY_TRY(picture, payments::Voids(session, business).preview(asked.invoice));
    return MoneyAct::Picture(std::move(picture));
  }
  case MoneyAct::Kind::Again: {
    TENANTRY_TRY(picture, readAgainPreview(session, business, asked.invoice));
    return MoneyAct::Picture(std::move(picture));
  }
  case MoneyAct::Kind::Adjust:
  case MoneyAct::Kind::PayOut: {
    TENANTRY_TRY(picture,
                 payments::BalanceAdjustments(session, business).preview(asked.adjustment()));
    return MoneyAct::Picture(std::move(picture));
  }
  case MoneyAct::Kind::Refund:
    break;
  }
  TENANTRY_TRY(picture, payments::Refunds(session, business).preview(asked.refund()));
  return MoneyAct::Picture(std::move(picture));
}

Result<bool> wasDone(store::Session &session, business::AppliedBusiness &business,
                     const Asked &asked) {
  const auto &organization = asked.invoice.organization;
  switch (asked.kind) {
  case MoneyAct::Kind::Credit:
    return payments::Credits(session, business).knows(organization, CreditNoteId(asked.id));
  case MoneyAct::Kind::Receive:
    return payments::Transfers(session, business)
        .knows(organization, payments::PaymentId(asked.id));
  case MoneyAct::Kind::TakeBack:
    return payments::TakeBacks(session, business).isTakenBack(organization, asked.payment);
  case MoneyAct::Kind::Void:
    return payments::Voids(session, business).isVoid(asked.invoice);
  case MoneyAct::Kind::Again: {
    TENANTRY_TRY(links, billing::IssueAgain(session, business).linksOf(asked.invoice));
    return links.again.has_value();
  }
  case MoneyAct::Kind::Adjust:
  case MoneyAct::Kind::PayOut:
    return payments::BalanceAdjustments(session, business).knows(organization, asked.id);
  case MoneyAct::Kind::Refund:
    break;
  }
  return payments::Refunds(session, business).knows(organization, payments::RefundId(asked.id));
}

Result<billing::AgainLinks> issuedBy(store::Session &session, business::AppliedBusiness &business,
                                     const Asked &asked) {
  return asked.kind == MoneyAct::Kind::Again
             ? billing::IssueAgain(session, business).linksOf(asked.invoice)
             : billing::AgainLinks();
}

/// No picture: it was done already.
struct Looked {
  std::optional<MoneyAct::Picture> picture{};
  billing::AgainLinks issued{};
};

Result<Looked> lookAt(store::Session &session, business::AppliedBusiness &business,
                      const Asked &asked) {
  if (!asked.id.isNull()) {
    TENANTRY_TRY(done, wasDone(session, business, asked));
    if (done) {
      TENANTRY_TRY(issued, issuedBy(session, business, asked));
      return Looked{{}, std::move(issued)};
    }
  }
  TENANTRY_TRY(picture, pictureOf(session, business, asked));
  return Looked{std::move(picture)};
}

Result<> carryOut(store::Session &session, business::AppliedBusiness &business, const Asked &asked,
                  const QString &seen) {
  switch (asked.kind) {
  case MoneyAct::Kind::Credit:
    TENANTRY_CHECK(payments::Credits(session, business).act(asked.credit(), seen));
    return {};
  case MoneyAct::Kind::Receive:
    TENANTRY_CHECK(payments::Transfers(session, business).act(asked.transfer(), seen));
    return {};
  case MoneyAct::Kind::TakeBack:
    TENANTRY_CHECK(payments::TakeBacks(session, business).act(asked.recorded(), seen));
    return {};
  case MoneyAct::Kind::Void:
    TENANTRY_CHECK(payments::Voids(session, business)
                       .act({asked.invoice.organization, asked.invoice.invoice, asked.text}, seen));
    return {};
  case MoneyAct::Kind::Again:
    TENANTRY_CHECK(billing::IssueAgain(session, business).act(asked.invoice, seen));
    return {};
  case MoneyAct::Kind::Adjust:
  case MoneyAct::Kind::PayOut:
    TENANTRY_CHECK(payments::BalanceAdjustments(session, business).act(asked.adjustment(), seen));
    return {};
  case MoneyAct::Kind::Refund:
    break;
  }
  TENANTRY_CHECK(payments::Refunds(session, business).act(asked.refund(), seen));
  return {};
}

} // namespace

MoneyAct::MoneyAct(Connection &connection, Kind kind, const billing::Invoice &invoice,
                   QObject *parent)
    : MoneyAct(connection, kind, {invoice.organization, invoice.id}, invoice.currency, parent) {}

MoneyAct::MoneyAct(Connection &connection, Kind kind, const billing::InvoiceKey &key,
                   Currency currency, QObject *parent)
    : QObject(parent), m_connection(connection), m_kind(kind), m_invoice(key),
      m_currency(currency) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(typingPause);
  m_pause.callOnTimeout(this, &MoneyAct::look);
  const auto again = [this] {
    if (m_amount != 0 && !m_isBusy)
      preview(m_amount, m_day);
  };
  connect(&m_connection, &Connection::caughtUp, this, again);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this, again](const QList<OrganizationId> &changed) {
            if (changed.contains(m_invoice.organization))
              again();
          });
}

void MoneyAct::preview(std::int64_t amount, std::optional<LocalDay> day) {
  forget();
  m_amount = amount;
  m_day = day;
  m_pause.start();
}

void MoneyAct::forget() {
  ++m_generation;
  m_pause.stop();
  m_amount = 0;
  m_shown.reset();
}

QUuid MoneyAct::sentBefore() const {
  return m_sent && m_sent->amount == m_amount && m_sent->day == m_day ? m_sent->id : QUuid();
}

void MoneyAct::look() {
  const Asked asked{m_kind, m_invoice, Money(m_amount, m_currency), sentBefore(), {},
                    m_day,  m_payment};
  auto reading =
      m_connection.read([asked](store::Session &session, business::AppliedBusiness &business) {
        return lookAt(session, business, asked);
      });
  whenDone(reading, this, [this, generation = m_generation](const Result<Looked> &looked) {
    if (generation != m_generation)
      return;
    if (!looked)
      return Q_EMIT refused(looked.error());
    if (!looked->picture)
      return finish(looked->issued);
    m_shown = looked->picture;
    Q_EMIT previewed();
  });
}

void MoneyAct::confirm(const QString &text) {
  if (!m_shown || m_isBusy)
    return;
  setBusy(true);
  if (sentBefore().isNull())
    m_sent = Sent{m_amount, m_day, makeUuidV7(m_connection.clock().now())};
  const auto seen = std::visit([](const auto &picture) { return picture.digest(); }, *m_shown);
  const Asked asked{m_kind, m_invoice, Money(m_amount, m_currency), m_sent->id, text,
                    m_day,  m_payment};
  auto acted = m_connection.work(
      [asked, seen](store::Session &session,
                    business::AppliedBusiness &business) -> Result<billing::AgainLinks> {
        TENANTRY_CHECK(carryOut(session, business, asked, seen));
        return issuedBy(session, business, asked);
      });
  whenDone(acted, this, [this](const Result<billing::AgainLinks> &outcome) {
    setBusy(false);
    take(outcome);
  });
}

void MoneyAct::take(const Result<billing::AgainLinks> &outcome) {
  if (outcome)
    return finish(*outcome);
  if (!outcome.error().code.endsWith(u".picture_changed"_s))
    return Q_EMIT refused(outcome.error());
  Q_EMIT outdated(outcome.error());
  preview(m_amount, m_day);
}

void MoneyAct::finish(const billing::AgainLinks &issued) {
  m_issued = issued;
  forget();
  Q_EMIT done();
}

void MoneyAct::setBusy(bool busy) {
  m_isBusy = busy;
  Q_EMIT busyChanged(busy);
}

} // namespace tenantry::models
