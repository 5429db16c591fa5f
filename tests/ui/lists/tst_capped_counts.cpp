// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lists/facets.h"
#include "tests/ui/shell/console.h"
#include "ui/shell/sidebar.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/section_header.h"
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>

using namespace tenantry;
using namespace tenantry::tests;

/// Above ten thousand nothing is counted to its end: wherever the number stands it says "10,000+".
class TestCappedCounts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void countsAboveTenThousandSaySo_data();
  void countsAboveTenThousandSaySo();

private:
  [[nodiscard]] static QStringList textsIn(const QWidget *widget);
};

QStringList TestCappedCounts::textsIn(const QWidget *widget) {
  QStringList texts;
  for (const auto *label : widget->findChildren<QLabel *>())
    texts += label->text();
  return texts;
}

void TestCappedCounts::countsAboveTenThousandSaySo_data() {
  QTest::addColumn<int>("organizations");
  QTest::addColumn<QString>("count");
  QTest::addColumn<QString>("onboarding");
  // Three are there, and onboarded.
  QTest::newRow("ten thousand") << 9'997 << u"10,000"_s << u"9,997"_s;
  QTest::newRow("ten thousand of a status") << 10'000 << u"10,000+"_s << u"10,000"_s;
  QTest::newRow("one more") << 10'001 << u"10,000+"_s << u"10,000+"_s;
}

void TestCappedCounts::countsAboveTenThousandSaySo() {
  QFETCH(int, organizations);
  QFETCH(QString, count);
  QFETCH(QString, onboarding);
  Console console;
  console.asOther([organizations](store::Database &database) {
    QVERIFY(
        database.script("insert into organization (organization_id, name, email, address_country, "
                        "time_zone, currency, "
                        "status, created_at, updated_at) select gen_random_uuid(), 'Dune ' || n, "
                        "'dune@dune.example', "
                        "'DE', 'UTC', 'EUR', 'onboarding', now(), now() from generate_series(1, " +
                        QByteArray::number(organizations) + ") as n"));
  });
  console.makeWindow(); // which counts them
  QVERIFY(console.show({}, models::PagedListModel::pageSize));
  QTRY_COMPARE(console.pane->list().count(), std::min<qint64>(organizations + 3, 10'001));
  QTRY_VERIFY(textsIn(console.pane->findChild<ui::SectionHeader *>()).contains(count));
  const auto *sidebar = console.window->sidebar()->findChild<QListView *>()->model();
  const auto rows = [sidebar] {
    QStringList all;
    for (int row = 0; row < sidebar->rowCount(); ++row)
      all += sidebar->index(row, 0).data(Qt::AccessibleTextRole).toString();
    return all;
  };
  QTRY_VERIFY2(rows().contains(u"Organizations "_s + count), qPrintable(rows().join(u'|')));
  auto *menu = openFacets(*console.pane->filters(), u"status"_s);
  QVERIFY(menu);
  QTRY_VERIFY_WITH_TIMEOUT(menu->actions().front()->text().contains(u'\t'), 30'000);
  QStringList facets;
  for (const auto *action : menu->actions())
    facets += action->text().section(u'\t', 1);
  closeFacets();
  QVERIFY2(facets.contains(onboarding), qPrintable(facets.join(u'|')));
}

QTEST_MAIN(TestCappedCounts)
#include "tst_capped_counts.moc"
