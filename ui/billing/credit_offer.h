// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_sheet.h"
#include "models/connection/connection.h"
#include <QAction>
#include <QPointer>

namespace tenantry::ui {

class CreditDialog;

/// Crediting the invoice that is looked at, as an action: blocked where it cannot be, with the
/// reason.
class CreditOffer : public QAction {
  Q_OBJECT

public:
  /// `sheet` says what is looked at; null: nothing.
  CreditOffer(models::Connection &connection, std::function<const models::InvoiceSheet *()> sheet,
              QWidget *pane);

  [[nodiscard]] QString obstacle(const models::InvoiceSheet *sheet) const;
  [[nodiscard]] CreditDialog *dialog() const; ///< null while none is open
  void follow();                              ///< another one is looked at, or it changed

private:
  void open();

  models::Connection &m_connection;
  std::function<const models::InvoiceSheet *()> m_sheet;
  QWidget *m_pane;
  QPointer<CreditDialog> m_dialog;
};

} // namespace tenantry::ui
