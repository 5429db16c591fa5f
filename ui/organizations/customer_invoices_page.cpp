// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/customer_invoices_page.h"
#include "ui/lists/list_words.h"
#include "ui/organizations/invoice_kinds.h"
#include "ui/organizations/issued_cells.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/table_view.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::CustomerInvoicesModel;

namespace {
constexpr int leastNumberWidth = 154;
} // namespace

CustomerInvoicesPage::CustomerInvoicesPage(models::Connection &connection,
                                           models::RunningWork &work, QWidget *pane)
    : CustomerInvoicesPage(connection, work, new CustomerInvoicesModel(connection), pane) {}

CustomerInvoicesPage::CustomerInvoicesPage(models::Connection &connection,
                                           models::RunningWork &work, CustomerInvoicesModel *list,
                                           QWidget *pane)
    : ListPage(connection, work, list, new IssuedCells(nullptr), specOf(), pane,
               ExportButton::InHeader, Qt::CTRL | Qt::ALT | Qt::Key_X),
      m_list(*list) {
  connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto row = index.siblingAtColumn(0);
    const auto number = row.data(models::NumberRole).toString();
    const bool isNote = row.data(models::IsCreditNoteRole).toBool();
    if (!number.isEmpty())
      Q_EMIT placeRequested(
          {isNote ? Place::Kind::CreditNote : Place::Kind::Invoice, number, {}, {}});
    else if (const auto key = m_list.keyAt(index.row()); !key.isEmpty())
      Q_EMIT placeRequested({Place::Kind::Invoices, key, {}, {}}); // a draft
  });
}

ListSpec CustomerInvoicesPage::specOf() {
  using List = CustomerInvoicesModel;
  return {.key = u"customer-invoices"_s,
          .counting = List::countOf,
          .table = {.name = tr("Invoices"),
                    .density = RowDensity::OneLine,
                    .stretch = List::NumberColumn,
                    .leastWidth = leastNumberWidth,
                    .days = {List::IssuedColumn, List::DueColumn},
                    .widest = {{List::OrganizationColumn, u"mmmmmmmmmmmm"_s},
                               {List::StatusColumn, tr("Uncollectible")},
                               {List::TotalColumn, u"$88,888.88"_s},
                               {List::AmountDueColumn, u"$88,888.88"_s}},
                    .drops = {List::DueColumn, List::AmountDueColumn, List::IssuedColumn},
                    .hidden = {List::OrganizationColumn}},
          .search = {tr("Number begins with"), u"number"_s},
          .filters = {invoiceKinds()},
          .hasResult = true,
          .failed = tr("Invoices could not be loaded"),
          .first = RecordList::FirstRow::Left,
          .noMatch = {tr("No such invoice"), tr("No invoice of this organization matches."),
                      tr("Clear filters")},
          .none = {tr("No invoices yet"),
                   tr("The first one comes with the first billing run after the subscription "
                      "starts."),
                   {},
                   u"file-text"_s}};
}

void CustomerInvoicesPage::show(const OrganizationId &organization) {
  m_organization = organization;
  if (isVisible())
    read();
}

void CustomerInvoicesPage::showEvent(QShowEvent *event) {
  ListPage::showEvent(event);
  read();
}

/// What narrowed those of this organization before a restart does so again.
void CustomerInvoicesPage::read() {
  if (m_organization.isNull())
    return;
  const auto before = std::exchange(kept(), std::nullopt);
  m_list.show(m_organization);
  if (before && m_list.isOf(*before))
    m_list.setViewSettings(*before);
}

void CustomerInvoicesPage::showCount() {
  if (m_list.count() < 0)
    return result()->setText({});
  const bool isMany = m_list.count() > models::PagedListModel::countLimit; // it only says so
  result()->setText(m_list.isFiltered() || isMany
                        ? tr("%1 found").arg(countText(m_list, locale()))
                        : tr("%n invoice(s)", nullptr, int(m_list.count())));
}

} // namespace tenantry::ui
