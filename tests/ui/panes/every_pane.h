// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "tests/ui/panes/every_place.h"
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
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"

namespace tenantry::tests {

/// Every pane in a window as the program has it, over a book of three customers: each has an
/// invoice that nobody paid, and owes another one today. While it is open no statement runs on this
/// thread but through asOther().
class EveryPane : public EveryPlace {
public:
  static constexpr const char *consoleName = "console";

  explicit EveryPane(const QString &role = u"administrator"_s) {
    for (int i = 0; i < 3; ++i)
      organizations.append(house.organization());
    for (const auto &one : organizations)
      house.subscribe(one);
    house.runAll();
    house.clock.set(BillingHouse::start() + std::chrono::days(35));
    const auto rights = models::readRights(*house.test.connect(role));
    auto settings = house.test.settings(role);
    settings.applicationName = QString::fromLatin1(consoleName);
    m_rule.emplace();
    connection =
        std::make_unique<models::Connection>(settings, house.clock, u"test"_s, rights.value());
    work = std::make_unique<models::RunningWork>(*connection);
    makeWindow();
  }
  ~EveryPane() {
    window.reset();
    work.reset();
    connection.reset();
    m_rule.reset();
  }
  EveryPane(const EveryPane &) = delete;
  EveryPane &operator=(const EveryPane &) = delete;
  /// Another window in its stead, that has read nothing yet.
  void makeWindow() {
    panes.clear();
    window = std::make_unique<ui::MainWindow>();
    window->resize(1440, 900);
    home = add<ui::HomePane>();
    customers = add<ui::OrganizationsPane>();
    subscriptions = add<ui::SubscriptionsPane>();
    billing = add<ui::BillingPane>();
    invoices = add<ui::InvoicesPane>();
    matching = add<ui::MatchingPane>();
    dunning = add<ui::DunningPane>();
    contradictions = add<ui::ContradictionsPane>();
    ledger = add<ui::LedgerPane>();
    usage = add<ui::UsagePane>();
    mails = add<ui::MailsPane>();
    business = add<ui::BusinessPane>();
    QObject::connect(home, &ui::HomePane::runCounted, billing, &ui::BillingPane::takeFindings);
    window->connectSearch(*connection);
    QObject::connect(connection.get(), &models::Connection::connectedChanged, window.get(),
                     [this](bool isThere) { window->setConnection(isThere, house.clock.now()); });
  }
  /// Shows that place, connected and with all that it reads; false where it does not come.
  [[nodiscard]] bool show(const ui::Place &place) {
    window->open(place);
    window->show();
    window->activateWindow();
    return QTest::qWaitForWindowActive(window.get()) &&
           QTest::qWaitFor([this] { return connection->isConnected(); }) &&
           QTest::qWaitFor([this] { return window->currentPane()->isSettled(); }, 20'000);
  }
  template <typename F> void withoutRule(F act) {
    m_rule.reset();
    act();
    m_rule.emplace();
  }
  template <typename F> void asOther(F act) {
    withoutRule([&] { act(*house.test.connect()); });
  }
  void cutOff(bool isCut) {
    m_rule.reset();
    house.test.cutOff(isCut, QString::fromLatin1(consoleName));
    m_rule.emplace();
  }
  [[nodiscard]] ui::Place organization(const QString &tab = {}) const {
    return {ui::Place::Kind::Organization, organizations.front().toString(), tab, {}};
  }
  /// Shows the place of such a row; another word is a tab of the first organization.
  [[nodiscard]] bool show(const QString &link) {
    if (link == u"today")
      return show(today());
    const auto place = ui::Place::parse(link);
    return show(place ? *place : organization(link == u"overview" ? QString() : link));
  }
  /// What the toast says that is seen; empty: none is.
  [[nodiscard]] QString lastToast() const {
    for (const auto *toast : window->findChildren<ui::Toast *>())
      if (toast->isVisible())
        return toast->accessibleName();
    return {};
  }
  [[nodiscard]] ui::Place today() const {
    return {ui::Place::Kind::Billing, {}, {}, connection->today()};
  }

  BillingHouse house;
  QList<OrganizationId> organizations;
  std::unique_ptr<models::Connection> connection;
  std::unique_ptr<models::RunningWork> work;
  std::unique_ptr<ui::MainWindow> window;
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

private:
  template <typename Made> Made *add() {
    auto *pane = new Made(*connection, *work);
    panes.append(pane);
    window->addPane(pane);
    return pane;
  }

  std::optional<store::NoDatabaseHere> m_rule;
};

} // namespace tenantry::tests
