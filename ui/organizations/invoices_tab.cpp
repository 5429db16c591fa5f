// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/invoice_cells.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::InvoiceListModel;

InvoicesTab::InvoicesTab(QWidget *parent)
    : QWidget(parent), m_cells(new InvoiceCells(this)), m_table(new TableView(tr("Invoices"))),
      m_empty(new EmptyState), m_pages(new QStackedLayout(this)) {
  m_cells->setSourceModel(&m_invoices);
  m_table->setModel(m_cells);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setStretchColumn(InvoiceListModel::NumberColumn);
  m_table->fitDayColumn(InvoiceListModel::IssuedColumn);
  m_table->fitColumn(InvoiceListModel::StatusColumn, tr("Uncollectible"));
  m_table->fitColumn(InvoiceListModel::TotalColumn, u"$88,888.88"_s);
  m_table->fitColumn(InvoiceListModel::DueColumn, u"$88,888.88"_s);
  m_table->setColumnsToDrop({InvoiceListModel::DueColumn, InvoiceListModel::IssuedColumn},
                            m_table->fontMetrics().horizontalAdvance(u"INV-2026-000000"_s) +
                                2 * space::x3);
  m_pages->addWidget(m_table);
  m_pages->addWidget(m_empty);
  m_empty->showMessage(EmptyState::Kind::Empty,
                       {tr("No invoices yet"),
                        tr("The first one comes with the first billing run after the "
                           "subscription starts."),
                        {},
                        u"file-text"_s});
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto number = index.data(models::NumberRole).toString();
    if (!number.isEmpty())
      Q_EMIT invoiceRequested(number);
  });
}

void InvoicesTab::show(const models::OrganizationFacts &facts) {
  m_cells->setToday(facts.organization.zone.dayOf(facts.readAt));
  m_invoices.setInvoices(facts.invoices);
  m_pages->setCurrentWidget(facts.invoices.empty() ? static_cast<QWidget *>(m_empty) : m_table);
}

} // namespace tenantry::ui
