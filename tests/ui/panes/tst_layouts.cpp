// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/german.h"
#include "tests/ui/panes/shared_panes.h"
#include "ui/shell/key_list.h"
#include "ui/shell/notification_list.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/scroll_page.h"
#include "ui/widgets/section_header.h"
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QTabBar>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 25: panes in a window that reads from the right, and in the smallest one, where they speak
/// German: its words are a third longer.
class TestLayouts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
  void check25_fromTheRightItIsTheMirrorImage_data();
  void check25_fromTheRightItIsTheMirrorImage();
  void check25_nothingIsCutInTheSmallestWindow_data() { EveryPane::places(); }
  void check25_nothingIsCutInTheSmallestWindow();
  void check25_noPageReachesUnderItsScrollBar_data() { EveryPane::places(); }
  void check25_noPageReachesUnderItsScrollBar();
  void cleanupTestCase() { m_shared.reset(); }

private:
  void speakGerman();
  [[nodiscard]] QWidget *openOver(const QString &word);

  SharedPanes m_shared;
  QTranslator m_german;
};

namespace {

constexpr int settling = 150; ///< milliseconds until layouts that follow their widths are done
constexpr int rounding = 2;   ///< pixels
/// Qt mirrors what a layout holds, but not its margins: where the two sides differ, all moves.
constexpr int unevenMargins = 16;

/// Widgets that are made anew meanwhile are gone.
using Places = QList<std::pair<QPointer<const QWidget>, QRect>>;

QRect placeOf(const QWidget *widget, const QWidget *window) {
  return {widget->mapTo(window, QPoint()), widget->size()};
}

/// What one sees, with where it is in the window.
Places seenIn(const QWidget &window) {
  Places seen;
  for (const auto *widget : window.findChildren<QWidget *>())
    if (widget->isVisibleTo(&window) && !widget->isWindow() && !widget->size().isEmpty())
      seen.append({widget, placeOf(widget, &window)});
  return seen;
}

QString nameOf(const QWidget *widget) {
  const auto *button = qobject_cast<const QAbstractButton *>(widget);
  const auto *label = qobject_cast<const QLabel *>(widget);
  return u"%1 “%2”"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                          button  ? button->text()
                          : label ? label->text()
                                  : widget->accessibleName());
}

QString said(const QRect &rect) {
  return u"%1+%2 of %3"_s.arg(rect.left()).arg(rect.width()).arg(rect.top());
}

/// A part of a list or a diagram scrolls and draws by itself.
bool isWithin(const QWidget *widget, const char *className) {
  for (const auto *one = widget; one; one = one->parentWidget())
    if (one->inherits(className))
      return true;
  return false;
}

/// One that has to be read to its end: null, if it is none.
const QLabel *wholeText(const QWidget *widget) {
  const auto *label = qobject_cast<const QLabel *>(widget);
  for (const auto *one = widget; label && one; one = one->parentWidget())
    if (dynamic_cast<const ui::SectionHeader *>(one) || dynamic_cast<const ui::KeyFigure *>(one) ||
        qobject_cast<const ui::FigureTile *>(one))
      return label;
  return nullptr;
}

} // namespace

void TestLayouts::check25_fromTheRightItIsTheMirrorImage_data() {
  EveryPane::places();
  for (const char *over : {"keys", "notifications"})
    QTest::newRow(over) << QString::fromLatin1(over);
}

/// What stands over the window; null: nothing does.
QWidget *TestLayouts::openOver(const QString &word) {
  auto &window = *m_shared.get().window;
  if (word == u"keys")
    return window.showKeys();
  if (word == u"notifications") {
    window.notify(u"Link copied"_s, u"tenantry://home"_s);
    return window.showNotifications();
  }
  return nullptr;
}

void TestLayouts::check25_fromTheRightItIsTheMirrorImage() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  const bool isOver = link == u"keys" || link == u"notifications";
  QVERIFY(house.show(isOver ? u"tenantry://invoices"_s : link));
  const QPointer<QWidget> over = openOver(link);
  const auto closing = qScopeGuard([&] {
    if (over)
      over->close();
  });
  QCOMPARE(over != nullptr, isOver);
  const auto &window = over ? *over : *house.window;
  QTest::qWait(settling);
  const auto before = seenIn(window);
  QApplication::setLayoutDirection(Qt::RightToLeft);
  QTest::qWait(settling);
  QTRY_VERIFY(house.window->currentPane()->isSettled());
  QStringList wrong;
  for (const auto &[widget, left] : before) {
    if (!widget ||
        (isWithin(widget, "QAbstractItemView") && !widget->inherits("QAbstractItemView")))
      continue;
    const auto right = placeOf(widget, &window);
    const int mirrored = window.width() - left.left() - left.width();
    if (std::abs(right.left() - mirrored) > unevenMargins ||
        std::abs(right.width() - left.width()) > rounding ||
        std::abs(right.top() - left.top()) > rounding)
      wrong += u"%1: %2, then %3"_s.arg(nameOf(widget), said(left), said(right));
  }
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 12).join(u'\n')));
}

void TestLayouts::speakGerman() {
  if (!m_german.isEmpty())
    return;
  QVERIFY(tests::loadGerman(m_german));
  m_shared.reset();
  QCoreApplication::installTranslator(&m_german);
  QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
}

/// Buttons and tabs are whole and within the window, and so is what stands in a head or a figure;
/// other texts shrink.
void TestLayouts::check25_nothingIsCutInTheSmallestWindow() {
  QFETCH(QString, link);
  speakGerman();
  auto &house = m_shared.get();
  house.window->resize(house.window->minimumSize());
  QVERIFY(house.show(link));
  QTest::qWait(settling);
  const auto &window = *house.window;
  QStringList wrong;
  for (const auto &[widget, place] : seenIn(window)) {
    const auto *button = qobject_cast<const QPushButton *>(widget.data());
    const auto *tabs = qobject_cast<const QTabBar *>(widget.data());
    const auto *text = wholeText(widget);
    if (!tabs && !text && (!button || button->text().isEmpty()))
      continue;
    const auto least = tabs   ? QSize(0, widget->sizeHint().height())
                       : text ? widget->sizeHint()
                              : widget->minimumSizeHint();
    for (int tab = 0; tabs && tab < tabs->count(); ++tab)
      if (tabs->tabRect(tab).width() < tabs->fontMetrics().horizontalAdvance(tabs->tabText(tab)) ||
          !tabs->rect().contains(tabs->tabRect(tab)))
        wrong += u"tab “%1”: %2"_s.arg(tabs->tabText(tab), said(tabs->tabRect(tab)));
    const bool isWhole = place.width() >= least.width() && place.height() >= least.height();
    if (!isWhole || place.left() < 0 || place.right() > window.width())
      wrong += u"%1: %2 in %3, wants %4 x %5 of %6"_s.arg(nameOf(widget), said(place))
                   .arg(window.width())
                   .arg(least.width())
                   .arg(least.height())
                   .arg(place.height());
  }
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 12).join(u'\n')));
}

/// In the middle of all widths too, where words that are a third longer just do not fit.
void TestLayouts::check25_noPageReachesUnderItsScrollBar() {
  QFETCH(QString, link);
  speakGerman();
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  QStringList wrong;
  const auto isWrong = [&](int width) {
    wrong.clear();
    for (const auto *page : house.window->currentPane()->findChildren<ui::ScrollPage *>())
      if (page->isVisible() && page->widget()->width() > page->viewport()->width())
        wrong += u"%1, window of %2: %3 in %4"_s.arg(page->accessibleName())
                     .arg(width)
                     .arg(page->widget()->width())
                     .arg(page->viewport()->width());
    return !wrong.isEmpty();
  };
  for (int width = house.window->minimumWidth(); width <= 1440; width += 20) {
    house.window->resize(width, 700);
    QCoreApplication::processEvents();
    QVERIFY2(QTest::qWaitFor([&] { return !isWrong(width); }, 5000), qPrintable(wrong.join(u'\n')));
  }
}

QTEST_MAIN(TestLayouts)
#include "tst_layouts.moc"
