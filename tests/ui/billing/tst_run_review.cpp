// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/billing/reviewed_run.h"
#include "ui/billing/run_steps.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/stepper.h"
#include <QAction>
#include <QApplication>
#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::tests;
using models::PreviewKind;
using models::PreviewQuery;

/// Saying that somebody has looked at findings of a billing run: at those that are seen.
class TestRunReview : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new ui::ThemeManager(qApp);
  }
  void BILL_3_aRunIsMarkedAsReviewedByItsKey();
  void BILL_3_aReviewIsSeenByOthers();
  void BILL_3_whatIsSeenIsReviewed_data();
  void BILL_3_whatIsSeenIsReviewed();
  void BILL_3_whatIsSeenIsTakenBack();
  void BILL_3_theKeyPressedTwiceDoesWhatItSays();
};

namespace {

/// The button says what its key would do; while that is nothing, why.
QString offered(const EveryPane &house) {
  for (const auto *action : house.billing->table()->actions())
    if (action->shortcut() == QKeySequence(Qt::Key_V))
      return action->isEnabled() ? action->text() : action->toolTip();
  return {};
}

void press(const EveryPane &house, Qt::Key key, Qt::KeyboardModifiers held = {}) {
  house.billing->table()->setFocus();
  QTest::keyClick(house.billing->table(), key, held);
}

/// Who has looked at whose, as it is kept: "Busy ben".
QStringList looks(EveryPane &house) {
  QStringList all;
  house.asOther([&](store::Database &database) {
    for (const auto row : expect(database.adHoc("select name || ' ' || reviewed_by from "
                                                "finding_review join organization using "
                                                "(organization_id) order by 1")))
      all += row.get<QString>(0);
  });
  return all;
}

void lookAs(EveryPane &house, const QString &who, const QString &whose, bool isReviewed = true) {
  const auto rows = house.billing->preview().rows();
  std::vector<billing::InvoiceFinding> found;
  for (int at = 0; at < rows.size(); ++at)
    if (rows.packed(at).finding() != billing::Finding::Kind::None &&
        (whose.isEmpty() || rows.name(at) == whose))
      found.push_back(models::foundOf(rows.row(at)));
  house.asOther([&](store::Database &database) {
    store::Session session{database, house.house.clock, who};
    expect(models::writeReviews(session, found, isReviewed));
  });
}

} // namespace

/// It is kept: whoever looks again, or computes anew, sees it until something else is found. While
/// somebody types it is a letter.
void TestRunReview::BILL_3_aRunIsMarkedAsReviewedByItsKey() {
  const auto house = reviewed();
  QVERIFY(house->show(house->today()));
  QTRY_COMPARE(names(*house).size(), 3);
  const auto *stepper = house->billing->findChild<ui::RunSteps *>()->stepper();
  const auto review = [stepper] { return stepper->accessibleName().section(u", "_s, 1, 1); };
  QTRY_COMPARE(review(), u"Review: current step"_s);
  auto *search = house->billing->filters()->search();
  search->setFocus();
  QTest::keyClick(search, Qt::Key_V);
  QCOMPARE(search->text(), u"v"_s);
  QCOMPARE(review(), u"Review: current step"_s);
  search->clear();
  QTRY_COMPARE(names(*house).size(), 3);
  QSignalSpy counted(house->billing, &ui::Pane::countChanged);
  auto *table = house->billing->table();
  table->setFocus();
  QTest::keyClick(table, Qt::Key_V);
  QTRY_COMPARE(review(), u"Review: done"_s);
  QTRY_VERIFY(!counted.isEmpty());
  QTRY_COMPARE(counted.last().front().toLongLong(), 0); // nothing asks for a look any more
  QTRY_COMPARE(offered(*house), u"Take back the review of 2 finding(s)"_s); // it does what it says
  QTest::keyClick(table, Qt::Key_V);
  QTRY_COMPARE(review(), u"Review: current step"_s);
  QTRY_COMPARE(offered(*house), u"Mark 2 finding(s) as reviewed"_s);
  QTest::keyClick(table, Qt::Key_V);
  QTRY_COMPARE(review(), u"Review: done"_s);
  show(*house, PreviewKind::ToReview);
  QTRY_COMPARE(names(*house), QStringList());
  show(*house, PreviewKind::All);
  house->asOther([&](store::Database &database) { // who has another finding now
    expect(database.adHoc("update organization set street_address = '' where name = 'Steady'"));
  });
  QTest::keyClick(table, Qt::Key_F5);
  QTRY_COMPARE(review(), u"Review: current step"_s);
  QTRY_COMPARE(counted.last().front().toLongLong(), 1);
}

/// Another person, and another window: what is kept is the same for all.
void TestRunReview::BILL_3_aReviewIsSeenByOthers() {
  const auto house = reviewed();
  QVERIFY(house->show(house->today()));
  QCOMPARE(house->billing->preview().rows().size(), 3);
  lookAs(*house, u"ben"_s, {});
  QTRY_COMPARE(house->billing->preview().findings().waiting(), 0);
  QCOMPARE(house->billing->preview().lastReview()->by, u"ben"_s);
  const auto *cells = house->billing->table()->model();
  QTRY_VERIFY(
      cells->index(0, PreviewQuery::FindingColumn).data().toString().endsWith(u" · Reviewed"_s));
  house->makeWindow(); // after a restart
  QVERIFY(house->show(house->today()));
  QTRY_COMPARE(house->billing->preview().findings().reviewed, 2);
  lookAs(*house, u"anna"_s, {}, false);
  QTRY_COMPARE(house->billing->preview().findings().waiting(), 2);
}

void TestRunReview::BILL_3_whatIsSeenIsReviewed_data() {
  QTest::addColumn<int>("filter");
  QTest::addColumn<int>("selected");
  QTest::addColumn<QString>("offer");
  QTest::addColumn<QStringList>("kept");
  QTest::addColumn<QString>("said");
  QTest::newRow("all") << int(PreviewKind::All) << 0 << u"Mark 2 finding(s) as reviewed"_s
                       << QStringList{u"Busy test"_s, u"Lacking test"_s}
                       << u"2 finding(s) reviewed"_s;
  QTest::newRow("what the filter shows")
      << int(PreviewKind::Changed) << 0 << u"Mark 1 finding(s) as reviewed"_s
      << QStringList{u"Busy test"_s} << u"1 finding(s) reviewed"_s;
  QTest::newRow("nothing") << int(PreviewKind::First) << 0
                           << u"Nothing that is shown or selected has a finding"_s << QStringList{}
                           << QString();
  // The second and the third row are selected; that one has no finding.
  QTest::newRow("what is selected")
      << int(PreviewKind::All) << 2 << u"Mark 1 finding(s) as reviewed"_s
      << QStringList{u"Busy test"_s} << u"1 finding(s) reviewed"_s;
  QTest::newRow("all that match") << int(PreviewKind::All) << 3
                                  << u"Mark 2 finding(s) as reviewed"_s
                                  << QStringList{u"Busy test"_s, u"Lacking test"_s}
                                  << u"2 finding(s) reviewed"_s;
}

void TestRunReview::BILL_3_whatIsSeenIsReviewed() {
  QFETCH(const int, filter);
  QFETCH(const int, selected);
  QFETCH(const QString, offer);
  QFETCH(const QStringList, kept);
  QFETCH(const QString, said);
  const auto house = reviewed();
  QVERIFY(house->show(house->today()));
  QTRY_COMPARE(names(*house), (QStringList{u"Lacking"_s, u"Busy"_s, u"Steady"_s}));
  show(*house, PreviewKind(filter));
  QTRY_VERIFY(house->billing->isSettled());
  if (selected == 2) {
    house->billing->table()->chooseRow(1);
    press(*house, Qt::Key_Down, Qt::ShiftModifier);
  } else if (selected == 3) {
    press(*house, Qt::Key_A, Qt::ControlModifier);
    press(*house, Qt::Key_A, Qt::ControlModifier);
  }
  QTRY_COMPARE(offered(*house), offer);
  press(*house, Qt::Key_V);
  QTRY_COMPARE(looks(*house), kept);
  if (kept.isEmpty())
    return;
  QTRY_VERIFY2(house->lastToast().startsWith(said), qPrintable(house->lastToast()));
  press(*house, Qt::Key_Z, Qt::ControlModifier); // the toast's
  QTRY_COMPARE(looks(*house), QStringList());
  QTRY_VERIFY2(house->lastToast().contains(u" as before"_s), qPrintable(house->lastToast()));
  QTRY_COMPARE(offered(*house), offer);
}

/// Others' looks that are not seen stay, and those taken back are undone with their names.
void TestRunReview::BILL_3_whatIsSeenIsTakenBack() {
  const auto house = reviewed();
  QVERIFY(house->show(house->today()));
  QTRY_COMPARE(names(*house).size(), 3);
  lookAs(*house, u"ben"_s, u"Busy"_s);
  QTRY_COMPARE(offered(*house), u"Mark 1 finding(s) as reviewed"_s); // the other one
  press(*house, Qt::Key_V);
  const QStringList both{u"Busy ben"_s, u"Lacking test"_s};
  QTRY_COMPARE(looks(*house), both);
  QTRY_COMPARE(offered(*house), u"Take back the review of 2 finding(s)"_s);
  show(*house, PreviewKind::MissingData);
  QTRY_COMPARE(names(*house), QStringList{u"Lacking"_s});
  QTRY_COMPARE(offered(*house), u"Take back the review of 1 finding(s)"_s);
  press(*house, Qt::Key_V);
  QTRY_COMPARE(looks(*house), QStringList{u"Busy ben"_s});
  QTRY_VERIFY2(house->lastToast().startsWith(u"1 finding(s) to review again"_s),
               qPrintable(house->lastToast()));
  press(*house, Qt::Key_Z, Qt::ControlModifier);
  QTRY_COMPARE(looks(*house), both);
  show(*house, PreviewKind::Changed);
  QTRY_COMPARE(names(*house), QStringList{u"Busy"_s});
  QTRY_COMPARE(offered(*house), u"Take back the review of 1 finding(s)"_s);
  press(*house, Qt::Key_V);
  QTRY_COMPARE(looks(*house), QStringList{u"Lacking test"_s});
  QTRY_VERIFY2(house->lastToast().startsWith(u"1 finding(s) to review again"_s),
               qPrintable(house->lastToast()));
  press(*house, Qt::Key_Z, Qt::ControlModifier);
  QTRY_COMPARE(looks(*house), both); // Ben's again, not ours
}

/// While the rows do not show what it did, it does nothing; then the label is the new one.
void TestRunReview::BILL_3_theKeyPressedTwiceDoesWhatItSays() {
  const auto house = reviewed();
  QVERIFY(house->show(house->today()));
  QTRY_COMPARE(offered(*house), u"Mark 2 finding(s) as reviewed"_s);
  auto &preview = house->billing->preview();
  QSignalSpy done(&preview, &models::BillingPreview::reviewed);
  press(*house, Qt::Key_V);
  QCOMPARE(offered(*house), u"The findings are being updated"_s);
  press(*house, Qt::Key_V);
  QTRY_COMPARE(preview.findings().waiting(), 0);
  QVERIFY2(!offered(*house).startsWith(u"Mark"_s), qPrintable(offered(*house)));
  QTRY_COMPARE(offered(*house), u"Take back the review of 2 finding(s)"_s);
  QCOMPARE(done.count(), 1);
  press(*house, Qt::Key_V);
  QTRY_COMPARE(looks(*house), QStringList());
  QTRY_COMPARE(offered(*house), u"Mark 2 finding(s) as reviewed"_s);
  QCOMPARE(done.count(), 2);
}

QTEST_MAIN(TestRunReview)
#include "tst_run_review.moc"
