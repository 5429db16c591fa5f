// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/every_pane.h"
#include "ui/billing/invoice_page.h"
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/timeline_page.h"
#include "ui/shell/export_action.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;
using models::TimelineListModel;
using What = audit::TimelineScope::What;

/// Check 21: every record has its timeline, events and what was changed in one.
class TestTimelinePages : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check21_anOrganizationsTimeline();
  void check21_aChangeSaysWhatStoodThere();
  void whatIsContradictedLeadsToWhereItIsEnded();
  void check21_aKindIsChosenByKeys();
  void check21_anInvoiceHasItsOwn();
  void check14_whoMayNotReadTheTrailIsTold();
  void check3_newsComeToTheTop();
  void check25_theFileHasWhatIsSeen_data();
  void check25_theFileHasWhatIsSeen();
};

namespace {

/// What the rows say, in their first or second line.
QStringList said(const ui::TimelinePage &page, int role = Qt::DisplayRole) {
  QStringList said;
  const auto *rows = page.table()->model();
  for (int i = 0; i < rows->rowCount(); ++i)
    said += rows->index(i, TimelineListModel::WhatColumn).data(role).toString();
  return said;
}

/// Somebody amends the e-mail of the first organization.
void amend(EveryPane &house, const QString &email) {
  house.asOther([&](store::Database &database) {
    SystemClock clock;
    store::Session session{database, clock, u"other"_s};
    organizations::OrganizationService service(session);
    const auto id = house.organizations.front();
    const auto stored = service.find(id);
    QVERIFY2(stored, stored ? "" : qPrintable(stored.error().toString()));
    const auto amended = service.amend(id, {{u"email"_s, email}}, stored->revision);
    QVERIFY2(amended, amended ? "" : qPrintable(amended.error().toString()));
    QVERIFY(database.adHoc("select pg_notify('tenantry_news', :id)", {{"id", id.toString()}}));
  });
}

} // namespace

void TestTimelinePages::check21_anOrganizationsTimeline() {
  EveryPane house;
  QVERIFY(house.show(house.organization(u"timeline"_s)));
  const auto &page = *house.customers->detail()->timeline();
  QTRY_VERIFY(page.table()->model()->rowCount() > 0);
  const auto what = said(page);
  QVERIFY2(what.contains(u"Issued: INV-2026-000001"_s), qPrintable(what.join(u'\n')));
  QVERIFY2(what.contains(u"Subscription: entered"_s), qPrintable(what.join(u'\n')));
  QVERIFY2(what.contains(u"Entered"_s), qPrintable(what.join(u'\n')));
  QVERIFY(!what.contains(QString()));
  // Enter on what is about an invoice leads to it.
  page.table()->setCurrentIndex(
      page.table()->model()->index(int(what.indexOf(u"Issued: INV-2026-000001"_s)), 0));
  page.table()->setFocus();
  QTest::keyClick(page.table(), Qt::Key_Return);
  QTRY_COMPARE(house.window->currentPane(), house.invoices);
}

void TestTimelinePages::check21_aChangeSaysWhatStoodThere() {
  EveryPane house;
  amend(house, u"first@acme.example"_s);
  amend(house, u"second@acme.example"_s);
  QVERIFY(house.show(house.organization(u"timeline"_s)));
  auto &page = *house.customers->detail()->timeline();
  page.setWhat(What::Changes);
  const auto detail = u"E-mail: first@acme.example → second@acme.example"_s;
  // Its period moves on when it is opened: that may stand above.
  QTRY_VERIFY2(said(page, ui::SecondLineRole).contains(detail),
               qPrintable(said(page, ui::SecondLineRole).join(u'\n')));
  const auto row = int(said(page, ui::SecondLineRole).indexOf(detail));
  const auto cell = page.table()->model()->index(row, TimelineListModel::WhatColumn);
  QCOMPARE(cell.data(Qt::ToolTipRole).toString(), detail);
  QCOMPARE(cell.data().toString(), u"Organization: changed"_s);
}

void TestTimelinePages::whatIsContradictedLeadsToWhereItIsEnded() {
  EveryPane house;
  const auto attempt = u"019c43c6-5f80-7052-98c1-15462987fa1f"_s;
  house.asOther([&](store::Database &database) {
    store::Session session{database, house.house.clock, u"worker"_s};
    const auto told = database.transaction([&] {
      return store::appendEvents(session, house.organizations.front(),
                                 {{u"payment.contradicted"_s,
                                   {{"attempt", attempt.toStdString()},
                                    {"amount", 100},
                                    {"currency", "EUR"},
                                    {"decline_code", "amount_mismatch"}}}});
    });
    QVERIFY2(told, told ? "" : qPrintable(told.error().toString()));
  });
  QVERIFY(house.show(house.organization(u"timeline"_s)));
  const auto &page = *house.customers->detail()->timeline();
  const auto word = u"The payment provider contradicts the books"_s;
  QTRY_VERIFY(said(page).contains(word));
  page.table()->setCurrentIndex(page.table()->model()->index(int(said(page).indexOf(word)), 0));
  page.table()->setFocus();
  QTest::keyClick(page.table(), Qt::Key_Return);
  QTRY_COMPARE(house.window->currentPane(), house.contradictions);
  QTRY_COMPARE(house.contradictions->looked().id(), QUuid::fromString(attempt));
}

void TestTimelinePages::check21_aKindIsChosenByKeys() {
  EveryPane house;
  QVERIFY(house.show(house.organization(u"timeline"_s)));
  auto &page = *house.customers->detail()->timeline();
  const auto all = page.table()->model()->rowCount();
  auto *chip = page.findChild<ui::Chip *>();
  chip->setFocus();
  QTest::keyClick(chip, Qt::Key_Space);
  auto *menu = page.findChild<QMenu *>();
  QVERIFY(menu);
  QTest::keyClick(menu, Qt::Key_Down);
  QTest::keyClick(menu, Qt::Key_Down);
  QTest::keyClick(menu, Qt::Key_Return);
  QTRY_COMPARE(chip->value(), u"invoices and payments"_s);
  QTRY_VERIFY(page.table()->model()->rowCount() > 0 && page.table()->model()->rowCount() < all);
  for (const auto &what : said(page))
    QVERIFY2(!what.contains(u"ubscri"_s), qPrintable(what));
  QTest::keyClick(chip, Qt::Key_Delete);
  QTRY_COMPARE(page.table()->model()->rowCount(), all);
}

void TestTimelinePages::check21_anInvoiceHasItsOwn() {
  EveryPane house;
  const auto link = u"tenantry://invoice/INV-2026-000001?tab=timeline"_s;
  QVERIFY(house.show(link));
  const auto &page = *house.invoices->findChild<ui::TimelinePage *>();
  QTRY_VERIFY(page.isVisible() && page.table()->model()->rowCount() > 0);
  const auto what = said(page);
  QVERIFY2(what.contains(u"Issued: INV-2026-000001"_s), qPrintable(what.join(u'\n')));
  QVERIFY2(what.contains(u"Invoice: entered"_s), qPrintable(what.join(u'\n')));
  QVERIFY2(!what.contains(u"Entered"_s), qPrintable(what.join(u'\n'))); // of the organization
  // The button leads to the paper and back, each a place of its own.
  auto *button = house.invoices->findChild<ui::InvoicePage *>()->timelineButton();
  QCOMPARE(button->text(), u"Paper"_s);
  QTest::mouseClick(button, Qt::LeftButton);
  QTRY_VERIFY(!page.isVisible() && button->text() == u"Timeline"_s);
  QTest::keyClick(house.window.get(), Qt::Key_Left, Qt::AltModifier);
  QTRY_VERIFY(page.isVisible() && button->text() == u"Paper"_s);
}

void TestTimelinePages::check14_whoMayNotReadTheTrailIsTold() {
  EveryPane house(u"support"_s);
  QVERIFY(house.show(house.organization(u"timeline"_s)));
  const auto &page = *house.customers->detail()->timeline();
  QTRY_VERIFY(page.table()->model()->rowCount() > 0);
  for (const auto &what : said(page))
    QVERIFY2(!what.contains(u": entered"_s), qPrintable(what));
  const auto isTold = [&page] {
    const auto texts = page.findChildren<QLabel *>();
    return std::any_of(texts.begin(), texts.end(), [](const QLabel *label) {
      return label->toolTip().contains(u"your group does not see"_s) ||
             label->text().contains(u"your group does not see"_s);
    });
  };
  QTRY_VERIFY(isTold());
}

void TestTimelinePages::check3_newsComeToTheTop() {
  EveryPane house;
  QVERIFY(house.show(house.organization(u"timeline"_s)));
  auto &page = *house.customers->detail()->timeline();
  QTRY_VERIFY(page.table()->model()->rowCount() > 2);
  const auto before = page.table()->model()->rowCount();
  page.table()->setCurrentIndex(page.table()->model()->index(1, 0));
  const auto chosen = page.list().keyAt(1);
  amend(house, u"new@acme.example"_s);
  QTRY_VERIFY(page.table()->model()->rowCount() > before);
  QCOMPARE(page.list().keyAt(page.table()->currentIndex().row()), chosen);
}

void TestTimelinePages::check25_theFileHasWhatIsSeen_data() {
  QTest::addColumn<QString>("tab");
  QTest::addColumn<QStringList>("told");
  QTest::newRow("timeline") << u"timeline"_s
                            << QStringList{u"invoice.finalized"_s, u"subscription.insert"_s};
  QTest::newRow("invoices") << u"invoices"_s
                            << QStringList{u"\"Invoice\",\"Issued\""_s, u"\"INV-2026-000001\""_s};
}

void TestTimelinePages::check25_theFileHasWhatIsSeen() {
  QFETCH(QString, tab);
  QFETCH(QStringList, told);
  EveryPane house;
  QVERIFY(house.show(house.organization(tab)));
  const auto *detail = house.customers->detail();
  auto &page = tab == u"timeline" ? *static_cast<ui::ListPage *>(detail->timeline())
                                  : *detail->invoices()->page();
  QTRY_VERIFY(page.exporting()->button()->isEnabled());
  const QTemporaryDir folder;
  const auto path = folder.filePath(u"timeline.csv"_s);
  page.exporting()->exportTo(path);
  QTRY_VERIFY(QFile::exists(path));
  QFile file(path);
  QVERIFY(file.open(QFile::ReadOnly));
  const auto text = QString::fromUtf8(file.readAll());
  for (const auto &one : told)
    QVERIFY2(text.contains(one), qPrintable(text));
  QCOMPARE(text.count(u'\n'), page.table()->model()->rowCount() + 1);
}

QTEST_MAIN(TestTimelinePages)
#include "tst_timeline_pages.moc"
