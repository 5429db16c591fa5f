// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "tests/ui/panes/all_panes.h"
#include "tests/ui/panes/every_place.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"

namespace tenantry::tests {

/// Every pane in a window as the program has it, over a book of three customers: each has an
/// invoice that nobody paid, and owes another one today. While it is open no statement runs on this
/// thread but through asOther().
class EveryPane : public EveryPlace, public AllPanes {
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
    addPanes(*window, *connection, *work);
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
           QTest::qWaitFor([this] { return connection->isConnected(); }, 20'000) &&
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

private:
  std::optional<store::NoDatabaseHere> m_rule;
};

} // namespace tenantry::tests
