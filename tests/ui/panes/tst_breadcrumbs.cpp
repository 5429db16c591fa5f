// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/shared_panes.h"
#include "tests/ui/panes/usage_line.h"
#include "ui/home/figure_page.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/section_header.h"
#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>

using namespace tenantry;
using namespace tenantry::tests;

/// What stands over a list that it was opened from says in its head where that lies, and leads back
/// there; of lists it is said how many of all are found.
class TestBreadcrumbs : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void cleanupTestCase() { m_shared.reset(); }
  void aRecordSaysTheListThatItIsOf_data();
  void aRecordSaysTheListThatItIsOf();
  void aLineOfTheRunLeadsBackToIt();
  void namesAreWhole();
  void rowsOfAFigureAreCountedInTheHead();
  void withLittleRoomTheLastStays();
  void howManyOfAllAreFound_data();
  void howManyOfAllAreFound();

private:
  /// Those of the head that is seen, from the left.
  [[nodiscard]] QList<QPushButton *> crumbs() {
    QList<QPushButton *> all;
    for (auto *part : m_shared.get().window->currentPane()->findChildren<QWidget *>())
      if (auto *head = dynamic_cast<ui::SectionHeader *>(part); head && head->isVisible())
        for (auto *button : head->crumbs())
          if (button->isVisible())
            all += button;
    return all;
  }
  [[nodiscard]] QString trail() {
    QStringList texts;
    for (const auto *button : crumbs())
      texts += button->accessibleName();
    return texts.join(u" > "_s);
  }
  [[nodiscard]] QString usage() {
    return u"tenantry://usage?tab=events&organization=%1&filter=api_calls"_s.arg(
        m_shared.get().organizations.front().toString());
  }
  SharedPanes m_shared;
};

/// `INV`: the invoice with that line; `ONE`: the customer.
void TestBreadcrumbs::aRecordSaysTheListThatItIsOf_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("said");
  QTest::addColumn<int>("pressed");
  QTest::addColumn<QString>("leadsTo");
  QTest::newRow("invoice") << u"tenantry://invoice/INV-2026-000001"_s << u"Invoices"_s << 0
                           << u"tenantry://invoices?filter=open"_s;
  QTest::newRow("line of an invoice, to the list")
      << u"line"_s << u"Invoices > INV"_s << 0 << u"tenantry://invoices?filter=open"_s;
  QTest::newRow("line of an invoice, to it")
      << u"line"_s << u"Invoices > INV"_s << 1 << u"tenantry://invoice/INV"_s;
  QTest::newRow("credit note's line, which is not there")
      << u"tenantry://credit-note/CN-1?line=2"_s << u"Invoices > CN-1"_s << 0
      << u"tenantry://invoices?filter=open"_s;
  QTest::newRow("usage of one, to that of all")
      << u"usage"_s << u"Usage > One"_s << 0
      << u"tenantry://usage?tab=late&filter=users&metric=api_calls"_s;
  QTest::newRow("rows of a figure")
      << u"tenantry://home?tab=attention"_s << u"Home"_s << 0 << u"tenantry://home"_s;
  QTest::newRow("usage of one, to the customer")
      << u"usage"_s << u"Usage > One"_s << 1 << u"tenantry://organization/ONE?tab=usage"_s;
}

void TestBreadcrumbs::aRecordSaysTheListThatItIsOf() {
  QFETCH(QString, link);
  QFETCH(QString, said);
  QFETCH(int, pressed);
  QFETCH(QString, leadsTo);
  m_shared.reset();
  auto &house = m_shared.get();
  for (const auto &list : {u"tenantry://invoices?filter=open"_s,
                           u"tenantry://usage?tab=late&filter=users&metric=api_calls"_s})
    QVERIFY(house.show(list)); // and they stay so
  const auto line = link == u"line" ? usageLine(house) : QString();
  const auto number = line.section(u'/', -1).section(u'?', 0, 0);
  leadsTo.replace(u"INV"_s, number).replace(u"ONE"_s, house.organizations.front().toString());
  said.replace(u"INV"_s, number);
  for (const auto by : {"Space"_L1, "mouse"_L1, "G"_L1}) {
    if (by == "G"_L1 && pressed > 0)
      continue; // leads to the outermost
    QVERIFY(house.show(link == u"line" ? line : link == u"usage" ? usage() : link));
    QTRY_COMPARE(trail(), said);
    auto *crumb = crumbs().value(pressed);
    QVERIFY2(crumb && crumb->toolTip().contains(u'('), qPrintable(trail())); // its key
    crumb->setFocus(Qt::TabFocusReason);
    if (by == "mouse"_L1) {
      QTest::mouseClick(crumb, Qt::LeftButton);
    } else if (by == "G"_L1) {
      const auto letter = house.window->currentPane()->letter();
      QTest::keyClick(house.window.get(), Qt::Key_G);
      QTest::keyClick(house.window.get(), Qt::Key(letter.unicode()));
    } else {
      QTest::keyClick(crumb, Qt::Key_Space);
    }
    QTRY_COMPARE(house.window->place().link(), ui::Place::parse(leadsTo)->link());
    QTRY_VERIFY(house.window->currentPane()->isSettled());
    QCOMPARE(trail(), leadsTo.contains(u"/invoice/"_s) ? u"Invoices"_s : QString());
  }
}

void TestBreadcrumbs::aLineOfTheRunLeadsBackToIt() {
  m_shared.reset();
  auto &house = m_shared.get();
  const auto now = house.house.clock.now();
  house.withoutRule([&] {
    house.house.clock.set(BillingHouse::start() + std::chrono::days(5));
    house.house.use(house.organizations.front(), u"api_calls"_s, 20'000'000);
    house.house.clock.set(now);
  });
  QVERIFY(house.show(u"today"_s));
  QVERIFY(house.billing->chooseWithUsage());
  QTRY_VERIFY(house.billing->isSettled());
  const auto before = house.window->place();
  QVERIFY(house.billing->explainFirstLine());
  QTRY_COMPARE(trail(), u"Billing"_s);
  QVERIFY(house.window->place().line > 0);
  QTest::mouseClick(crumbs().first(), Qt::LeftButton);
  QCOMPARE(house.window->place().line, 0);
  QCOMPARE(house.window->place().day, before.day);
  QCOMPARE(trail(), QString());
}

/// Of a name no letter is taken for a key, and no name is longer than what stands beside it.
void TestBreadcrumbs::namesAreWhole() {
  ui::SectionHeader head(u"API calls"_s, ui::SectionHeader::Level::Pane);
  auto *crumb = head.addCrumb();
  head.resize(900, head.sizeHint().height());
  QVERIFY(crumb->isHidden() || !crumb->isVisibleTo(&head));
  head.setCrumb(crumb, u"Smith & Sons"_s, Qt::Key_Escape);
  QVERIFY(crumb->isVisibleTo(&head));
  QVERIFY(crumb->shortcut().isEmpty());
  QCOMPARE(crumb->accessibleName(), u"Smith & Sons"_s);
  QCOMPARE(crumb->toolTip(), u"Smith & Sons (Esc)"_s);
  const QString name = u"Donaudampfschifffahrtsgesellschaft "_s.repeated(4);
  head.setCrumb(crumb, name, Qt::Key_Escape);
  QCOMPARE(crumb->accessibleName(), name);
  QVERIFY(crumb->sizeHint().width() < 240);
}

void TestBreadcrumbs::rowsOfAFigureAreCountedInTheHead() {
  m_shared.reset();
  auto &house = m_shared.get();
  QVERIFY(house.show(u"tenantry://home?tab=renewals"_s));
  const auto &rows = house.home->rows()->rows();
  QTRY_VERIFY(rows.count() >= 0);
  const auto isSaid = [&] {
    const auto labels = house.home->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
      return label->isVisible() && dynamic_cast<ui::SectionHeader *>(label->parentWidget()) &&
             label->text() == QString::number(rows.count());
    });
  };
  QTRY_VERIFY(isSaid());
}

void TestBreadcrumbs::withLittleRoomTheLastStays() {
  QWidget page;
  auto *rows = new QVBoxLayout(&page);
  auto *head = new ui::SectionHeader(u"API calls"_s, ui::SectionHeader::Level::Pane);
  rows->addWidget(head);
  auto *outer = head->addCrumb(), *inner = head->addCrumb();
  head->setCrumb(outer, u"Usage"_s);
  head->setCrumb(inner, u"Northwind Traders"_s, Qt::Key_Escape);
  const auto seen = [&](int width) {
    page.resize(width, 100);
    page.show();
    QCoreApplication::processEvents();
    return int(outer->isVisible()) + 2 * int(inner->isVisible());
  };
  QCOMPARE(seen(900), 3);
  QCOMPARE(seen(260), 2);
  QCOMPARE(seen(900), 3);
}

void TestBreadcrumbs::howManyOfAllAreFound_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("said");
  QTest::newRow("subscriptions") << u"tenantry://subscriptions?filter=paused"_s << u"0 of 3"_s;
  QTest::newRow("invoices") << u"tenantry://invoices?filter=paid"_s << u"0 of 3"_s;
  QTest::newRow("mails") << u"tenantry://mails?filter=failed"_s << u"0 of 0"_s;
}

void TestBreadcrumbs::howManyOfAllAreFound() {
  QFETCH(QString, link);
  QFETCH(QString, said);
  m_shared.reset();
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  const auto isSaid = [&] {
    const auto labels = house.window->currentPane()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
      return label->isVisible() && label->text() == said;
    });
  };
  QTRY_VERIFY(isSaid());
}

QTEST_MAIN(TestBreadcrumbs)
#include "tst_breadcrumbs.moc"
