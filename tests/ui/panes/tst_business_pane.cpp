// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "tests/ui/panes/shared_panes.h"
#include "ui/business/change_table.h"
#include "ui/business/changes_page.h"
#include "ui/business/effect_page.h"
#include "ui/business/versions_page.h"
#include "ui/business/what_if_page.h"
#include "ui/widgets/cell_delegate.h"
#include <QDirIterator>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::tests;

namespace {

/// The shipped files with a price of the professional plan.
class Folder {
public:
  explicit Folder(const QByteArray &price = "21900") {
    const QString shipped = u"resources/business/default"_s;
    QDirIterator files(shipped, {u"*.toml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString file = files.next();
      const QString copy = path() + file.mid(shipped.size());
      QDir().mkpath(QFileInfo(copy).path());
      QFile::copy(file, copy);
    }
    write("19900", price);
  }
  [[nodiscard]] QString path() const { return m_folder.path(); }
  void write(const QByteArray &old, const QByteArray &price) const {
    QFile plan(path() + u"/plans/professional.toml"_s);
    plan.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!plan.open(QFile::ReadOnly))
      qFatal("no plan");
    const auto text = plan.readAll().replace("amount = " + old + "\n", "amount = " + price + "\n");
    plan.close();
    if (!plan.open(QFile::WriteOnly) || plan.write(text) != text.size())
      qFatal("not written");
  }

private:
  QTemporaryDir m_folder;
};

QString cell(const QAbstractItemView *table, int row, int column) {
  return ui::cellText(table->model()->index(row, column), QLocale(u"en_US"_s));
}

/// The row whose first cell says that; -1: none.
int rowOf(const QAbstractItemView *table, const QString &text) {
  for (int row = 0; row < table->model()->rowCount(); ++row)
    if (cell(table, row, 0) == text)
      return row;
  return -1;
}

const QString price = u"plans.professional.price USD month"_s;

} // namespace

/// SIM-3, SUB-1: what the business is, and what files would make of it.
class TestBusinessPane : public QObject {
  Q_OBJECT

private:
  SharedPanes m_shared;

  static bool plan(EveryPane &house, const Folder &folder) {
    if (!house.show(u"tenantry://business"_s))
      return false;
    house.business->chooseFolder(folder.path());
    return QTest::qWaitFor([&] { return house.business->isSettled(); }, 20'000);
  }
  static std::int64_t version(EveryPane &house) {
    std::int64_t found = 0;
    house.asOther([&](store::Database &database) {
      found =
          expect(database.adHoc("select max(version) from business_version"))[0].get<std::int64_t>(
              0);
    });
    return found;
  }

private Q_SLOTS:
  void cleanupTestCase() { m_shared.reset(); }
  void SIM3_whatWasAppliedIsListed();
  void SIM3_aFolderShowsWhatItWouldChange();
  void SIM3_whatIsWrongIsSaidWithItsPlace();
  void SIM3_whatTheLastMonthsWouldHaveComeTo();
  void SIM3_escLeavesTheFolder();
  void SIM3_itIsAppliedDeliberately();
  void SIM3_whatWasNotSeenIsNotApplied();
  void SIM3_whoMayNotIsToldWhoMay();
};

void TestBusinessPane::SIM3_whatWasAppliedIsListed() {
  auto &house = m_shared.get();
  QVERIFY(house.show(u"tenantry://business"_s));
  auto *page = house.business->versions();
  QCOMPARE(page->table()->model()->rowCount(), 1);
  QCOMPARE(cell(page->table(), 0, 0), u"1"_s);
  QCOMPARE(cell(page->table(), 0, 2), u"tests"_s);
  const int row = rowOf(page->changes(), price);
  QVERIFY(row >= 0);
  QCOMPARE(cell(page->changes(), row, 1), u"added"_s);
  QCOMPARE(cell(page->changes(), row, 3), u"199.00 USD"_s);
}

void TestBusinessPane::SIM3_aFolderShowsWhatItWouldChange() {
  auto &house = m_shared.get();
  const Folder folder;
  QVERIFY(plan(house, folder));
  auto *pane = house.business;
  QCOMPARE(pane->tabs()->currentIndex(), int(ui::BusinessPane::Changes));
  const int row = rowOf(pane->changes()->changes(), price);
  QVERIFY(row >= 0);
  QCOMPARE(cell(pane->changes()->changes(), row, 1), u"changed"_s);
  QCOMPARE(cell(pane->changes()->changes(), row, 2), u"199.00 USD"_s);
  QCOMPARE(cell(pane->changes()->changes(), row, 3), u"219.00 USD"_s);
  QVERIFY(pane->applying()->isEnabled());
  QVERIFY(house.show(u"tenantry://business?tab=effect"_s));
  const auto *effect = pane->effect()->table();
  QCOMPARE(effect->model()->rowCount(), 1);
  QCOMPARE(cell(effect, 0, 1), u"3"_s);
  QCOMPARE(cell(effect, 0, 2), u"$597.00"_s);
  QCOMPARE(cell(effect, 0, 3), u"$657.00"_s);
  QCOMPARE(cell(effect, 0, 4), u"$60.00"_s);
  QCOMPARE(version(house), 1);
}

void TestBusinessPane::SIM3_whatIsWrongIsSaidWithItsPlace() {
  auto &house = m_shared.get();
  const Folder folder("much");
  QVERIFY(plan(house, folder));
  auto *pane = house.business;
  const auto *mistakes = pane->changes()->mistakes();
  QVERIFY(mistakes->isVisible() && mistakes->model()->rowCount() >= 1);
  QVERIFY(cell(mistakes, 0, 1).startsWith(u"professional.toml:"_s));
  QVERIFY(!pane->applying()->isEnabled());
  QVERIFY(pane->applying()->toolTip().contains(u"The files have mistakes"_s));
  folder.write("much", "21900");
  QTest::keyClick(house.window.get(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(house.business->isSettled() && pane->plan().picture());
  QVERIFY(!mistakes->isVisible() && pane->applying()->isEnabled());
}

void TestBusinessPane::SIM3_whatTheLastMonthsWouldHaveComeTo() {
  auto &house = m_shared.get();
  const Folder folder;
  QVERIFY(plan(house, folder));
  QVERIFY(house.show(u"tenantry://business?tab=what-if"_s));
  auto *page = house.business->whatIf();
  page->months()->setValue(3);
  QTest::keyClick(house.window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(page->reading().report());
  QCOMPARE(page->reading().report()->payMore, 3);
  QCOMPARE(page->customers()->model()->rowCount(), 3);
  QCOMPARE(page->plans()->model()->rowCount(), 1);
  QVERIFY(cell(page->customers(), 0, 3).startsWith(u"$"_s));
  page->customers()->setFocus();
  page->customers()->chooseRow(0);
  QTest::keyClick(page->customers(), Qt::Key_Return);
  QCOMPARE(house.window->currentPane(), static_cast<ui::Pane *>(house.customers));
  // Other files: what was counted is not of them.
  const Folder other("22900");
  QVERIFY(plan(house, other));
  QVERIFY(!page->reading().report());
}

void TestBusinessPane::SIM3_escLeavesTheFolder() {
  auto &house = m_shared.get();
  const Folder folder;
  QVERIFY(plan(house, folder));
  QTest::keyClick(house.window.get(), Qt::Key_Escape);
  QVERIFY(house.business->plan().folder().isEmpty());
  QCOMPARE(house.business->tabs()->currentIndex(), int(ui::BusinessPane::Versions));
  QVERIFY(!house.business->applying()->isEnabled());
}

void TestBusinessPane::SIM3_itIsAppliedDeliberately() {
  m_shared.reset();
  EveryPane house;
  const Folder folder;
  QVERIFY(plan(house, folder));
  auto *pane = house.business;
  QTest::keyClick(house.window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(pane->question());
  QTest::keyClick(pane->question(), Qt::Key_Return);
  QVERIFY(pane->question()->isVisible()); // Enter alone does not
  QTest::keyClicks(pane->question()->deliberate(), u"2"_s);
  QTest::mouseClick(pane->question()->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(pane->isSettled() && pane->versions()->versions().versions().size() == 2);
  QCOMPARE(version(house), 2);
  QVERIFY(pane->plan().picture() && pane->plan().picture()->report.changes.empty());
  QVERIFY(pane->applying()->toolTip().contains(u"Nothing changes"_s));
  QVERIFY(house.show(u"tenantry://business"_s));
  QVERIFY(rowOf(pane->versions()->changes(), price) >= 0); // what version 2 changed
}

void TestBusinessPane::SIM3_whatWasNotSeenIsNotApplied() {
  EveryPane house;
  const Folder folder;
  QVERIFY(plan(house, folder));
  house.asOther([&](store::Database &database) {
    store::Session session{database, house.house.clock, u"another"_s};
    auto other = *business::Source::shipped().load();
    other.usageAcceptDays = 61;
    expect(business::BusinessApply(session).apply(other, u"another"_s));
  });
  house.business->plan().apply();
  QTRY_VERIFY(house.business->isSettled() && house.business->plan().picture() &&
              house.business->plan().picture()->version == 2);
  QCOMPARE(version(house), 2);
  const auto *changes = house.business->changes()->changes();
  QStringList facts;
  for (int row = 0; row < changes->model()->rowCount(); ++row)
    facts += cell(changes, row, 0);
  QVERIFY(!facts.filter(u"accept"_s).isEmpty()); // it is to be seen first
}

void TestBusinessPane::SIM3_whoMayNotIsToldWhoMay() {
  EveryPane house(u"finance"_s);
  const Folder folder;
  QVERIFY(plan(house, folder));
  QVERIFY(house.business->plan().picture());
  QVERIFY(!house.business->applying()->isEnabled());
  QVERIFY(house.business->applying()->toolTip().contains(u"administrator"_s));
}

QTEST_MAIN(TestBusinessPane)
#include "tst_business_pane.moc"
