// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/billing/billing_pane.h"
#include "ui/billing/invoices_pane.h"
#include "ui/business/business_pane.h"
#include "ui/contradictions/contradictions_pane.h"
#include "ui/dunning/dunning_pane.h"
#include "ui/home/home_pane.h"
#include "ui/ledger/ledger_pane.h"
#include "ui/mails/mails_pane.h"
#include "ui/matching/matching_pane.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/shell/main_window.h"
#include "ui/subscriptions/subscriptions_pane.h"
#include "ui/usage/usage_pane.h"

namespace tenantry::tests {

/// The panes of a window, as the program has them.
class AllPanes {
public:
  QList<ui::Pane *> panes;
  ui::HomePane *home;
  ui::OrganizationsPane *customers;
  ui::SubscriptionsPane *subscriptions;
  ui::BillingPane *billing;
  ui::InvoicesPane *invoices;
  ui::MatchingPane *matching;
  ui::DunningPane *dunning;
  ui::ContradictionsPane *contradictions;
  ui::LedgerPane *ledger;
  ui::UsagePane *usage;
  ui::MailsPane *mails;
  ui::BusinessPane *business;

protected:
  void addPanes(ui::MainWindow &window, models::Connection &connection, models::RunningWork &work) {
    const auto made = [&](auto *pane) {
      panes.append(pane);
      window.addPane(pane);
      return pane;
    };
    home = made(new ui::HomePane(connection, work));
    customers = made(new ui::OrganizationsPane(connection, work));
    subscriptions = made(new ui::SubscriptionsPane(connection, work));
    billing = made(new ui::BillingPane(connection, work));
    invoices = made(new ui::InvoicesPane(connection, work));
    matching = made(new ui::MatchingPane(connection, work));
    dunning = made(new ui::DunningPane(connection, work));
    contradictions = made(new ui::ContradictionsPane(connection, work));
    ledger = made(new ui::LedgerPane(connection, work));
    usage = made(new ui::UsagePane(connection, work));
    mails = made(new ui::MailsPane(connection, work));
    business = made(new ui::BusinessPane(connection, work));
  }
};

} // namespace tenantry::tests
