// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/balance_act.h"
#include "ui/organizations/invoice_cells.h"
#include "ui/organizations/link_act.h"
#include "ui/shell/group_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"
#include <QBoxLayout>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::InvoiceListModel;

InvoicesTab::InvoicesTab(models::Connection &connection, QWidget *parent)
    : QWidget(parent), m_connection(connection),
      m_count(new Label({}, TextStyle::Meta, Tone::Muted)),
      m_charge(makeButton(tr("Charge once…"), ButtonVariant::Secondary, u"plus"_s)),
      m_balance(new BalanceAct(connection, this)), m_linking(new LinkAct(connection, this)),
      m_cells(new InvoiceCells(this)), m_table(new TableView(tr("Invoices"))),
      m_empty(new EmptyState), m_pages(new QStackedLayout) {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(new Separator);
  layout->addLayout(m_pages, 1);
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

QWidget *InvoicesTab::makeBar() {
  setCompact(m_charge);
  connect(m_charge, &QPushButton::clicked, this, &InvoicesTab::charge);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &InvoicesTab::showWhetherPossible);
  connect(m_balance, &BalanceAct::adjusted, this, &InvoicesTab::charged);
  showWhetherPossible();
  auto *acts = new QWidget;
  auto *row = new QHBoxLayout(acts);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  setCompact(m_linking->button());
  row->addWidget(m_linking->button());
  row->addWidget(m_balance->button());
  row->addWidget(m_charge);
  return new FilterBar({m_count}, acts);
}

void InvoicesTab::keepDraftsIn(models::DraftStore &drafts) {
  m_drafts = &drafts;
  m_balance->keepDraftsIn(drafts);
  m_linking->keepDraftsIn(drafts);
}

void InvoicesTab::showWhetherPossible() {
  const auto &rights = m_connection.rights();
  using Status = organizations::Status;
  setBlocked(m_charge, !rights.mayCredit ? notForGroups(rights.groups, {u"finance"_s, u"success"_s,
                                                                        u"administrator"_s})
                       : !m_connection.isConnected()              ? offLineReason()
                       : !m_organization                          ? tr("No organization is chosen")
                       : m_organization->status == Status::Closed ? tr("The organization is closed")
                                                                  : QString());
}

void InvoicesTab::charge() {
  if (m_dialog || !m_organization)
    return;
  m_dialog = new ChargeDialog(m_connection, *m_organization, window());
  connect(m_dialog, &ChargeDialog::issued, this, [this](const QString &number) {
    Toast::present(window(),
                   {number.isEmpty() ? tr("A draft was made") : tr("%1 was issued").arg(number),
                    m_organization->name, Tone::Success},
                   height::statusBar);
    Q_EMIT charged();
  });
  if (m_drafts)
    m_dialog->keepDraftIn(*m_drafts);
  m_dialog->open();
}

void InvoicesTab::show(const models::OrganizationFacts &facts) {
  m_organization = facts.organization;
  m_count->setText(tr("%n invoice(s)", nullptr, int(facts.invoices.size())));
  m_balance->show(facts);
  m_linking->show(LinkSubject{{facts.organization.id, {}}, facts.organization.name, {}});
  showWhetherPossible();
  m_cells->setToday(facts.organization.zone.dayOf(facts.readAt));
  m_invoices.setInvoices(facts.invoices);
  m_pages->setCurrentWidget(facts.invoices.empty() ? static_cast<QWidget *>(m_empty) : m_table);
}

} // namespace tenantry::ui
