// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette/palette_model.h"
#include "tests/ui/panes/every_pane.h"
#include "ui/billing/invoice_page.h"
#include "ui/organizations/organization_detail.h"
#include "ui/shell/palette.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListView>

using namespace tenantry;
using namespace tenantry::tests;

/// What the palette offers to do with the record that fits best: chosen by key, it opens that and
/// then asks.
class TestPaletteActs : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check7_anActIsDoneWithTheRecordFound_data();
  void check7_anActIsDoneWithTheRecordFound();
  void check14_whatIsNotForALoginSaysSo();
  void whatTheRecordDoesNotAllowIsSaid();
  void whoGoesOnIsAskedNothing();
};

namespace {

const QString zebra = u"Zebra Works"_s, quagga = u"Quagga Works"_s;

/// Ctrl+K over today's run, and what is typed there.
void lookFor(EveryPane &house, const QString &text, const QString &best) {
  house.asOther([&](store::Database &database) {
    QVERIFY(database.adHoc("update organization set name = :name where organization_id = :id",
                           {{"name", zebra}, {"id", house.organizations.front()}}));
  });
  QVERIFY(house.show(house.today()));
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
  auto *palette = house.window->palette();
  QTRY_VERIFY(palette->isVisible());
  QTest::keyClicks(palette->field(), text);
  QTRY_COMPARE(palette->list()->currentIndex().data().toString(), best);
  QTRY_VERIFY(!palette->model().isSearching()); // rows that come later move the others
}

/// What is listed under the best hit.
QList<models::PaletteEntry> parts(const EveryPane &house) {
  QList<models::PaletteEntry> parts;
  const auto *rows = house.window->palette()->list()->model();
  for (int row = 0; row < rows->rowCount(); ++row) {
    const auto hit = rows->index(row, 0).data(models::PaletteHitRole);
    if (const auto entry = hit.value<models::PaletteHit>().entry;
        hit.isValid() && entry.kind == models::PaletteEntry::Kind::Part)
      parts += entry;
  }
  return parts;
}

/// By the arrow to that row, and Enter.
void choose(EveryPane &house, const QString &act) {
  auto *palette = house.window->palette();
  const auto rows = palette->model().rowCount();
  for (int step = 0; step < rows; ++step) {
    if (palette->list()->currentIndex().data().toString() == act)
      return QTest::keyClick(palette->field(), Qt::Key_Return);
    QTest::keyClick(palette->field(), Qt::Key_Down);
  }
  QFAIL(qPrintable(act + u" is not among what can be chosen"_s));
}

/// The one that is open; null while none is.
QDialog *asked(const EveryPane &house) {
  for (auto *dialog : house.window->findChildren<QDialog *>())
    if (dialog->isVisible())
      return dialog;
  return nullptr;
}

} // namespace

void TestPaletteActs::check7_anActIsDoneWithTheRecordFound_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("best");
  QTest::addColumn<QString>("act");
  QTest::addColumn<QString>("asks");
  const auto ofCustomer = [](const QString &act, const QString &asks) {
    QTest::addRow("organization: %s", qPrintable(act)) << u"zebra"_s << zebra << act << asks;
  };
  ofCustomer(u"Change subscription…"_s, u"tenantry::ui::ChangeDialog"_s);
  ofCustomer(u"Charge once…"_s, u"tenantry::ui::ChargeDialog"_s);
  ofCustomer(u"Customer link…"_s, u"tenantry::ui::CustomerLinkDialog"_s);
  ofCustomer(u"Edit"_s, u"tenantry::ui::FormDialog"_s);
  const auto ofInvoice = [](const QString &act, const QString &asks) {
    QTest::addRow("invoice: %s", qPrintable(act))
        << u"INV-2026-000002"_s << u"INV-2026-000002"_s << act << asks;
  };
  ofInvoice(u"Record payment…"_s, u"tenantry::ui::MoneyDialog"_s);
  ofInvoice(u"Credit…"_s, u"tenantry::ui::MoneyDialog"_s);
  ofInvoice(u"Save PDF"_s, u"QFileDialog"_s);
}

void TestPaletteActs::check7_anActIsDoneWithTheRecordFound() {
  QFETCH(QString, typed);
  QFETCH(QString, best);
  QFETCH(QString, act);
  QFETCH(QString, asks);
  EveryPane house;
  lookFor(house, typed, best);
  const auto offered = parts(house);
  const auto found = std::find_if(offered.begin(), offered.end(),
                                  [&](const auto &one) { return one.text == act; });
  QVERIFY(found != offered.end());
  QVERIFY2(found->isEnabled && !found->keys.isEmpty(), qPrintable(found->detail));
  choose(house, act);
  QTRY_VERIFY(asked(house));
  QCOMPARE(QString::fromLatin1(asked(house)->metaObject()->className()), asks);
  if (typed == best)
    QCOMPARE(house.invoices->findChild<ui::InvoicePage *>()->number(), best);
  else
    QCOMPARE(house.customers->detail()->name(), best);
}

void TestPaletteActs::check14_whatIsNotForALoginSaysSo() {
  EveryPane house(u"support"_s);
  lookFor(house, u"zebra"_s, zebra);
  auto offered = parts(house);
  for (const auto &act :
       {u"Change subscription…"_s, u"Charge once…"_s, u"Customer link…"_s, u"Edit"_s}) {
    QCOMPARE(offered.front().text, act);
    QVERIFY(!offered.front().isEnabled);
    QVERIFY2(offered.front().detail.startsWith(u"This is for: "_s),
             qPrintable(offered.front().detail));
    offered.removeFirst();
  }
  // The arrow goes on to what is for it.
  QTest::keyClick(house.window->palette()->field(), Qt::Key_Down);
  QCOMPARE(house.window->palette()->list()->currentIndex().data().toString(),
           u"Members of "_s + zebra);
}

/// There is no subscription: that is known once the record is read, and then in the palette too.
void TestPaletteActs::whatTheRecordDoesNotAllowIsSaid() {
  EveryPane house;
  house.withoutRule([&] {
    const auto id = house.house.organization();
    expect(house.house.worker.database->adHoc(
        "update organization set name = :name where organization_id = :id",
        {{"name", quagga}, {"id", id}}));
  });
  lookFor(house, u"quagga"_s, quagga);
  choose(house, u"Change subscription…"_s);
  QTRY_COMPARE(house.customers->detail()->name(), quagga);
  QTRY_VERIFY2(house.lastToast().contains(u"There is no subscription"_s),
               qPrintable(house.lastToast()));
  QVERIFY(!asked(house));
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
  QTest::keyClicks(house.window->palette()->field(), u"quagga"_s);
  QTRY_COMPARE(parts(house).value(0).detail, u"There is no subscription"_s);
  QVERIFY(!parts(house).front().isEnabled);
}

void TestPaletteActs::whoGoesOnIsAskedNothing() {
  EveryPane house;
  lookFor(house, u"zebra"_s, zebra);
  choose(house, u"Change subscription…"_s);
  QVERIFY(!asked(house)); // it is not read yet
  house.window->open(
      {ui::Place::Kind::Organization, house.organizations.back().toString(), {}, {}});
  QTRY_COMPARE(house.customers->detail()->id(), house.organizations.back());
  QTRY_VERIFY(house.customers->isSettled());
  QTest::qWait(50);
  QVERIFY(!asked(house));
}

QTEST_MAIN(TestPaletteActs)
#include "tst_palette_acts.moc"
