// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_list_model.h"
#include "models/organizations/organization_record.h"
#include <QWidget>

class QStackedLayout;

namespace tenantry::ui {

class EmptyState;
class InvoiceCells;
class TableView;

/// All invoices of the organization, newest first; Enter or a double click opens one.
class InvoicesTab : public QWidget {
  Q_OBJECT

public:
  explicit InvoicesTab(QWidget *parent = nullptr);

  void show(const models::OrganizationFacts &facts);

Q_SIGNALS:
  void invoiceRequested(const QString &number);

private:
  models::InvoiceListModel m_invoices;
  InvoiceCells *m_cells;
  TableView *m_table;
  EmptyState *m_empty;
  QStackedLayout *m_pages;
};

} // namespace tenantry::ui
