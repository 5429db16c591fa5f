// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/billing/reviewed_run.h"
#include "ui/billing/run_steps.h"
#include "ui/charts/bar_chart.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/link_figure.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/stepper.h"
#include <QApplication>
#include <QDateEdit>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;
using models::PreviewKind;
using models::PreviewQuery;
using ui::EmptyState;

/// The review of a billing run, by key and mouse, in the console's window.
class TestBillingPane : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void BILL_1_findingsComeFirst();
  void BILL_1_findingsAreShownByKind_data();
  void BILL_1_findingsAreShownByKind();
  void BILL_1_theKindIsChosenByKeys();
  void check18_anInvoiceBeforeIsOpenedByKeys();
  void check18_everyFigureLeadsToItsRows_data();
  void check18_everyFigureLeadsToItsRows();
  void check3_itIsSaidThatTheBookHasChanged();
  void check24_aPreviewThatRunsIsLoading();
  void check24_nothingDueSaysSo();
  void check24_nothingFoundLeadsBackToAll();
  void check24_anErrorOffersToTryAgain();
  void check14_whoMayNotPreviewIsTold();
};

namespace {

const EmptyState *picture(const EveryPane &house) {
  for (const auto *one : house.billing->findChildren<EmptyState *>())
    if (one->isVisible())
      return one;
  return nullptr;
}

} // namespace

void TestBillingPane::BILL_1_findingsComeFirst() {
  const auto house = reviewed();
  QVERIFY(house->show(house->today()));
  QTRY_COMPARE(names(*house), (QStringList{u"Lacking"_s, u"Busy"_s, u"Steady"_s}));
  const auto *rows = house->billing->table()->model();
  const auto said = [rows](int row) {
    return rows->index(row, PreviewQuery::FindingColumn).data().toString();
  };
  QCOMPARE(said(0), u"No Street"_s);
  QVERIFY2(said(1).startsWith(u"Total +"_s), qPrintable(said(1)));
  QCOMPARE(said(2), QString());
  QCOMPARE(rows->index(0, PreviewQuery::FindingColumn).data(ui::ToneRole).toInt(),
           int(ui::Tone::Danger));
}

void TestBillingPane::BILL_1_findingsAreShownByKind_data() {
  QTest::addColumn<int>("filter");
  QTest::addColumn<QStringList>("shown");
  QTest::newRow("any") << int(PreviewKind::Any) << QStringList{u"Lacking"_s, u"Busy"_s};
  QTest::newRow("missing data") << int(PreviewKind::MissingData) << QStringList{u"Lacking"_s};
  QTest::newRow("changed") << int(PreviewKind::Changed) << QStringList{u"Busy"_s};
  QTest::newRow("first") << int(PreviewKind::First) << QStringList{};
}

void TestBillingPane::BILL_1_findingsAreShownByKind() {
  QFETCH(int, filter);
  QFETCH(QStringList, shown);
  const auto house = reviewed();
  QVERIFY(house->show(house->today()));
  QTRY_COMPARE(names(*house).size(), 3);
  show(*house, PreviewKind(filter));
  QTRY_VERIFY(house->billing->isSettled());
  QTRY_COMPARE(names(*house), shown);
  QTRY_COMPARE(house->billing->table()->isVisible(), !shown.isEmpty());
  // Esc shows all again.
  house->billing->table()->setFocus();
  QTest::keyClick(house->window.get(), Qt::Key_Escape);
  QTRY_COMPARE(names(*house).size(), 3);
}

/// From the bars beside the list.
void TestBillingPane::check18_anInvoiceBeforeIsOpenedByKeys() {
  const auto house = reviewed();
  QVERIFY(house->show(house->today()));
  QTRY_COMPARE(names(*house).size(), 3);
  auto *bars = house->billing->findChild<ui::BarChart *>();
  QVERIFY(bars);
  QTRY_VERIFY(bars->isVisible() && bars->data().labels.size() > 1);
  bars->setFocus();
  QTest::keyClick(bars, Qt::Key_Home);
  QCOMPARE(bars->point(), std::optional<std::size_t>(0));
  QTest::keyClick(bars, Qt::Key_Return);
  QTRY_COMPARE(house->window->place().kind, ui::Place::Kind::Invoice);
  QVERIFY(house->window->place().key.startsWith(u"INV-"_s));
}

void TestBillingPane::BILL_1_theKindIsChosenByKeys() {
  const auto house = reviewed();
  QVERIFY(house->show(house->today()));
  QTRY_COMPARE(names(*house).size(), 3);
  auto *chip = house->billing->filters()->chip(u"show"_s);
  chip->setFocus();
  QTest::keyClick(chip, Qt::Key_Space);
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu);
  for (int i = 0; i < 3; ++i) // any, to review, data is missing
    QTest::keyClick(menu, Qt::Key_Down);
  QTest::keyClick(menu, Qt::Key_Return);
  QTRY_COMPARE(names(*house), QStringList{u"Lacking"_s});
  QTest::keyClick(chip, Qt::Key_Delete);
  QTRY_COMPARE(names(*house).size(), 3);
}

void TestBillingPane::check18_everyFigureLeadsToItsRows_data() {
  QTest::addColumn<QString>("caption");
  QTest::addColumn<QString>("figure"); // as it begins
  QTest::addColumn<QStringList>("rows");
  const QStringList all{u"Busy"_s, u"Lacking"_s, u"Steady"_s};
  QTest::newRow("invoices") << u"Invoices"_s << u"3"_s << all;
  QTest::newRow("total") << u"Total"_s << u"$"_s << all;
  QTest::newRow("usage") << u"Usage charges"_s << u"$"_s << QStringList{u"Busy"_s};
  QTest::newRow("tax") << u"Tax"_s << u"–"_s << QStringList{};
  QTest::newRow("findings") << u"Findings"_s << u"2"_s << QStringList{u"Busy"_s, u"Lacking"_s};
}

void TestBillingPane::check18_everyFigureLeadsToItsRows() {
  QFETCH(QString, caption);
  QFETCH(QString, figure);
  QFETCH(QStringList, rows);
  const auto house = reviewed();
  QVERIFY(house->show(house->today()));
  QTRY_COMPARE(names(*house).size(), 3);
  show(*house, PreviewKind::Changed); // it shows others before
  for (auto *link : house->billing->findChildren<ui::LinkFigure *>())
    if (link->accessibleName().startsWith(caption)) {
      QVERIFY2(link->accessibleName().startsWith(caption + u": "_s + figure),
               qPrintable(link->accessibleName()));
      QTest::mouseClick(link, Qt::LeftButton);
    }
  QTRY_VERIFY(house->billing->isSettled());
  const auto shown = [&house] {
    auto all = names(*house);
    all.sort();
    return all;
  };
  QTRY_COMPARE(shown(), rows);
}

/// A preview is never computed again by itself: it says that it is older than the book.
void TestBillingPane::check3_itIsSaidThatTheBookHasChanged() {
  EveryPane house;
  QVERIFY(house.show(house.today()));
  const auto saysSo = [&house] {
    const auto labels = house.billing->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
      return label->isVisible() && label->text().endsWith(u"the book has changed since");
    });
  };
  QVERIFY(!saysSo());
  house.asOther([&house](store::Database &database) {
    expect(database.adHoc("select pg_notify('tenantry_news', :ids)",
                          {{"ids", house.organizations.front().toString()}}));
  });
  QTRY_VERIFY(saysSo());
  house.billing->reload();
  QTRY_VERIFY(house.billing->isSettled() && !saysSo());
}

void TestBillingPane::check24_aPreviewThatRunsIsLoading() {
  EveryPane house;
  std::unique_ptr<store::Database> holder;
  house.withoutRule([&] {
    holder = house.house.test.connect();
    expect(holder->script("begin; lock table subscription in access exclusive mode"));
  });
  house.window->open(house.today());
  house.window->show();
  QTRY_COMPARE(house.billing->preview().state(), models::BillingPreview::State::Running);
  QTRY_VERIFY(picture(house) && picture(house)->kind() == EmptyState::Kind::Loading);
  house.withoutRule([&] { holder.reset(); });
  QTRY_COMPARE(names(house).size(), 3);
  QTRY_VERIFY(!picture(house)); // nor beside the list
}

void TestBillingPane::check24_nothingDueSaysSo() {
  EveryPane house;
  QVERIFY(house.show(ui::Place{
      ui::Place::Kind::Billing, {}, {}, house.connection->today() - std::chrono::days(20)}));
  QTRY_VERIFY(picture(house) && picture(house)->kind() == EmptyState::Kind::Empty);
  // Its step is another day; nothing of a run is the current one.
  auto *next = picture(house)->findChild<QPushButton *>();
  QVERIFY(next && next->isVisible());
  QTest::mouseClick(next, Qt::LeftButton);
  QTRY_COMPARE(QApplication::focusWidget(), house.billing->findChild<QDateEdit *>());
  const auto *steps = house.billing->findChild<ui::RunSteps *>();
  for (const auto &step : steps->stepper()->steps())
    QVERIFY2(step.state != ui::Stepper::State::Current, qPrintable(step.text));
}

void TestBillingPane::check24_nothingFoundLeadsBackToAll() {
  EveryPane house;
  QVERIFY(house.show(house.today()));
  QTRY_COMPARE(names(house).size(), 3);
  QTest::keySequence(house.window.get(), QKeySequence::Find);
  QTest::keyClicks(QApplication::focusWidget(), u"nobody"_s);
  QTRY_VERIFY(picture(house) && picture(house)->kind() == EmptyState::Kind::NoMatch);
  Q_EMIT const_cast<EmptyState *>(picture(house))->actionTriggered(EmptyState::Kind::NoMatch);
  QTRY_COMPARE(names(house).size(), 3);
}

void TestBillingPane::check24_anErrorOffersToTryAgain() {
  EveryPane house;
  QVERIFY(house.show(u"tenantry://home"_s));
  house.cutOff(true);
  QTRY_VERIFY(!house.connection->isConnected());
  house.window->open(house.today());
  QTRY_VERIFY(picture(house) && picture(house)->kind() == EmptyState::Kind::Error);
  house.cutOff(false);
  QTRY_COMPARE_WITH_TIMEOUT(names(house).size(), 3, 20'000);
}

void TestBillingPane::check14_whoMayNotPreviewIsTold() {
  EveryPane house(u"support"_s);
  QVERIFY(house.show(house.today()));
  QTRY_VERIFY(picture(house) && picture(house)->kind() == EmptyState::Kind::Empty);
  const auto texts = picture(house)->findChildren<QLabel *>();
  QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QLabel *label) {
    return label->text().contains(u"Your login is in: support"_s);
  }));
}

QTEST_MAIN(TestBillingPane)
#include "tst_billing_pane.moc"
