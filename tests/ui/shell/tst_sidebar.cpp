// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"
#include "ui/theme/theme_manager.h"

#include <QApplication>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

class TestSidebar : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void check8_pinnedViewsAreAGroup();
};

/// Last, in the order of their panes, and without a head where nothing is pinned.
void TestSidebar::check8_pinnedViewsAreAGroup() {
  ui::Sidebar sidebar;
  const auto *rows = sidebar.findChild<QListView *>()->model();
  const auto shown = [rows] {
    QStringList texts;
    for (int row = 0; row < rows->rowCount(); ++row)
      texts += rows->index(row, 0).data().toString();
    return texts.join(u' ');
  };
  const auto pin = [](const QString &name) { return ui::Pin{name, u"3"_s, {}}; };
  sidebar.addEntry(u"Home"_s, u"home"_s, {});
  sidebar.addEntry(u"Mails"_s, u"mail"_s, {});
  sidebar.setPins(1, {pin(u"c"_s)});
  sidebar.setPins(0, {pin(u"a"_s), pin(u"b"_s)});
  sidebar.addGroup(u"Rest"_s); // of panes that come later
  sidebar.addEntry(u"Ledger"_s, u"home"_s, {});
  QCOMPARE(shown(), u"Home Mails Rest Ledger Pinned views a b c"_s);
  QVERIFY(!(rows->index(4, 0).flags() & Qt::ItemIsSelectable)); // arrows pass it by
  QVERIFY(rows->index(7, 0).data(Qt::ToolTipRole).toString().startsWith(u"Mails: c"_s));
  QSignalSpy chosen(&sidebar, &ui::Sidebar::pinChosen);
  sidebar.findChild<QListView *>()->setCurrentIndex(rows->index(6, 0));
  QCOMPARE(chosen.size(), 1);
  QCOMPARE(chosen[0], (QVariantList{0, 1}));
  sidebar.setPins(0, {pin(u"b"_s)});
  QCOMPARE(shown(), u"Home Mails Rest Ledger Pinned views b c"_s);
  sidebar.setPins(0, {});
  sidebar.setPins(1, {});
  QCOMPARE(shown(), u"Home Mails Rest Ledger"_s);
  sidebar.setPins(1, {pin(u"c"_s)});
  QCOMPARE(shown(), u"Home Mails Rest Ledger Pinned views c"_s);
}

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
