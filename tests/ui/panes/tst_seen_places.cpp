// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/shared_panes.h"
#include "ui/lists/list_memory.h"
#include "ui/lists/list_page.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QClipboard>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 23: where one is says all that narrows what is seen, whether it is copied, gone back to or
/// restored.
class TestSeenPlaces : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void cleanup();
  void cleanupTestCase() { m_shared.reset(); }
  void check23_aFilterChangedByHandIsThePlace_data();
  void check23_aFilterChangedByHandIsThePlace();
  void check23_aPageSaysWhatIsSeen_data();
  void check23_aPageSaysWhatIsSeen();
  void check23_goingBackUndoesNoFilter();
  void check23_aWordThatMeansNothingIsNoPlace();

private:
  void begin();                        ///< a window of its own, with what was kept
  [[nodiscard]] ui::ListPage *shown(); ///< null: the pane is no such page

  SharedPanes m_shared;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<ui::ListMemory> m_memory;
};

void TestSeenPlaces::begin() {
  auto &house = m_shared.get();
  house.makeWindow();
  m_memory.reset(); // written to its end
  m_memory = std::make_unique<ui::ListMemory>(m_folder->filePath(u"console.ini"_s));
  for (auto *pane : house.panes)
    if (auto *list = qobject_cast<ui::ListPane *>(pane))
      list->keepIn(*m_memory);
  house.ledger->keepIn(*m_memory);
  house.usage->keepIn(*m_memory);
}

void TestSeenPlaces::cleanup() {
  m_shared.get().makeWindow(); // this one keeps in that memory
  m_memory.reset();
}

ui::ListPage *TestSeenPlaces::shown() {
  for (auto *page : m_shared.get().window->currentPane()->findChildren<ui::ListPage *>())
    if (page->isVisible())
      return page;
  return nullptr;
}

void TestSeenPlaces::check23_aFilterChangedByHandIsThePlace_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QMap<QString, QString>>("chosen");
  QTest::addColumn<QString>("later"); // the link then
  using Chosen = QMap<QString, QString>;
  const auto overdue = u"tenantry://invoices?filter=overdue"_s;
  QTest::newRow("another") << overdue << Chosen{{u"kind"_s, u"open"_s}}
                           << u"tenantry://invoices?filter=open"_s;
  QTest::newRow("none") << overdue << Chosen{{u"kind"_s, {}}} << u"tenantry://invoices"_s;
  QTest::newRow("what is typed") << overdue << Chosen{{u"number"_s, u"INV-2026-00000"_s}}
                                 << u"tenantry://invoices?kind=overdue&number=INV-2026-00000"_s;
  QTest::newRow("any signs")
      << u"tenantry://organizations"_s << Chosen{{u"search"_s, u"a & b=ü + 50%"_s}}
      << u"tenantry://organizations?search=a%20%26%20b%3D%C3%BC%20%2B%2050%25"_s;
  QTest::newRow("several") << u"tenantry://organizations?filter=active"_s
                           << Chosen{{u"country"_s, u"DE"_s}, {u"search"_s, u"a"_s}}
                           << u"tenantry://organizations?country=DE&search=a&status=active"_s;
  QTest::newRow("known only with rows")
      << u"tenantry://organizations"_s << Chosen{{u"plan"_s, u"team"_s}}
      << u"tenantry://organizations?plan=team"_s;
  QTest::newRow("not as at first") << u"tenantry://matching"_s << Chosen{{u"status"_s, {}}}
                                   << u"tenantry://matching?filter=all"_s;
  const auto whose = m_shared.get().organizations.front().toString();
  QTest::newRow("that of one") << u"tenantry://invoices?filter=overdue&organization="_s + whose
                               << Chosen{{u"kind"_s, u"open"_s}}
                               << u"tenantry://invoices?filter=open&organization="_s + whose;
  QTest::newRow("dunning") << u"tenantry://dunning?filter=suspended"_s
                           << Chosen{{u"step"_s, u"extended"_s}}
                           << u"tenantry://dunning?filter=extended"_s;
  QTest::newRow("dunning, several")
      << u"tenantry://dunning?filter=suspended"_s << Chosen{{u"decline"_s, u"hard"_s}}
      << u"tenantry://dunning?decline=hard&step=suspended"_s;
}

/// Whatever link led there: back, after a restart and where the link is copied the list is as it
/// was narrowed by hand.
void TestSeenPlaces::check23_aFilterChangedByHandIsThePlace() {
  QFETCH(QString, link);
  using Chosen = QMap<QString, QString>;
  QFETCH(Chosen, chosen);
  QFETCH(QString, later);
  begin();
  auto &house = m_shared.get();
  QVERIFY(house.show(house.home->home()));
  QVERIFY(house.show(*ui::Place::parse(link)));
  auto *pane = qobject_cast<ui::ListPane *>(house.window->currentPane());
  QVERIFY(pane);
  auto &list = pane->records()->list();
  const auto linked = list.viewSettings();
  for (const auto &[setting, value] : chosen.asKeyValueRange())
    pane->filters()->choose(setting, value);
  const auto narrowed = list.viewSettings();
  QVERIFY(narrowed != linked);
  QTRY_VERIFY(pane->isSettled());
  QTest::keyClick(house.window.get(), Qt::Key_L, Qt::ControlModifier);
  QCOMPARE(QGuiApplication::clipboard()->text(), later);
  house.window->open(house.organization(u"usage"_s));
  QTest::keyClick(house.window.get(), Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(house.window->place().link(), later);
  QCOMPARE(list.viewSettings(), narrowed);
  const auto left = house.window->memory();
  QTest::keyClick(house.window.get(), Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(house.window->place().link(), house.home->home().link()); // it is one place
  begin();                                                           // with what was kept
  house.window->restore(left);
  QVERIFY(house.show(house.window->place()));
  pane = qobject_cast<ui::ListPane *>(house.window->currentPane());
  QCOMPARE(pane->records()->list().viewSettings(), narrowed);
}

void TestSeenPlaces::check23_aPageSaysWhatIsSeen_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("setting");
  QTest::addColumn<QString>("value");
  QTest::addColumn<QString>("later");
  const auto cash = u"tenantry://ledger?date=2026-02-01&filter=cash"_s;
  const auto journal = u"tenantry://ledger?tab=journal&"_s;
  QTest::newRow("another account")
      << cash << u"account"_s << u"revenue"_s << journal + u"date=2026-02-01&filter=revenue"_s;
  QTest::newRow("no account") << cash << u"account"_s << QString()
                              << journal + u"date=2026-02-01"_s;
  QTest::newRow("and a currency") << cash << u"currency"_s << u"EUR"_s
                                  << journal + u"date=2026-02-01&account=cash&currency=EUR"_s;
  QTest::newRow("no month") << cash << u"month"_s << QString() << journal + u"account=cash"_s;
  QTest::newRow("nothing") << journal + u"date=2026-02-01"_s << u"month"_s << QString()
                           << journal + u"filter=all"_s;
  QTest::newRow("how old") << u"tenantry://ledger?tab=open-items"_s << u"age"_s << u"30-days"_s
                           << u"tenantry://ledger?tab=open-items&age=30-days"_s;
  QTest::newRow("how much") << u"tenantry://usage?filter=api_calls"_s << u"level"_s << u"90"_s
                            << u"tenantry://usage?filter=api_calls&level=90"_s;
  QTest::newRow("another metric") << u"tenantry://usage?filter=api_calls"_s << u"metric"_s
                                  << u"storage_gb"_s << u"tenantry://usage?filter=storage_gb"_s;
  QTest::newRow("late") << u"tenantry://usage?tab=late&filter=api_calls"_s << u"metric"_s
                        << u"storage_gb"_s
                        << u"tenantry://usage?tab=late&filter=api_calls&metric=storage_gb"_s;
}

/// In a console that has kept something else too.
void TestSeenPlaces::check23_aPageSaysWhatIsSeen() {
  QFETCH(QString, link);
  QFETCH(QString, setting);
  QFETCH(QString, value);
  QFETCH(QString, later);
  begin();
  auto &house = m_shared.get();
  QVERIFY(house.show(*ui::Place::parse(link)));
  QVERIFY(shown());
  shown()->filters()->choose(setting, value);
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  const auto filter = [this] {
    auto settings = shown()->records()->list().viewSettings();
    settings.remove(u"order"_s); // that is everybody's own
    return settings;
  };
  const auto narrowed = filter();
  QTest::keyClick(house.window.get(), Qt::Key_L, Qt::ControlModifier);
  QCOMPARE(QGuiApplication::clipboard()->text(), later);
  m_memory.reset();
  m_folder = std::make_unique<QTemporaryDir>(); // of somebody else
  {
    ui::ListMemory memory(m_folder->filePath(u"console.ini"_s));
    memory.keepFilter(u"journal"_s,
                      {{}, {{u"account"_s, u"tax_payable"_s}, {u"order"_s, u"descending"_s}}});
    memory.keepFilter(u"usage"_s, {{}, {{u"metric"_s, u"api_calls"_s}, {u"level"_s, u"80"_s}}});
    memory.keepFilter(u"late-usage"_s, {{}, {{u"metric"_s, u"emails"_s}}});
    memory.keepFilter(u"open-items"_s, {{}, {{u"kind"_s, u"open"_s}, {u"age"_s, u"older"_s}}});
  }
  begin();
  QVERIFY(house.show(*ui::Place::parse(later)));
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  QVERIFY(shown());
  QCOMPARE(filter(), narrowed);
  QCOMPARE(house.window->place().link(), later);
}

/// Neither by going back over a row that was chosen, nor from a place that said nothing.
void TestSeenPlaces::check23_goingBackUndoesNoFilter() {
  begin();
  auto &house = m_shared.get();
  QVERIFY(house.show(*ui::Place::parse(u"tenantry://organizations?filter=active"_s)));
  auto *pane = house.customers;
  auto *table = pane->table();
  QTRY_VERIFY(table->model()->rowCount() > 1);
  table->setFocus();
  QTest::keyClick(table, Qt::Key_Down);
  QTRY_COMPARE(house.window->place().kind, ui::Place::Kind::Organization);
  pane->filters()->choose(u"search"_s, u"a"_s);
  const auto narrowed = pane->records()->list().viewSettings();
  for (int i = 0; i < 3 && house.window->place().kind != pane->home().kind; ++i)
    QTest::keyClick(house.window.get(), Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(house.window->place().kind, ui::Place::Kind::Organizations);
  QCOMPARE(pane->records()->list().viewSettings(), narrowed);
  // Where nothing narrowed the list nothing does again, whatever did since.
  QVERIFY(house.show(house.invoices->home()));
  QVERIFY(house.show(u"tenantry://invoices?filter=overdue"_s));
  QVERIFY(house.invoices->records()->list().isFiltered());
  QTest::keyClick(house.window.get(), Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(house.window->place(), house.invoices->home());
  QVERIFY(!house.invoices->records()->list().isFiltered());
  QTest::keyClick(house.window.get(), Qt::Key_Right, Qt::AltModifier);
  QVERIFY(house.invoices->records()->list().isFiltered());
}

void TestSeenPlaces::check23_aWordThatMeansNothingIsNoPlace() {
  begin();
  auto &house = m_shared.get();
  QVERIFY(house.show(*ui::Place::parse(u"tenantry://invoices?filter=nonsense"_s)));
  QCOMPARE(house.window->place().link(), u"tenantry://invoices"_s);
  QVERIFY(
      !qobject_cast<ui::ListPane *>(house.window->currentPane())->records()->list().isFiltered());
}

QTEST_MAIN(TestSeenPlaces)
#include "tst_seen_places.moc"
