// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_view.h"
#include "ui/billing/money_offer.h"

namespace tenantry::ui {

class InvoiceInspector;
class InvoicePage;

/// What can be done with the invoice that is looked at: chosen in the list, or opened. Their
/// inspectors offer it, blocked where it cannot be.
class InvoiceOffers : public QObject {
  Q_OBJECT

public:
  using Looked = std::function<const models::InvoiceSheet *()>;
  InvoiceOffers(models::Connection &connection, models::InvoiceView &chosen,
                InvoiceInspector *inspector, InvoicePage *page, const Looked &looked,
                QWidget *pane);

  [[nodiscard]] MoneyOffer *credit() const { return m_credit; }
  [[nodiscard]] MoneyOffer *receive() const { return m_receive; }
  [[nodiscard]] MoneyOffer *refund() const { return m_refund; }
  [[nodiscard]] MoneyOffer *takeBack() const { return m_takeBack; }
  [[nodiscard]] MoneyOffer *voiding() const { return m_void; }
  [[nodiscard]] MoneyOffer *again() const { return m_again; }
  void keepDraftsIn(models::DraftStore &drafts);
  void follow(); ///< another one is looked at, or it changed

private:
  void offerIn(InvoiceInspector *inspector, const models::InvoiceSheet *sheet) const;

  MoneyOffer *m_credit;
  MoneyOffer *m_receive;
  MoneyOffer *m_refund;
  MoneyOffer *m_takeBack;
  MoneyOffer *m_void;
  MoneyOffer *m_again;
};

} // namespace tenantry::ui
