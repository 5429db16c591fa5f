// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/shared_panes.h"
#include "tests/ui/panes/stall.h"
#include "tests/ui/panes/usage_line.h"
#include "ui/billing/explain_page.h"
#include "ui/lists/reading_notice.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/search_field.h"
#include <QApplication>
#include <QLabel>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 2 of every list and of what is read as a whole: what is read, at first or again, is
/// cancelled by Esc, in the database too; it says so and reads when it is told to. And check 24:
/// its pictures while there is nothing to show, each with its next step.
class TestStoppedPages : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void cleanup();
  void cleanupTestCase() { m_shared.reset(); }
  void check2_escStopsWhatNeverCame_data();
  void check2_escStopsWhatNeverCame();
  void check2_escStopsTheReading_data();
  void check2_escStopsTheReading();
  void check2_escStopsWhatIsReadAsAWhole_data();
  void check2_escStopsWhatIsReadAsAWhole();
  void check24_loadingEmptyNoMatchAndErrorAreFourPictures_data();
  void check24_loadingEmptyNoMatchAndErrorAreFourPictures();

private:
  void hold(const QString &tables = u"%"_s) {
    m_held = std::make_unique<Held>(m_shared.get(), tables);
  }
  void letGo() { m_held.reset(); }
  [[nodiscard]] int waiting() { return tests::waiting(m_shared.get()); } ///< for that
  void readAnew(); ///< what the pane shows, from nothing
  void makeUnreadable(bool isSo);

  SharedPanes m_shared;
  std::unique_ptr<Held> m_held;
};

namespace {

bool isSaidToWork(const ui::RecordList &list) {
  const auto parts = list.findChildren<QWidget *>();
  return std::any_of(parts.begin(), parts.end(), [](const QWidget *part) {
    return part->isVisible() && part->accessibleName() == u"Working";
  });
}

/// That which is seen and says that it was stopped.
ui::EmptyState *stoppedPicture(const EveryPane &house) {
  for (auto *picture : house.window->currentPane()->findChildren<ui::EmptyState *>())
    for (const auto *label : picture->findChildren<QLabel *>())
      if (label->isVisible() && label->text() == u"Stopped")
        return picture;
  return nullptr;
}

QList<ui::ReadingNotice *> noticesIn(const EveryPane &house) {
  QList<ui::ReadingNotice *> found;
  for (auto *notice : house.window->currentPane()->findChildren<ui::ReadingNotice *>())
    if (notice->parentWidget()->isVisible())
      found.append(notice);
  return found;
}

template <typename Holds> bool ofAll(const QList<ui::ReadingNotice *> &notices, Holds holds) {
  return !notices.isEmpty() && std::all_of(notices.begin(), notices.end(), holds);
}

} // namespace

void TestStoppedPages::cleanup() { letGo(); }

void TestStoppedPages::check2_escStopsWhatNeverCame_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("held");
  QTest::newRow("home") << u"tenantry://home"_s << u"%"_s;
  QTest::newRow("rows of a figure") << u"tenantry://home?tab=renewals"_s << u"%"_s;
  QTest::newRow("record") << u"another"_s << u"organization%"_s;
  QTest::newRow("members") << u"members"_s << u"team%"_s;
  QTest::newRow("invoice") << u"tenantry://invoice/INV-2026-000002"_s << u"%"_s;
  QTest::newRow("explained line") << u"usage line"_s << u"invoice%"_s;
  QTest::newRow("events of a line") << u"usage line"_s << u"usage_event%"_s;
}

void TestStoppedPages::check2_escStopsWhatNeverCame() {
  QFETCH(QString, link);
  QFETCH(QString, held);
  auto &house = m_shared.get();
  if (link == u"usage line")
    QVERIFY(!(link = usageLine(house)).isEmpty());
  QVERIFY(house.show(held.startsWith(u"team") ? u"overview"_s : u"tenantry://organizations"_s));
  hold(held);
  const auto parsed = ui::Place::parse(link);
  auto place = parsed ? *parsed : house.organization(link);
  if (link == u"another")
    place = {ui::Place::Kind::Organization, house.organizations.back().toString(), {}, {}};
  house.window->open(place);
  QTRY_VERIFY(waiting() > 0);
  const auto isLong = [&house] {
    const auto notices = noticesIn(house);
    auto *list = listIn(house);
    auto *line = house.invoices->findChild<ui::ExplainPage *>();
    return (line->isVisible() && line->invoice().reading().isLong()) ||
           (list && list->list().isFetchingLong()) ||
           std::any_of(notices.begin(), notices.end(),
                       [](const auto *one) { return one->reading().isLong(); });
  };
  QTRY_VERIFY(isLong());
  const QuietTime took;
  QTest::keyClick(house.window.get(), Qt::Key_Escape);
  QTRY_VERIFY(stoppedPicture(house));
  QTRY_COMPARE(waiting(), 0);
  QVERIFY2(took.elapsed() <= underSanitizers(1'000), qPrintable(QString::number(took.elapsed())));
  letGo();
  auto *again = stoppedPicture(house)->findChild<QPushButton *>();
  QCOMPARE(again->text(), u"Load again"_s);
  QTest::mouseClick(again, Qt::LeftButton);
  QTRY_VERIFY(!stoppedPicture(house) && house.window->currentPane()->isSettled());
}

void TestStoppedPages::check2_escStopsWhatIsReadAsAWhole_data() {
  QTest::addColumn<QString>("link");
  QTest::newRow("home") << u"tenantry://home"_s;
  QTest::newRow("overview") << u"overview"_s;
  QTest::newRow("invoice") << u"tenantry://invoice/INV-2026-000001"_s;
}

void TestStoppedPages::check2_escStopsWhatIsReadAsAWhole() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  const auto notices = noticesIn(house);
  hold();
  for (auto *notice : notices)
    Q_EMIT notice->againRequested();
  QTRY_VERIFY(ofAll(notices, [](const auto *one) { return one->reading().isLong(); }));
  const QuietTime took;
  QTest::keyClick(house.window.get(), Qt::Key_Escape);
  QVERIFY(ofAll(notices, [](const auto *one) { return one->reading().isStopped(); }));
  QTRY_COMPARE(waiting(), 0);
  QVERIFY2(took.elapsed() <= underSanitizers(1'000), qPrintable(QString::number(took.elapsed())));
  QVERIFY(!stoppedPicture(house)); // what was there stays
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  letGo();
  for (auto *notice : notices) {
    auto *bar = notice->findChild<ui::NoticeBar *>();
    QVERIFY2(bar->isVisible() && bar->text().startsWith(u"Stopped: what is here is as of "_s),
             qPrintable(bar->text()));
    QTest::mouseClick(bar->button(), Qt::LeftButton);
    QTRY_VERIFY(!bar->isVisible());
  }
  QTRY_VERIFY(house.window->currentPane()->isSettled());
}

void TestStoppedPages::check2_escStopsTheReading_data() {
  QTest::addColumn<QString>("link");
  QTest::newRow("organizations") << u"tenantry://organizations"_s;
  QTest::newRow("members, empty") << u"members"_s;
  QTest::newRow("timeline") << u"timeline"_s;
  QTest::newRow("invoices of one") << u"invoices"_s;
  QTest::newRow("timeline of an invoice") << u"tenantry://invoice/INV-2026-000001?tab=timeline"_s;
  QTest::newRow("subscriptions") << u"tenantry://subscriptions"_s;
  QTest::newRow("invoices") << u"tenantry://invoices"_s;
  QTest::newRow("matching, empty") << u"tenantry://matching"_s;
  QTest::newRow("dunning") << u"tenantry://dunning"_s;
  QTest::newRow("contradictions, empty") << u"tenantry://contradictions"_s;
  QTest::newRow("journal") << u"tenantry://ledger?tab=journal"_s;
  QTest::newRow("open items") << u"tenantry://ledger?tab=open-items"_s;
  QTest::newRow("usage") << u"tenantry://usage"_s;
  QTest::newRow("late usage, empty") << u"tenantry://usage?tab=late"_s;
  QTest::newRow("mails") << u"tenantry://mails"_s;
  QTest::newRow("rows of a figure") << u"tenantry://home?tab=renewals"_s;
}

void TestStoppedPages::check2_escStopsTheReading() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  ui::RecordList *shown = nullptr;
  QTRY_VERIFY((shown = listIn(house)) && shown->isSettled());
  auto &list = shown->list();
  const int rows = list.rowCount();
  hold();
  list.refresh();
  QTRY_VERIFY(list.isFetchingLong());
  QTRY_VERIFY(isSaidToWork(*shown));
  const QuietTime took;
  QTest::keyClick(house.window.get(), Qt::Key_Escape);
  QTRY_VERIFY(list.isStopped());
  QVERIFY2(took.elapsed() <= underSanitizers(1'000), qPrintable(QString::number(took.elapsed())));
  QCOMPARE(list.rowCount(), rows);
  auto *notice = shown->findChild<ui::NoticeBar *>();
  auto *picture = shown->findChild<ui::EmptyState *>();
  QCOMPARE(notice->isVisible(), rows > 0);
  QCOMPARE(picture->isVisible(), rows == 0);
  letGo();
  auto *again = rows > 0 ? notice->findChild<QPushButton *>() : picture->findChild<QPushButton *>();
  QVERIFY(again && again->isVisible());
  QTest::mouseClick(again, Qt::LeftButton);
  QTRY_COMPARE(list.state(), models::PagedListModel::State::Ready);
  QTRY_VERIFY(shown->isSettled());
  QCOMPARE(list.rowCount(), rows);
}

void TestStoppedPages::readAnew() {
  auto *pane = m_shared.get().window->currentPane();
  if (auto *list = qobject_cast<ui::ListPane *>(pane))
    list->records()->list().reload();
  else
    pane->reload();
}

void TestStoppedPages::makeUnreadable(bool isSo) {
  m_shared.get().asOther([isSo](store::Database &database) {
    expect(database.script(isSo ? "alter schema tenantry rename to away"
                                : "alter schema away rename to tenantry"));
  });
}

void TestStoppedPages::check24_loadingEmptyNoMatchAndErrorAreFourPictures_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<ui::EmptyState::Kind>("kind");
  QTest::addColumn<QString>("action"); // of the button; empty: there is none
  using Kind = ui::EmptyState::Kind;
  for (const auto &name : {u"organizations"_s, u"invoices"_s, u"home"_s}) {
    const auto row = [&](const char *what) -> QTestData & {
      return QTest::addRow("%s, %s", qPrintable(name), what) << u"tenantry://"_s + name;
    };
    row("loading") << Kind::Loading << QString();
    row("error") << Kind::Error << u"Try again"_s;
    if (name != u"home") // nothing narrows it
      row("no match") << Kind::NoMatch << u"Clear filters"_s;
  }
  // At last: the book is empty from here on.
  QTest::newRow("organizations, empty")
      << u"tenantry://organizations"_s << Kind::Empty << u"Import"_s;
  QTest::newRow("invoices, empty")
      << u"tenantry://invoices"_s << Kind::Empty << u"See what is due"_s;
  QTest::newRow("home, empty") << u"tenantry://home"_s << Kind::Empty << u"To the organizations"_s;
}

void TestStoppedPages::check24_loadingEmptyNoMatchAndErrorAreFourPictures() {
  QFETCH(QString, link);
  QFETCH(ui::EmptyState::Kind, kind);
  QFETCH(QString, action);
  using Kind = ui::EmptyState::Kind;
  const bool isHome = link.endsWith(u"home");
  auto &house = m_shared.get();
  QVERIFY(house.show(isHome ? u"tenantry://organizations"_s : link));
  if (kind == Kind::Loading)
    hold();
  if (kind == Kind::Error)
    makeUnreadable(true);
  if (kind == Kind::Loading || kind == Kind::Error)
    house.makeWindow(); // what has been read stays
  if (kind == Kind::Empty)
    house.asOther([](store::Database &database) {
      expect(database.script("set session_replication_role = replica; "
                             "truncate organization, invoice cascade"));
    });
  house.window->open(*ui::Place::parse(link));
  house.window->show();
  auto *pane = house.window->currentPane();
  auto *list = qobject_cast<ui::ListPane *>(pane);
  if (kind == Kind::NoMatch)
    QTest::keyClicks(list->filters()->search(), u"zzzz"_s);
  else
    readAnew();
  const auto shown = [&]() -> ui::EmptyState * {
    const QWidget *where = list ? static_cast<QWidget *>(list->records()) : pane;
    for (auto *one : where->findChildren<ui::EmptyState *>())
      if (one->isVisible() && one->kind() == kind)
        return one;
    return nullptr;
  };
  QTRY_VERIFY(shown());
  const auto buttons = shown()->findChildren<QPushButton *>();
  const auto *button =
      buttons.isEmpty() || !buttons.front()->isVisible() ? nullptr : buttons.front();
  QCOMPARE(button ? button->text() : QString(), action);
  if (kind == Kind::Loading)
    letGo();
  if (kind == Kind::Error)
    makeUnreadable(false);
  if (kind == Kind::Error || kind == Kind::NoMatch)
    QTest::mouseClick(buttons.front(), Qt::LeftButton);
  if (kind != Kind::Empty)
    QTRY_VERIFY(!shown() && pane->isSettled());
}

QTEST_MAIN(TestStoppedPages)
#include "tst_stopped_pages.moc"
