// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/every_pane.h"
#include "ui/billing/invoice_offers.h"
#include "ui/forms/money_editor.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QDirIterator>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 4: an amount and a reason that were typed are there again, also in the next window.
class TestTypedDrafts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void check4_whatWasTypedIsThereInTheNextWindow();
  void check4_eachInvoiceHasItsOwn();
  void check4_whatWasDoneLeavesNone();
  void check4_whatWasClearedLeavesNone();

private:
  [[nodiscard]] ui::MoneyDialog *open(EveryPane &house, models::DraftStore &drafts,
                                      const QString &number = u"INV-2026-000001"_s);
  [[nodiscard]] qsizetype kept() const {
    qsizetype files = 0;
    for (QDirIterator all(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
         all.hasNext(); all.next())
      ++files;
    return files;
  }
  void type(const ui::MoneyDialog *dialog) const {
    QTest::keyClicks(dialog->amount()->input()->focusProxy(), u"12.50"_s);
    QTest::keyClicks(dialog->text(), u"They were right"_s);
    QTRY_COMPARE(kept(), qsizetype(1));
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

ui::MoneyDialog *TestTypedDrafts::open(EveryPane &house, models::DraftStore &drafts,
                                       const QString &number) {
  house.invoices->keepDraftsIn(drafts);
  auto *offer = house.invoices->offers()->credit();
  if (!house.show(u"tenantry://invoice/"_s + number) ||
      !QTest::qWaitFor([&] { return offer->isEnabled(); }, 20'000))
    return nullptr;
  offer->trigger();
  return QTest::qWaitFor([&] { return offer->dialog() && offer->dialog()->isVisible(); }, 20'000)
             ? offer->dialog()
             : nullptr;
}

void TestTypedDrafts::check4_whatWasTypedIsThereInTheNextWindow() {
  models::DraftStore before(m_folder->path(), u"book"_s), after(m_folder->path(), u"book"_s);
  EveryPane house;
  const auto *left = open(house, before);
  QVERIFY(left);
  type(left);  // it is in the folder by now, whatever becomes of the program
  delete left; // nobody closed it
  const auto *dialog = open(house, after);
  QVERIFY(dialog);
  QTRY_COMPARE(dialog->text()->text(), u"They were right"_s);
  QCOMPARE(dialog->amount()->value(), u"12.50"_s);
}

void TestTypedDrafts::check4_eachInvoiceHasItsOwn() {
  models::DraftStore drafts(m_folder->path(), u"book"_s);
  EveryPane house;
  QPointer<ui::MoneyDialog> dialog = open(house, drafts);
  QVERIFY(dialog);
  type(dialog);
  dialog->reject();
  QTRY_VERIFY(!dialog);
  dialog = open(house, drafts, u"INV-2026-000002"_s);
  QVERIFY(dialog);
  QTest::qWait(100);
  QCOMPARE(dialog->text()->text(), QString());
  dialog->reject();
  QTRY_VERIFY(!dialog);
  dialog = open(house, drafts);
  QVERIFY(dialog);
  QTRY_COMPARE(dialog->text()->text(), u"They were right"_s);
  QCOMPARE(dialog->amount()->value(), u"12.50"_s);
  QTRY_VERIFY(dialog->confirmation()->isEnabled()); // what it comes to is previewed again
}

void TestTypedDrafts::check4_whatWasDoneLeavesNone() {
  models::DraftStore drafts(m_folder->path(), u"book"_s);
  EveryPane house;
  QPointer<ui::MoneyDialog> dialog = open(house, drafts);
  QVERIFY(dialog);
  type(dialog);
  QTRY_VERIFY(dialog->confirmation()->isEnabled());
  QTest::mouseClick(dialog->confirmation(), Qt::LeftButton);
  QTRY_VERIFY(!dialog);
  QTRY_COMPARE(kept(), qsizetype(0));
}

void TestTypedDrafts::check4_whatWasClearedLeavesNone() {
  models::DraftStore drafts(m_folder->path(), u"book"_s);
  EveryPane house;
  const auto *dialog = open(house, drafts);
  QVERIFY(dialog);
  type(dialog);
  auto *amount = dialog->amount()->input()->focusProxy();
  QTest::keyClick(amount, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClick(amount, Qt::Key_Delete);
  dialog->text()->clear();
  QTRY_COMPARE(kept(), qsizetype(0));
}

QTEST_MAIN(TestTypedDrafts)
#include "tst_typed_drafts.moc"
