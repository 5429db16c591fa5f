// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/organizations/service.h"
#include "services/store/no_database_here.h"
#include "tests/support/test_database.h"
#include "ui/billing/billing_pane.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organization_forms.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/table_view.h"
#include <QTemporaryDir>
#include <QTest>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// A window over a database of its own with three organizations, as the program puts it together.
/// While it is open no statement runs on this thread but through asOther().
class Console {
public:
  /// Drafts are kept in that folder, else in one that goes with it.
  explicit Console(const QString &role = {}, const QString &drafts = {})
      : m_drafts(drafts.isEmpty() ? m_folder.path() : drafts, u"test"_s) {
    write({u"Arbor Energy"_s, u"Basalt Rail"_s, u"Clover Clinics"_s});
    const auto login = m_database.connect(role);
    const auto rights = models::readRights(*login);
    m_rule.emplace();
    m_connection = std::make_unique<models::Connection>(m_database.settings(role), m_clock,
                                                        u"test"_s, rights.value());
    m_work = std::make_unique<models::RunningWork>(*m_connection);
    makeWindow();
  }
  ~Console() { m_rule.reset(); }
  Console(const Console &) = delete;
  Console &operator=(const Console &) = delete;

  void makeWindow() {
    window = std::make_unique<ui::MainWindow>();
    pane = new ui::OrganizationsPane(*m_connection, *m_work);
    pane->keepDraftsIn(m_drafts);
    billing = new ui::BillingPane(*m_connection, *m_work);
    window->addPane(pane);
    window->addPane(billing);
    window->connectSearch(*m_connection);
  }
  /// Shows the window; false where it does not come, or not all of its rows: of a page or more,
  /// the next one may have come by then.
  [[nodiscard]] bool show(const ui::Place &place = {}, int rows = 3) {
    window->open(place);
    window->show();
    window->activateWindow();
    return QTest::qWaitForWindowActive(window.get()) &&
           QTest::qWaitFor(
               [&] {
                 const int shown = pane->table()->model()->rowCount();
                 return shown == rows || (rows >= models::PagedListModel::pageSize && shown > rows);
               },
               20'000);
  }
  /// Runs what speaks to the database itself.
  template <typename F> void asOther(F work) {
    m_rule.reset();
    work(*m_database.connect());
    m_rule.emplace();
  }
  void addOrganizations(const QStringList &names) {
    m_rule.reset();
    write(names);
    m_rule.emplace();
  }
  /// The organization that the record shows; empty while it is being read.
  [[nodiscard]] QString shown() const {
    const auto place = window->place();
    return place.kind == ui::Place::Kind::Organization && pane->detail()->isSettled()
               ? pane->table()->currentIndex().siblingAtColumn(0).data().toString()
               : QString();
  }
  /// Where the database lets nobody in, and those who are in are cut off.
  void cutOff(bool isCut) {
    m_rule.reset();
    m_database.cutOff(isCut);
    m_rule.emplace();
  }
  [[nodiscard]] const TestDatabase &database() const { return m_database; }
  [[nodiscard]] models::Connection &connection() { return *m_connection; }
  [[nodiscard]] models::RunningWork &work() { return *m_work; }

  QList<OrganizationId> ids; ///< in the order of their names

private:
  void write(const QStringList &names) {
    const auto database = m_database.connect();
    store::Session session{*database, m_clock, u"test"_s};
    std::vector<organizations::Organization> all;
    for (const auto &name : names) {
      organizations::Organization one;
      one.id = makeId<OrganizationId>(m_clock.now());
      one.name = name;
      one.email = u"billing@%1.example"_s.arg(name.section(u' ', 0, 0).toLower());
      one.addressCountry = u"DE"_s;
      one.currency = *Currency::parse(u"EUR");
      one.createdAt = m_clock.now();
      ids.append(one.id);
      all.push_back(one);
    }
    if (const auto made = organizations::OrganizationService(session).createMany(all); !made)
      qFatal("%s", qPrintable(made.error().toString()));
  }

  SystemClock m_clock;
  QTemporaryDir m_folder;
  models::DraftStore m_drafts;
  TestDatabase m_database;
  std::optional<store::NoDatabaseHere> m_rule; ///< no query on the GUI thread
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;

public:
  std::unique_ptr<ui::MainWindow> window; ///< first to go
  ui::OrganizationsPane *pane = nullptr;
  ui::BillingPane *billing = nullptr;
};

} // namespace tenantry::tests
