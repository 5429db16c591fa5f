// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/texts.h"
#include "tests/ui/fact_rows.h"
#include "tests/ui/panes/shared_panes.h"
#include "tests/ui/panes/stall.h"
#include "ui/billing/invoice_inspector.h"
#include "ui/shell/key_list.h"
#include "ui/shell/notification_list.h"
#include "ui/shell/product_mark.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/scroll_page.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/wrapped_label.h"
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QTabBar>
#include <utility>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 25: panes in a window that reads from the right, and in the smallest one, where they speak
/// German: its words are a third longer.
class TestLayouts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { new ui::ThemeManager(qApp); }
  void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
  void measuresAreThoseOfThePictures_data();
  void measuresAreThoseOfThePictures();
  void aUsualNameIsWhole();
  void rowsOfFactsStandTogether_data() { EveryPane::places(); }
  void rowsOfFactsStandTogether();
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

constexpr int settling = 150; ///< milliseconds in which layouts that follow their widths move on
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

/// Layouts follow each other: until nothing has moved for a while.
void comeToRest(const QWidget &window) {
  Places last, now = seenIn(window);
  for (int i = 0; i < 40 && last != now; ++i) {
    QTest::qWait(settling);
    last = std::exchange(now, seenIn(window));
  }
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
  if (label && dynamic_cast<const ui::FactRow *>(label->parentWidget()))
    return dynamic_cast<const ui::ElidedLabel *>(label) ||
                   dynamic_cast<const ui::WrappedLabel *>(label)
               ? nullptr
               : label;
  for (const auto *one = widget; label && one; one = one->parentWidget())
    if (dynamic_cast<const ui::SectionHeader *>(one) || dynamic_cast<const ui::KeyFigure *>(one) ||
        qobject_cast<const ui::FigureTile *>(one))
      return label;
  return nullptr;
}

/// Buttons and tabs are whole and within the window, and so is what stands in a head, a figure or a
/// fact; other texts shrink.
QStringList cutIn(const QWidget &window) {
  QStringList wrong;
  for (const auto &[widget, place] : seenIn(window)) {
    const auto *button = qobject_cast<const QPushButton *>(widget.data());
    const auto *tabs = qobject_cast<const QTabBar *>(widget.data());
    const auto *text = wholeText(widget);
    const bool isSteps = dynamic_cast<const ui::Stepper *>(widget.data());
    if (!tabs && !text && !isSteps && (!button || button->text().isEmpty()))
      continue;
    const auto least = tabs   ? QSize(0, widget->sizeHint().height())
                       : text ? widget->sizeHint()
                              : widget->minimumSizeHint();
    for (int tab = 0; tabs && tab < tabs->count(); ++tab)
      if (tabs->isTabVisible(tab) &&
          (tabs->tabRect(tab).width() < tabs->fontMetrics().horizontalAdvance(tabs->tabText(tab)) ||
           !tabs->rect().contains(tabs->tabRect(tab))))
        wrong += u"tab “%1”: %2"_s.arg(tabs->tabText(tab), said(tabs->tabRect(tab)));
    const bool isWhole = place.width() >= least.width() && place.height() >= least.height();
    if (!isWhole || place.left() < 0 || place.right() > window.width())
      wrong += u"%1: %2 in %3, wants %4 x %5 of %6"_s.arg(nameOf(widget), said(place))
                   .arg(window.width())
                   .arg(least.width())
                   .arg(least.height())
                   .arg(place.height());
  }
  return wrong;
}

} // namespace

/// What the pictures of the look have in a window of 1440 by 900.
void TestLayouts::measuresAreThoseOfThePictures_data() {
  QTest::addColumn<QString>("link");
  QTest::addColumn<QString>("part");
  QTest::addColumn<QRect>("picture"); ///< in the window; what is 0 is not looked at
  QTest::newRow("table of organizations") << u"overview"_s << u"table"_s << QRect(224, 98, 0, 0);
  QTest::newRow("tabs of the record") << u"overview"_s << u"tabs"_s << QRect(0, 207, 0, 36);
  QTest::newRow("mark of the product") << u"overview"_s << u"mark"_s << QRect(16, 14, 24, 24);
  QTest::newRow("inspector of a run") << u"today"_s << u"inspector"_s << QRect(1108, 0, 332, 0);
}

void TestLayouts::measuresAreThoseOfThePictures() {
  QFETCH(QString, link);
  QFETCH(QString, part);
  QFETCH(QRect, picture);
  auto &house = m_shared.get();
  house.window->resize(1440, 900);
  QVERIFY(house.show(link));
  comeToRest(*house.window);
  const auto all = house.window->findChildren<QWidget *>();
  const auto mark = std::find_if(all.begin(), all.end(), [](const QWidget *one) {
    return dynamic_cast<const ui::ProductMark *>(one);
  });
  QVERIFY(mark != all.end());
  const QHash<QString, const QWidget *> parts{
      {u"table"_s, house.customers->table()},
      {u"tabs"_s, house.customers->detail()->findChild<QTabBar *>()},
      {u"mark"_s, *mark},
      {u"inspector"_s, house.billing->findChild<ui::InvoiceInspector *>()}};
  const auto *widget = parts.value(part);
  QVERIFY(widget && widget->isVisible());
  const auto is = placeOf(widget, house.window.get());
  for (const auto &[seen, wanted] : {std::pair(is.x(), picture.x()),
                                     {is.y(), picture.y()},
                                     {is.width(), picture.width()},
                                     {is.height(), picture.height()}})
    if (wanted > 0)
      QCOMPARE(seen, wanted);
}

/// In the list of a run at the size of the kept pictures, beside all that stands there.
void TestLayouts::aUsualNameIsWhole() {
  auto &house = m_shared.get();
  house.window->resize(1200, 800);
  QVERIFY(house.show(u"today"_s));
  comeToRest(*house.window);
  const auto &metrics = ui::textMetrics(ui::TextStyle::Body);
  const int name = metrics.horizontalAdvance(u"Ember Marketing Pvt. Ltd."_s) + 2 * ui::space::x3;
  const auto *table = house.billing->table();
  QVERIFY(table->columnWidth(models::PreviewQuery::NameColumn) >= name);
  QVERIFY(!table->isColumnHidden(models::PreviewQuery::UsageColumn));
}

void TestLayouts::rowsOfFactsStandTogether() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  house.window->resize(1440, 900);
  QVERIFY(house.show(link));
  comeToRest(*house.window);
  QCOMPARE(looseFacts(*house.window), QStringList());
}

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
  auto *list = listIn(house);
  QTRY_VERIFY(!list || list->list().count() >= 0); // how many they are is said beside others
  comeToRest(window);
  const auto before = seenIn(window);
  QApplication::setLayoutDirection(Qt::RightToLeft);
  comeToRest(window);
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

void TestLayouts::check25_nothingIsCutInTheSmallestWindow() {
  QFETCH(QString, link);
  speakGerman();
  auto &house = m_shared.get();
  QVERIFY(house.show(link));
  for (const auto &size : {house.window->minimumSize(), QSize(900, 600), QSize(1200, 800)}) {
    house.window->resize(size);
    comeToRest(*house.window);
    QStringList wrong;
    const auto isWhole = [&] { return (wrong = cutIn(*house.window)).isEmpty(); };
    QVERIFY2(QTest::qWaitFor(isWhole, 20'000), // layouts follow each other
             qPrintable(u"%1 wide:\n%2"_s.arg(size.width()).arg(wrong.mid(0, 12).join(u'\n'))));
  }
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
