// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/tab_page.h"

namespace tenantry::ui {

class Card;

/// Who the organization is, and its subscription, usage and last invoices at a glance.
class OverviewTab : public TabPage {
  Q_OBJECT

public:
  explicit OverviewTab(QWidget *parent = nullptr);

  void show(const models::OrganizationFacts &facts);

private:
  void showOrganization(const models::OrganizationFacts &facts);
  void showSubscription(const models::OrganizationFacts &facts);
  void showUsage(const models::OrganizationFacts &facts);
  void showInvoices(const models::OrganizationFacts &facts);

  Card *m_organization;
  Card *m_subscription;
  Card *m_usage;
  Card *m_invoices;
};

} // namespace tenantry::ui
