// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/tab_page.h"
#include "ui/shell/place.h"

class QBoxLayout;

namespace tenantry::ui {

class Card;

/// Who the organization is, and its subscription, usage, last invoices and what happened lately at
/// a glance.
class OverviewTab : public TabPage {
  Q_OBJECT

public:
  explicit OverviewTab(QWidget *parent = nullptr);

  void show(const models::OrganizationFacts &facts);

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void arrange();
  void showOrganization(const models::OrganizationFacts &facts);
  void showSubscription(const models::OrganizationFacts &facts);
  void showUsage(const models::OrganizationFacts &facts);
  void showInvoices(const models::OrganizationFacts &facts);
  void showTimeline(const models::OrganizationFacts &facts);
  /// Leads there; `formula` says how its value is counted.
  void addLink(Card *card, const QString &key, const QString &value, const Place &place,
               const QString &formula = {}, const QString &asOf = {});

  Card *m_organization;
  Card *m_subscription;
  Card *m_usage;
  Card *m_invoices;
  Card *m_timeline;
  QBoxLayout *m_columns;
};

} // namespace tenantry::ui
