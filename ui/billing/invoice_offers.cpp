// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/invoice_offers.h"
#include "ui/billing/invoice_inspector.h"
#include "ui/billing/invoice_page.h"

namespace tenantry::ui {

InvoiceOffers::InvoiceOffers(models::Connection &connection, models::InvoiceView &chosen,
                             InvoiceInspector *inspector, InvoicePage *page, const Looked &looked,
                             QWidget *pane)
    : QObject(pane), m_credit(new MoneyOffer(connection, MoneyOffer::Kind::Credit, looked, pane)),
      m_receive(new MoneyOffer(connection, MoneyOffer::Kind::Receive, looked, pane)),
      m_refund(new MoneyOffer(connection, MoneyOffer::Kind::Refund, looked, pane)),
      m_takeBack(new MoneyOffer(connection, MoneyOffer::Kind::TakeBack, looked, pane)),
      m_void(new MoneyOffer(connection, MoneyOffer::Kind::Void, looked, pane)),
      m_again(new MoneyOffer(connection, MoneyOffer::Kind::Again, looked, pane)) {
  const auto show = [this, &chosen, inspector, page] {
    offerIn(inspector, chosen.sheet());
    offerIn(page->inspector(), page->sheet());
  };
  connect(&chosen, &models::InvoiceView::changed, this, &InvoiceOffers::follow);
  connect(page, &InvoicePage::shown, this, &InvoiceOffers::follow);
  for (auto *each : {inspector, page->inspector()}) {
    each->showKeysOf({m_credit, m_receive, m_refund, m_takeBack, m_void, m_again});
    connect(each, &InvoiceInspector::creditRequested, m_credit, &QAction::trigger);
    connect(each, &InvoiceInspector::receiveRequested, m_receive, &QAction::trigger);
    connect(each, &InvoiceInspector::refundRequested, m_refund, &QAction::trigger);
    connect(each, &InvoiceInspector::takeBackRequested, m_takeBack, &QAction::trigger);
    connect(each, &InvoiceInspector::voidRequested, m_void, &QAction::trigger);
    connect(each, &InvoiceInspector::againRequested, m_again, &QAction::trigger);
  }
  for (auto *offer : {m_credit, m_receive, m_refund, m_takeBack, m_void, m_again}) {
    connect(offer, &QAction::changed, this, show);
    connect(offer, &MoneyOffer::moved, &chosen, &models::InvoiceView::refresh);
    connect(offer, &MoneyOffer::moved, page, [page] {
      if (page->sheet())
        page->reload();
    });
  }
  show();
}

void InvoiceOffers::keepDraftsIn(models::DraftStore &drafts) {
  for (auto *offer : {m_credit, m_receive, m_refund, m_takeBack, m_void, m_again})
    offer->keepDraftsIn(drafts);
}

void InvoiceOffers::follow() {
  m_credit->follow();
  m_receive->follow();
  m_refund->follow();
  m_takeBack->follow();
  m_void->follow();
  m_again->follow();
}

void InvoiceOffers::offerIn(InvoiceInspector *inspector, const models::InvoiceSheet *sheet) const {
  inspector->offerCorrections(m_credit->obstacle(sheet), m_void->obstacle(sheet));
  inspector->offerAgain(m_again->obstacle(sheet));
  inspector->offerPayments(m_receive->obstacle(sheet), m_refund->obstacle(sheet));
  inspector->offerTakeBack(m_takeBack->obstacle(sheet));
}

} // namespace tenantry::ui
