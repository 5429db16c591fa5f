// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/billing/run_window.h"
#include "ui/billing/explain_page.h"
#include "ui/billing/line_row.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"

#include <QClipboard>

using namespace tenantry;
using namespace tenantry::tests;

/// A line of an invoice that is explained is a place: it has a link, one goes back to it, and a
/// step back leads to where the line stands.
class TestExplainedLines : public RunWindow {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { makeHouse(); }
  void cleanup() { clear(); }
  void cleanupTestCase() { m_house.reset(); }
  void check23_ofAPreviewTheyAreAPlace();
  void check23_ofAnInvoiceTheyAreAPlace_data();
  void check23_ofAnInvoiceTheyAreAPlace();
  void whatIsNoUsageSaysSo();

private:
  /// In the inspector; false where it is not there yet.
  [[nodiscard]] bool clickUsage(const QWidget &pane) {
    for (auto *row : pane.findChildren<ui::LineRow *>())
      if (row->isVisible() && row->isEnabled() && m_window->place().line == 0)
        QTest::mouseClick(row, Qt::LeftButton);
    return m_window->place().line > 0;
  }
  [[nodiscard]] static ui::Place opened(const QString &link) { return *ui::Place::parse(link); }
};

void TestExplainedLines::check23_ofAPreviewTheyAreAPlace() {
  QVERIFY(show(daysAhead(40)));
  QVERIFY(m_pane->chooseWithUsage());
  const auto key = m_pane->records()->current();
  QTRY_VERIFY(m_pane->isSettled());
  QTRY_VERIFY(clickUsage(*m_pane));
  const auto place = m_window->place();
  QCOMPARE(place.key, key);
  QVERIFY(place.line > 0);
  auto *page = m_pane->findChild<ui::ExplainPage *>();
  QTRY_VERIFY(page->isVisible() && m_pane->isSettled());
  QVERIFY2(page->heading().contains(u"Clover"_s), qPrintable(page->heading()));
  const auto heading = page->heading();
  QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
  const auto link = QGuiApplication::clipboard()->text();
  QCOMPARE(opened(link), place);
  // Esc leads to the invoice, and back leads here again.
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  QTRY_VERIFY(!page->isVisible() && m_pane->isSettled());
  QCOMPARE(m_pane->records()->current(), key);
  QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
  QTRY_VERIFY(page->isVisible() && m_pane->isSettled());
  QCOMPARE(page->heading(), heading);
  close();
  // From the link alone, in a window that has computed nothing.
  QVERIFY(show(opened(link)));
  page = m_pane->findChild<ui::ExplainPage *>();
  QTRY_COMPARE(page->heading(), heading);
  QCOMPARE(m_pane->preview().state(), models::BillingPreview::State::Idle);
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  QTRY_VERIFY(m_pane->isSettled() && m_pane->list().rowCount() > 0);
  QCOMPARE(m_pane->preview().day(), *place.day);
  QTRY_COMPARE(m_pane->records()->current(), key);
  QCOMPARE(m_pane->table()->currentIndex().row(), m_pane->list().rowWithKey(key));
}

void TestExplainedLines::check23_ofAnInvoiceTheyAreAPlace_data() {
  QTest::addColumn<bool>("fromList");
  QTest::newRow("from the list, where a step back leads to it") << true;
  QTest::newRow("from a link, where it leads to the invoice") << false;
}

void TestExplainedLines::check23_ofAnInvoiceTheyAreAPlace() {
  QFETCH(bool, fromList);
  QString number;
  int line = 0;
  {
    const auto owner = m_house->test.connect();
    const auto rows = expect(owner->adHoc(
        "select i.number, l.line_no from invoice_line as l join invoice as i using "
        "(organization_id, invoice_id) where l.kind = 'usage' and l.part_from is not null and "
        "i.organization_id = :id order by i.number, l.line_no limit 1",
        {{"id", m_ids[2]}}));
    QVERIFY(!rows.isEmpty());
    number = rows[0].get<QString>(0);
    line = rows[0].get<int>(1);
  }
  const auto link = u"tenantry://invoice/%1?line=%2"_s.arg(number).arg(line);
  if (fromList) {
    QVERIFY(show({ui::Place::Kind::Invoices, {}, {}, {}}));
    m_invoices->setFilter({.number = number});
    QTRY_VERIFY(m_invoices->isSettled() && m_invoices->list().rowCount() == 1);
    m_invoices->table()->chooseRow(0);
    QTRY_VERIFY(m_invoices->isSettled() && !m_invoices->findChildren<ui::LineRow *>().isEmpty());
    QTRY_VERIFY(clickUsage(*m_invoices));
    QCOMPARE(m_window->place().link(), link);
  } else {
    QVERIFY(show(opened(link)));
  }
  auto *page = m_invoices->findChild<ui::ExplainPage *>();
  QTRY_VERIFY(page->isVisible() && page->heading().contains(u"Clover"_s));
  QTRY_VERIFY(m_invoices->isSettled());
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  QVERIFY(!page->isVisible());
  QCOMPARE(m_window->place().kind, fromList ? ui::Place::Kind::Invoices : ui::Place::Kind::Invoice);
}

void TestExplainedLines::whatIsNoUsageSaysSo() {
  auto place = ui::Place{ui::Place::Kind::Billing,
                         m_ids[3].toString() + u"/0"_s,
                         {},
                         Zone().dayOf(m_house->clock.now()) + std::chrono::days(31)};
  place.line = 1;
  QVERIFY(show(place));
  const auto *page = m_pane->findChild<ui::ExplainPage *>();
  const auto *picture = page->findChild<ui::EmptyState *>();
  QTRY_VERIFY(picture->isVisible() && picture->kind() == ui::EmptyState::Kind::Empty);
  QCOMPARE(page->heading(), QString());
}

QTEST_MAIN(TestExplainedLines)
#include "tst_explained_lines.moc"
