// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/console.h"
#include "ui/lists/record_list.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/notice_bar.h"
#include <QApplication>
#include <QPushButton>
#include <QScrollBar>

using namespace tenantry;
using namespace tenantry::tests;

/// A page that cannot be read while one scrolls (check 24): the rows stay, a notice says why and
/// how old they are, and by trying again the list goes on.
class TestFailingPage : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check24_aPageThatFailsSaysSoAndIsReadAgain();
};

void TestFailingPage::check24_aPageThatFailsSaysSoAndIsReadAgain() {
  constexpr int page = models::PagedListModel::pageSize, all = 7 * page + 3;
  Console console;
  QStringList names;
  for (int i = 3; i < all; ++i)
    names.append(u"Dune %1"_s.arg(i, 4, 10, QChar(u'0')));
  console.addOrganizations(names);
  console.pane->reload();
  QVERIFY(console.show({}, 2 * page));
  auto *table = console.pane->table();
  QTRY_VERIFY(table->model()->rowCount() >= page);
  QTRY_VERIFY(console.pane->isSettled());
  const QWidget *records = table; // the record beside it has lists of its own
  while (!records->inherits("tenantry::ui::RecordList"))
    records = records->parentWidget();
  const auto *notice = records->findChild<ui::NoticeBar *>();
  QVERIFY(!notice->isVisible());
  console.asOther([](store::Database &database) {
    QVERIFY(database.script("alter view organization_listed rename to organization_away"));
  });
  const int before = table->model()->rowCount();
  QVERIFY(before < all);
  table->scrollToBottom();
  QTRY_COMPARE(console.pane->list().state(), models::PagedListModel::State::Failed);
  QTRY_VERIFY(notice->isVisible());
  QVERIFY(table->isVisible());
  QCOMPARE(table->model()->rowCount(), before);
  QVERIFY2(notice->text().startsWith(u"Not all rows could be read: "_s),
           qPrintable(notice->text()));
  QVERIFY2(notice->text().contains(u"as of "_s), qPrintable(notice->text()));
  QTest::keyClick(notice->button(), Qt::Key_Space); // nothing has changed
  QTRY_COMPARE(console.pane->list().state(), models::PagedListModel::State::Failed);
  QTRY_VERIFY(notice->isVisible());
  console.asOther([](store::Database &database) {
    QVERIFY(database.script("alter view organization_away rename to organization_listed"));
  });
  QTest::mouseClick(notice->button(), Qt::LeftButton);
  QTRY_COMPARE(console.pane->list().state(), models::PagedListModel::State::Ready);
  QTRY_VERIFY(!notice->isVisible());
  QTRY_VERIFY(table->model()->rowCount() > before);
  const auto rowsToTheEnd = [table] {
    table->scrollToBottom();
    return table->model()->rowCount();
  };
  QTRY_COMPARE(rowsToTheEnd(), all);
}

QTEST_MAIN(TestFailingPage)
#include "tst_failing_page.moc"
