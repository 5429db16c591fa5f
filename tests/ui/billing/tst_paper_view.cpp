// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/paper_view.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/label.h"
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace tenantry;

/// Papers of invoices on the screen.
class TestPaperView : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void whoTurnsQuicklySeesTheLast();
  void whatIsNoPaperIsSaid();
};

namespace {

QByteArray paperOf(const QString &text, int pages) {
  QByteArray pdf;
  QBuffer buffer(&pdf);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  QPainter painter(&writer);
  for (int page = 0; page < pages; ++page) {
    if (page > 0)
      writer.newPage();
    painter.drawText(400, 400, text);
  }
  painter.end();
  return pdf;
}

bool isDrawn(const ui::PaperView &view, int pages) {
  auto sheets = view.findChildren<QLabel *>();
  // What stands above them is a text.
  sheets.removeIf(
      [](const auto *label) { return dynamic_cast<const ui::Label *>(label) != nullptr; });
  return sheets.size() == pages && std::none_of(sheets.begin(), sheets.end(), [](auto *sheet) {
           return sheet->pixmap(Qt::ReturnByValue).isNull();
         });
}

} // namespace

/// From one invoice to the next before it is drawn, with pages of the same size.
void TestPaperView::whoTurnsQuicklySeesTheLast() {
  ui::PaperView view;
  view.resize(900, 700);
  view.show();
  const auto first = paperOf(QStringLiteral("first"), 3),
             second = paperOf(QStringLiteral("second"), 3);
  for (int turn = 0; turn < 200; ++turn) {
    QVERIFY(view.setPaper(first));
    QTest::qWait(0);
    QVERIFY(view.setPaper(second));
  }
  QTRY_VERIFY(view.isRendered());
  QTRY_VERIFY(isDrawn(view, 3));
}

void TestPaperView::whatIsNoPaperIsSaid() {
  ui::PaperView view;
  view.show();
  QVERIFY(view.setPaper(paperOf(QStringLiteral("first"), 1)));
  QVERIFY(!view.setPaper("no paper"));
  QVERIFY(view.isRendered());
  view.resize(500, 500);
  QVERIFY(view.setPaper(paperOf(QStringLiteral("second"), 2)));
  QTRY_VERIFY(isDrawn(view, 2));
}

QTEST_MAIN(TestPaperView)
#include "tst_paper_view.moc"
