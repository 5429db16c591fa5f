// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/payments/refunds.h"
#include "services/payments/transfers.h"
#include <QTimer>
#include <variant>

namespace tenantry::models {

/// Records a payment of one invoice, or gives one back: previews what an amount comes to as it is
/// typed, confirms what was previewed, and previews anew where something was paid meanwhile.
class InvoicePayer : public QObject {
  Q_OBJECT

public:
  enum class Act { Receive, Refund };
  using Picture = std::variant<payments::TransferPicture, payments::RefundPicture>;

  InvoicePayer(Connection &connection, Act act, const billing::Invoice &invoice,
               QObject *parent = nullptr);

  /// Soon, where more is typed meanwhile: the last one counts. Minor units.
  void preview(std::int64_t amount);
  void forget(); ///< nothing is wanted
  /// What was previewed last, as it was shown. `text`: what the bank says, or why it goes back.
  void confirm(const QString &text);

  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  [[nodiscard]] const Picture *shown() const { return m_shown ? &*m_shown : nullptr; }

Q_SIGNALS:
  void previewed();
  /// It cannot be done so, or could not be looked at.
  void refused(const tenantry::Error &error);
  /// It came to something else than what was shown; the preview of what it comes to follows.
  void outdated(const tenantry::Error &error);
  void busyChanged(bool busy);
  void done();

private:
  void look();
  void take(const Result<> &outcome);
  void setBusy(bool busy);

  Connection &m_connection;
  const Act m_act;
  const billing::InvoiceKey m_invoice;
  const Currency m_currency;
  payments::PaymentId m_payment; ///< sent twice, after a lost connection, it is received once
  QTimer m_pause;
  std::int64_t m_amount = 0;
  std::optional<Picture> m_shown;
  quint64 m_generation = 0;
  bool m_isBusy = false;
};

} // namespace tenantry::models
