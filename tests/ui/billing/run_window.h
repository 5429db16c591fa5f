// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/rights.h"
#include "services/store/no_database_here.h"
#include "tests/services/billing/billing_house.h"
#include "ui/billing/billing_pane.h"
#include "ui/billing/invoices_pane.h"
#include "ui/lists/list_memory.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_manager.h"

#include <QApplication>
#include <QTemporaryDir>

namespace tenantry::tests {

/// The panes of a billing run and of invoices in a window, over one book for a whole test. While it
/// is open no statement runs on this thread but through asOther().
class RunWindow : public QObject {
protected:
  /// Six customers, of which the first is new, the second pays in another currency, and the third
  /// used much. Up to two years ahead that makes more than a page.
  void makeHouse() {
    QLocale::setDefault(QLocale(u"en_US"_s));
    new ui::ThemeManager(qApp);
    m_house = std::make_unique<BillingHouse>();
    for (const auto &currency : {u"USD"_s, u"EUR"_s, u"USD"_s, u"USD"_s, u"USD"_s, u"USD"_s})
      m_ids.push_back(
          m_house->organization(currency == u"EUR"_s ? u"FR"_s : u"US"_s, u"UTC"_s, currency));
    for (std::size_t i = 1; i < m_ids.size(); ++i)
      m_house->subscribe(m_ids[i], i % 2 == 0 ? u"professional"_s : u"starter"_s);
    m_house->runAll();
    m_house->clock.set(BillingHouse::start() + std::chrono::days(5));
    m_house->use(m_ids[2], u"api_calls"_s, 20'000'000);
    m_house->clock.set(BillingHouse::start() + std::chrono::days(35));
    m_house->runAll();
    m_house->clock.set(BillingHouse::start() + std::chrono::days(40));
    m_house->use(m_ids[2], u"api_calls"_s, 30'000'000);
    m_house->subscribe(m_ids[0]);
    const auto owner = m_house->test.connect();
    const QStringList names{u"Arbor"_s, u"Basalt"_s, u"Clover"_s, u"Dunes"_s, u"Elm"_s, u"Fjord"_s};
    for (std::size_t i = 0; i < m_ids.size(); ++i)
      expect(owner->adHoc("update organization set name = :name where organization_id = :id",
                          {{"name", names[qsizetype(i)]}, {"id", m_ids[i]}}));
  }
  /// A new window, with what was kept.
  bool show(const ui::Place &place) {
    m_rule.reset();
    m_memory = std::make_unique<ui::ListMemory>(m_folder->filePath(u"console.ini"_s));
    const auto rights = models::readRights(*m_house->test.connect(u"finance"_s));
    m_connection = std::make_unique<models::Connection>(m_house->test.settings(u"finance"_s),
                                                        m_house->clock, u"test"_s, rights.value());
    m_work = std::make_unique<models::RunningWork>(*m_connection);
    m_rule.emplace();
    m_window = std::make_unique<ui::MainWindow>();
    m_window->resize(1900, 900);
    m_pane = new ui::BillingPane(*m_connection, *m_work);
    m_invoices = new ui::InvoicesPane(*m_connection, *m_work);
    m_pane->keepIn(*m_memory);
    m_window->addPane(m_pane);
    m_window->addPane(m_invoices);
    m_window->open(place.kind == ui::Place::Kind::Billing && !place.day && place.key.isEmpty()
                       ? daysAhead(31)
                       : place);
    m_window->show();
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window.get()) &&
           QTest::qWaitFor([this] { return m_window->currentPane()->isSettled(); }, 20'000);
  }
  void close() {
    m_window.reset();
    m_memory.reset();
    m_work.reset();
    m_connection.reset();
    m_rule.reset();
  }
  void clear() {
    close();
    m_folder = std::make_unique<QTemporaryDir>();
  }
  [[nodiscard]] ui::Place daysAhead(int days) const {
    return {ui::Place::Kind::Billing,
            {},
            {},
            Zone().dayOf(m_house->clock.now()) + std::chrono::days(days)};
  }
  template <typename F> void asOther(F act) {
    m_rule.reset();
    act(*m_house->test.connect());
    m_rule.emplace();
  }

  std::unique_ptr<BillingHouse> m_house;
  std::vector<OrganizationId> m_ids;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
  std::optional<store::NoDatabaseHere> m_rule;
  std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
  std::unique_ptr<ui::ListMemory> m_memory;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::BillingPane *m_pane = nullptr;
  ui::InvoicesPane *m_invoices = nullptr;
};

} // namespace tenantry::tests
