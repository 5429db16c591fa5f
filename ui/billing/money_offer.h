// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_sheet.h"
#include "ui/organizations/money_dialog.h"
#include "ui/shell/place.h"
#include <QAction>
#include <QPointer>

namespace tenantry::ui {

/// Moving money of the invoice that is looked at, as an action: blocked where it cannot be, with
/// the reason.
class MoneyOffer : public QAction {
  Q_OBJECT

public:
  using Kind = models::MoneyAct::Kind;
  /// `sheet` says what is looked at; null: nothing.
  MoneyOffer(models::Connection &connection, Kind kind,
             std::function<const models::InvoiceSheet *()> sheet, QWidget *pane);

  [[nodiscard]] QString obstacle(const models::InvoiceSheet *sheet) const;
  [[nodiscard]] QString refusal() const;                         ///< of whatever invoice
  [[nodiscard]] MoneyDialog *dialog() const { return m_dialog; } ///< null while none is open
  void keepDraftsIn(models::DraftStore &drafts) { m_drafts = &drafts; }
  void follow(); ///< another one is looked at, or it changed

Q_SIGNALS:
  void moved();                                          ///< it is done, or on its way
  void placeRequested(const tenantry::ui::Place &place); ///< of what it issued

private:
  void open();
  void openFor(const payments::InvoicePayment &payment); ///< where none is taken back: an empty one
  void chooseOf(const std::vector<payments::InvoicePayment> &payments);
  void takeBackAtOnce(const MoneySubject &of, const payments::PaymentId &payment);
  void tell(const QString &what, const billing::AgainLinks &issued);
  [[nodiscard]] QString missingRight() const;
  [[nodiscard]] QString notOf(const models::InvoiceSheet &sheet) const;
  [[nodiscard]] static QString notVoided(const models::InvoiceSheet &sheet);

  models::Connection &m_connection;
  const Kind m_kind;
  std::function<const models::InvoiceSheet *()> m_sheet;
  QWidget *m_pane;
  QPointer<MoneyDialog> m_dialog;
  models::DraftStore *m_drafts = nullptr;
};

} // namespace tenantry::ui
