// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/billing/pay_dialog.h"
#include <QAction>
#include <QPointer>

namespace tenantry::ui {

/// Recording a payment of the invoice that is looked at, or giving one back, as an action: blocked
/// where it cannot be, with the reason.
class PayOffer : public QAction {
  Q_OBJECT

public:
  using Act = PayDialog::Act;
  /// `sheet` says what is looked at; null: nothing.
  PayOffer(models::Connection &connection, Act act,
           std::function<const models::InvoiceSheet *()> sheet, QWidget *pane);

  [[nodiscard]] QString obstacle(const models::InvoiceSheet *sheet) const;
  [[nodiscard]] PayDialog *dialog() const { return m_dialog; } ///< null while none is open
  void follow(); ///< another one is looked at, or it changed

Q_SIGNALS:
  void paid(); ///< money came, or is on its way back

private:
  void open();

  models::Connection &m_connection;
  const Act m_act;
  std::function<const models::InvoiceSheet *()> m_sheet;
  QWidget *m_pane;
  QPointer<PayDialog> m_dialog;
};

} // namespace tenantry::ui
