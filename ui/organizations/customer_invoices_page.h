// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/customer_invoices_model.h"
#include "ui/lists/list_page.h"

namespace tenantry::ui {

/// All invoices of an organization, newest first; Enter or a double click opens one.
class CustomerInvoicesPage : public ListPage {
  Q_OBJECT

public:
  CustomerInvoicesPage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  /// Whose; they are read once the page is looked at.
  void show(const OrganizationId &organization);
  using ListPage::putActs;
  using QWidget::show;
  [[nodiscard]] bool isSettled() const override { return !isVisible() || ListPage::isSettled(); }
  [[nodiscard]] models::CustomerInvoicesModel &list() { return m_list; }

protected:
  void showEvent(QShowEvent *event) override;
  void showCount() override;

private:
  CustomerInvoicesPage(models::Connection &connection, models::RunningWork &work,
                       models::CustomerInvoicesModel *list, QWidget *pane);
  [[nodiscard]] static ListSpec specOf();
  void read();

  models::CustomerInvoicesModel &m_list;
  OrganizationId m_organization;
};

} // namespace tenantry::ui
