// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_sheet.h"
#include "models/connection/connection.h"
#include "services/payments/balance_adjustments.h"
#include "services/payments/refunds.h"
#include "services/payments/take_backs.h"
#include "services/payments/transfers.h"
#include "services/payments/voids.h"
#include <QTimer>
#include <variant>

namespace tenantry::models {

/// Moves money of one invoice: credits an amount of it, records a payment, gives one back, takes
/// a whole invoice, or a payment that was recorded, back, or issues a void invoice again; or
/// adjusts the balance of one organization, or writes down that it was paid out. Previews what an
/// amount comes to as it is typed, confirms what was previewed, and previews anew where something
/// was paid meanwhile. What was sent and not answered, as after a lost connection, is asked about
/// before it is sent again, so that it is done once.
class MoneyAct : public QObject {
  Q_OBJECT

public:
  enum class Kind { Credit, Receive, Refund, TakeBack, Void, Again, Adjust, PayOut };
  using Picture = std::variant<CreditPicture, payments::TransferPicture, payments::RefundPicture,
                               payments::UnassignPicture, payments::VoidPicture,
                               payments::BalancePicture, AgainPicture>;

  MoneyAct(Connection &connection, Kind kind, const billing::Invoice &invoice,
           QObject *parent = nullptr);
  /// Of a balance there is no invoice in the key.
  MoneyAct(Connection &connection, Kind kind, const billing::InvoiceKey &key, Currency currency,
           QObject *parent = nullptr);

  void setPayment(const payments::PaymentId &payment) { m_payment = payment; } ///< taken back
  /// Soon, where more is typed meanwhile: the last one counts. Minor units, tax included. What is
  /// taken back is so whole, whatever the amount. `day`: on which a payment came; none: today.
  void preview(std::int64_t amount, std::optional<LocalDay> day = {});
  void forget(); ///< nothing is wanted
  /// What was previewed last, as it was shown. `text`: what the bank says, or why it is done.
  void confirm(const QString &text);

  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  /// What it would come to; null while that is not known.
  [[nodiscard]] const Picture *shown() const { return m_shown ? &*m_shown : nullptr; }
  /// Of what was sent last; null: nothing was.
  [[nodiscard]] QUuid sentId() const { return m_sent ? m_sent->id : QUuid(); }
  /// Once it is done: the invoice in place of the void one.
  [[nodiscard]] const billing::AgainLinks &issued() const { return m_issued; }

Q_SIGNALS:
  void previewed();
  /// It cannot be done so, or could not be looked at.
  void refused(const tenantry::Error &error);
  /// It came to something else than what was shown; the preview of what it comes to follows.
  void outdated(const tenantry::Error &error);
  void busyChanged(bool busy);
  void done();

private:
  /// The same amount is the same act however often it is sent.
  struct Sent {
    std::int64_t amount = 0;
    std::optional<LocalDay> day;
    QUuid id;
  };
  void look();
  void take(const Result<billing::AgainLinks> &outcome);
  void finish(const billing::AgainLinks &issued);
  void setBusy(bool busy);
  [[nodiscard]] QUuid sentBefore() const; ///< null: it was not

  Connection &m_connection;
  const Kind m_kind;
  const billing::InvoiceKey m_invoice;
  const Currency m_currency;
  payments::PaymentId m_payment;
  QTimer m_pause;
  std::int64_t m_amount = 0;
  std::optional<LocalDay> m_day;
  std::optional<Picture> m_shown;
  std::optional<Sent> m_sent;
  billing::AgainLinks m_issued;
  quint64 m_generation = 0;
  bool m_isBusy = false;
};

} // namespace tenantry::models
