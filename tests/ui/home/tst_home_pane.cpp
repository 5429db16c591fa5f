// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/home/home_house.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/home/figure_button.h"
#include "ui/home/figure_page.h"
#include "ui/home/home_card.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/empty_state.h"
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::ui;
using models::HomeFigure;

/// The home in a real window over a real database, by key and mouse (checks 3, 18, 19 and 24).
class TestHomePane : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { (new ThemeManager(qApp))->setAppearance(Appearance::Light); }
  void figuresOfAGroup_data();
  void figuresOfAGroup();
  void check18_everyNumberLeadsToItsRows_data();
  void check18_everyNumberLeadsToItsRows();
  void check18_whatIsNotAListOpensInFull();
  void check19_everyFigureSaysItsFormula();
  void check3_whatOthersChangeShowsWithinASecond();
  void check24_emptyBooksSaySo();
  void check24_nothingToDoSaysSoAndWhereToLook();
  void check24_whatSaysTheSameStays();
  void check24_anErrorStandsInItsSection();
  void MRR_saysItsCourse();
  void gAndHLeadHome();
};

void TestHomePane::figuresOfAGroup_data() {
  QTest::addColumn<QStringList>("groups");
  QTest::addColumn<bool>("sees");
  QTest::addColumn<int>("figure");
  const auto row = [](const char *name, const QStringList &groups, HomeFigure figure, bool sees) {
    QTest::newRow(name) << groups << sees << int(figure);
  };
  row("finance reviews the run", {u"finance"_s}, HomeFigure::Run, true);
  row("success has no run", {u"success"_s}, HomeFigure::Run, false);
  row("success renews", {u"success"_s}, HomeFigure::Renewals, true);
  row("support may not read payments", {u"support"_s}, HomeFigure::Received, false);
  row("both groups", {u"success"_s, u"finance"_s}, HomeFigure::Run, true);
  row("administrators see all", {u"administrator"_s}, HomeFigure::Onboarding, true);
  row("no group sees the figures", {}, HomeFigure::Mrr, true);
  row("no group has no run", {}, HomeFigure::Run, false);
}

void TestHomePane::figuresOfAGroup() {
  QFETCH(QStringList, groups);
  QFETCH(bool, sees);
  QFETCH(int, figure);
  const auto figures = models::homeFigures(groups);
  QCOMPARE(figures.contains(HomeFigure(figure)), sees);
  QCOMPARE(QSet<HomeFigure>(figures.begin(), figures.end()).size(), figures.size());
}

void TestHomePane::check18_everyNumberLeadsToItsRows_data() {
  QTest::addColumn<int>("figure");
  QTest::addColumn<QString>("link");
  QTest::newRow("overdue") << int(HomeFigure::Overdue) << u"tenantry://invoices?filter=overdue"_s;
  QTest::newRow("attention") << int(HomeFigure::Attention) << u"tenantry://home?tab=attention"_s;
  QTest::newRow("onboarding") << int(HomeFigure::Onboarding)
                              << u"tenantry://organizations?filter=stuck"_s;
}

void TestHomePane::check18_everyNumberLeadsToItsRows() {
  QFETCH(int, figure);
  QFETCH(QString, link);
  House house;
  house.owe();
  house.suspend();
  QVERIFY(house.showHome());
  auto *button = house.home->figure(HomeFigure(figure));
  button->setFocus();
  QTest::keyClick(button, Qt::Key_Return);
  QCOMPARE(house.window->place().link(), link);
  if (HomeFigure(figure) == HomeFigure::Overdue) {
    QTRY_COMPARE(house.invoices->table()->model()->rowCount(), 1);
    QCOMPARE(house.invoices->list().filter().kind, billing::InvoiceFilter::Overdue);
  } else if (HomeFigure(figure) == HomeFigure::Attention) {
    QTRY_COMPARE(house.home->rows()->table()->model()->rowCount(), 1);
  } else {
    QTRY_COMPARE(house.pane->table()->model()->rowCount(), 0);
  }
  // Back leads home again, from the row that the list has chosen by the list itself.
  for (int i = 0; i < 2 && house.window->place() != house.home->home(); ++i)
    QTest::keyClick(house.window.get(), Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(house.window->place().link(), u"tenantry://home"_s);
}

void TestHomePane::check18_whatIsNotAListOpensInFull() {
  House house;
  QVERIFY(house.showHome());
  QTest::mouseClick(house.home->figure(HomeFigure::Renewals), Qt::LeftButton);
  QCOMPARE(house.window->place().link(), u"tenantry://home?tab=renewals"_s);
  QVERIFY(house.home->rows()->isVisible());
  QVERIFY(!house.home->card(HomeFigure::Overdue)->isVisible());
  QTest::keyClick(house.window.get(), Qt::Key_Escape);
  QCOMPARE(house.window->place().link(), u"tenantry://home"_s);
  QVERIFY(house.home->card(HomeFigure::Overdue)->isVisible());
}

void TestHomePane::check19_everyFigureSaysItsFormula() {
  House house;
  QVERIFY(house.showHome());
  for (const auto figure : models::homeFigures({u"administrator"_s})) {
    const auto *button = house.home->figure(figure);
    if (!button)
      continue;
    QVERIFY2(button->toolTip().contains(u"As of "_s), qPrintable(button->accessibleName()));
    QVERIFY(!button->accessibleName().isEmpty());
    QCOMPARE(button->accessibleDescription(), button->toolTip());
  }
}

void TestHomePane::check3_whatOthersChangeShowsWithinASecond() {
  House house;
  house.owe();
  QVERIFY(house.showHome());
  auto *overdue = house.home->figure(HomeFigure::Overdue);
  QVERIFY2(overdue->accessibleName().contains(u"123.45"_s), qPrintable(overdue->accessibleName()));
  auto *card = house.home->card(HomeFigure::Overdue);
  auto *row = card->findChild<LinkRow *>();
  QTRY_VERIFY(row->isVisible());
  row->setFocus();
  // News of something else: the row, and the focus in it, stays.
  QSignalSpy settled(house.home, &Pane::settled);
  Q_EMIT house.connection().organizationsChanged({house.ids[2]});
  QTRY_VERIFY(!settled.isEmpty());
  QCOMPARE(QApplication::focusWidget(), row);
  house.owe("INV-2026-000002");
  Q_EMIT house.connection().organizationsChanged({house.ids[0]});
  QTRY_VERIFY(overdue->accessibleName().contains(u"246.90"_s));
}

void TestHomePane::check24_emptyBooksSaySo() {
  House house(u"administrator"_s, true);
  QVERIFY(house.showHome());
  auto *state = house.home->findChild<EmptyState *>();
  QVERIFY(state->isVisible());
  QCOMPARE(state->kind(), EmptyState::Kind::Empty);
  QTest::mouseClick(state->findChild<QPushButton *>(), Qt::LeftButton);
  QCOMPARE(house.window->place().link(), u"tenantry://organizations"_s);
}

void TestHomePane::check24_nothingToDoSaysSoAndWhereToLook() {
  House house;
  QVERIFY(house.showHome());
  auto *card = house.home->card(HomeFigure::Overdue);
  QCOMPARE(card->state(), HomeCard::State::NothingToDo);
  QTest::mouseClick(card->next(), Qt::LeftButton);
  QCOMPARE(house.window->place().link(), u"tenantry://invoices?filter=open"_s);
  const auto *chart = house.home->findChild<WaterfallChart *>();
  QVERIFY(chart->data().isEmpty());
  QVERIFY(chart->accessibleDescription().contains(u"first subscription"_s));
}

/// The figures come one after the other, and each time all cards are filled.
void TestHomePane::check24_whatSaysTheSameStays() {
  HomeCard card(u"Stuck in onboarding"_s);
  const auto show = [&](const QString &sentence) {
    card.showNothing(sentence, {u"All organizations"_s, {}});
    return card.findChildren<QLabel *>().last();
  };
  const QPointer<QLabel> first = show(u"Nobody is stuck in onboarding."_s);
  QCOMPARE(show(u"Nobody is stuck in onboarding."_s), first.data());
  QVERIFY(show(u"Nobody is stuck."_s) != first.data());
  const Error gone{u"store.disconnected"_s, u"the database cannot be reached"_s, {}};
  card.showError(gone);
  QVERIFY(card.state() == HomeCard::State::Failed);
  const QPointer<QLabel> error = card.findChildren<QLabel *>().last();
  card.showError(gone);
  QCOMPARE(card.findChildren<QLabel *>().last(), error.data());
}

void TestHomePane::check24_anErrorStandsInItsSection() {
  House house;
  house.asOther([](store::Database &database) {
    House::run(database, "alter table payment_attempt rename to payment_attempt_away");
  });
  QVERIFY(house.showHome());
  auto *card = house.home->card(HomeFigure::Failed);
  QCOMPARE(card->state(), HomeCard::State::Failed);
  QCOMPARE(house.home->card(HomeFigure::Overdue)->state(), HomeCard::State::NothingToDo);
  QVERIFY(house.home->figure(HomeFigure::Failed)->accessibleName().contains(u"could not"_s));
  house.asOther([](store::Database &database) {
    House::run(database, "alter table payment_attempt_away rename to payment_attempt");
  });
  QTest::mouseClick(card->next(), Qt::LeftButton);
  QTRY_COMPARE(card->state(), HomeCard::State::NothingToDo);
}

void TestHomePane::MRR_saysItsCourse() {
  House house;
  house.asOther([&](store::Database &database) {
    const auto id = house.ids[0].toString().toLatin1();
    House::run(database, "set session_replication_role = replica; insert into mrr_movement values "
                         "('" +
                             id + "', gen_random_uuid(), '" + id +
                             "', 'new', 'EUR', 120000, "
                             "now(), current_date - 70), ('" +
                             id + "', gen_random_uuid(), '" + id +
                             "', 'expansion', 'EUR', 60000, now(), current_date)");
  });
  QVERIFY(house.showHome());
  auto *mrr = house.home->figure(HomeFigure::Mrr);
  QVERIFY2(mrr->accessibleName().contains(u"150"_s), qPrintable(mrr->accessibleName()));
  const auto isDrawn = [mrr] {
    const auto parts = mrr->findChildren<QWidget *>();
    return std::any_of(parts.begin(), parts.end(), [](const QWidget *part) {
      return part->accessibleName().contains(u"MRR: from"_s) && part->isVisible();
    });
  };
  QTRY_VERIFY(isDrawn());
  const auto *chart = house.home->findChild<WaterfallChart *>();
  QCOMPARE(chart->data().value(0, 0), std::optional<qint64>(10'000));
  QCOMPARE(chart->data().value(0, 2), std::optional<qint64>(5'000));
  QCOMPARE(chart->data().value(0, 6), std::optional<qint64>(15'000));
}

void TestHomePane::gAndHLeadHome() {
  House house;
  QVERIFY(house.show());
  QTest::keyClick(house.window.get(), Qt::Key_G);
  QTest::keyClick(house.window.get(), Qt::Key_H);
  QCOMPARE(house.window->place().link(), u"tenantry://home"_s);
  QVERIFY(house.home->isVisible());
}

QTEST_MAIN(TestHomePane)
#include "tst_home_pane.moc"
