// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette/palette_model.h"
#include "ui/billing/line_row.h"
#include "ui/shell/notification_delegate.h"
#include "ui/shell/notifications.h"
#include "ui/shell/palette_delegate.h"
#include "ui/shell/palette_hints.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/tab_strip.h"
#include <QApplication>
#include <QBoxLayout>
#include <QHash>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTest>

using namespace tenantry;
using namespace tenantry::ui;
using namespace Qt::StringLiterals;

/// What paints its parts itself, in a window that is read from the right: each part lies where the
/// mirror image has it, and none over another.
class TestFromTheRight : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { (new ThemeManager(qApp))->setAppearance(Appearance::Light); }
  void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
  void partsLieAsInTheMirror_data();
  void partsLieAsInTheMirror();
  void aMatchedWordIsReadAsItIsWritten();
  void theCrossOfAFilterIsClickedWhereItIsSeen();
  void whatIsSearchedForStandsBesideTheGlass();
};

namespace {

constexpr int betweenLetters = 6; ///< pixels, at most: more stand between parts
constexpr int bearing = 3; ///< pixels that a letter or an icon leaves free on one of its sides

using Spans = QList<std::pair<int, int>>;

/// The colour that most of it has.
QRgb groundOf(const QImage &picture) {
  QHash<QRgb, int> pixels;
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x)
      ++pixels[picture.pixel(x, y)];
  return std::max_element(
             pixels.keyValueBegin(), pixels.keyValueEnd(),
             [](const auto &one, const auto &other) { return one.second < other.second; })
      ->first;
}

/// From where to where something is drawn in these lines of the picture.
Spans spansOf(const QImage &picture) {
  const QRgb ground = groundOf(picture);
  Spans spans;
  for (int x = 0; x < picture.width(); ++x) {
    bool isDrawn = false;
    for (int y = 0; y < picture.height() && !isDrawn; ++y)
      isDrawn = std::abs(qGray(picture.pixel(x, y)) - qGray(ground)) > 12;
    if (isDrawn && !spans.isEmpty() && x - spans.back().second <= betweenLetters)
      spans.back().second = x;
    else if (isDrawn)
      spans.append({x, x});
  }
  return spans;
}

QString said(const Spans &spans) {
  QStringList all;
  for (const auto &[from, to] : spans)
    all += u"%1–%2"_s.arg(from).arg(to);
  return all.join(u", "_s);
}

bool areMirrored(const Spans &left, const Spans &right, int width) {
  if (left.size() != right.size())
    return false;
  for (qsizetype i = 0; i < left.size(); ++i) {
    const auto &[from, to] = right[right.size() - 1 - i];
    if (std::abs(width - 1 - to - left[i].first) > bearing ||
        std::abs(width - 1 - from - left[i].second) > bearing)
      return false;
  }
  return true;
}

template <typename Delegate> QListView *listOf(QAbstractItemModel *model) {
  auto *list = new QListView;
  model->setParent(list);
  list->setModel(model);
  list->setItemDelegate(new Delegate(list));
  list->setFrameShape(QFrame::NoFrame);
  list->setFocusPolicy(Qt::NoFocus);
  list->resize(560, 60);
  return list;
}

QWidget *found(const models::PaletteHit &hit) {
  auto *model = new QStandardItemModel(1, 1);
  model->setData(model->index(0, 0), QVariant::fromValue(hit), models::PaletteHitRole);
  return listOf<PaletteDelegate>(model);
}

models::PaletteHit action() {
  models::PaletteHit hit;
  hit.entry = {.text = u"Open the invoices"_s, .detail = u"not for this login"_s};
  hit.entry.iconName = u"search"_s;
  hit.entry.keys = u"Ctrl I"_s;
  hit.ranges = {{7, 5}};
  return hit;
}

models::PaletteHit organization() {
  models::PaletteHit hit;
  hit.entry = {.kind = models::PaletteEntry::Kind::Organization, .text = u"Basalt Rail"_s};
  hit.entry.planName = u"Professional"_s;
  hit.ranges = {{2, 3}};
  return hit;
}

QWidget *hints() {
  auto *hints = new PaletteHints;
  hints->setOutcome(u"3 results in 12 ms"_s, false);
  hints->resize(560, PaletteHints::high);
  return hints;
}

QWidget *lineOfInvoice() {
  auto *row = new LineRow({u"API calls"_s, {}}, u"$206.00"_s, true);
  row->resize(300, row->sizeHint().height());
  return row;
}

QWidget *notification() {
  auto *all = new Notifications;
  all->add({u"Link copied"_s, u"Basalt Rail"_s}, {}, QTime(10, 30));
  return listOf<NotificationDelegate>(all);
}

QWidget *tabs() {
  auto *record = new QWidget;
  auto *pages = new QStackedWidget;
  auto *strip = new TabStrip(u"Parts"_s, pages);
  auto *layout = new QVBoxLayout(record);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(strip);
  layout->addWidget(pages);
  for (const auto &name : {u"Overview"_s, u"Members 14"_s, u"Usage"_s})
    strip->addPart(name, new QWidget);
  strip->setCurrentIndex(1);
  record->resize(500, height::tabStrip);
  return record;
}

QWidget *menuButton() { return makeButton(u"Export"_s, ButtonVariant::Menu, u"copy"_s); }

QWidget *setFilter() { return new Chip(u"Status"_s, u"Active"_s); }
QWidget *filterToAdd() { return new Chip(u"Status"_s); }
QWidget *state() { return new Badge(u"Held"_s, Tone::Warning, BadgeKind::State); }

struct PaintedPart {
  QWidget *(*make)() = nullptr;
  int edge = 0; ///< above and below, which is the same on both sides
};

QImage seen(QWidget *(*make)(), Qt::LayoutDirection direction) {
  QApplication::setLayoutDirection(direction);
  const std::unique_ptr<QWidget> widget(make());
  widget->setAttribute(Qt::WA_DontShowOnScreen);
  if (!widget->testAttribute(Qt::WA_Resized))
    widget->resize(widget->sizeHint());
  widget->show();
  QTest::qWait(0);
  return widget->grab().toImage();
}

} // namespace

void TestFromTheRight::partsLieAsInTheMirror_data() {
  QTest::addColumn<PaintedPart>("part");
  const auto row = [](const char *name, QWidget *(*make)(), int edge = 0) {
    QTest::newRow(name) << PaintedPart{make, edge};
  };
  row("an action that was found", [] { return found(action()); });
  row("an organization that was found", [] { return found(organization()); });
  row("the foot of the palette", hints, 8);
  row("a filter", setFilter, 6);
  row("a filter to add", filterToAdd, 6);
  row("a line of an invoice", lineOfInvoice);
  row("a notification", notification);
  row("tabs", tabs);
  row("a button with a menu", menuButton, 6);
  row("a state", state, 5);
}

void TestFromTheRight::partsLieAsInTheMirror() {
  QFETCH(PaintedPart, part);
  const auto inLines = [&part](const QImage &picture) {
    return spansOf(picture.copy(picture.rect().adjusted(0, part.edge, 0, -part.edge)));
  };
  const auto fromLeft = seen(part.make, Qt::LeftToRight);
  const auto fromRight = seen(part.make, Qt::RightToLeft);
  QCOMPARE(fromRight.size(), fromLeft.size());
  const auto left = inLines(fromLeft), right = inLines(fromRight);
  QVERIFY(!left.isEmpty());
  QVERIFY2(areMirrored(left, right, fromLeft.width()),
           qPrintable(u"%1, then %2 of %3"_s.arg(said(left), said(right)).arg(fromLeft.width())));
}

/// The part of it that was typed does not change places with the rest.
void TestFromTheRight::aMatchedWordIsReadAsItIsWritten() {
  const auto make = [] {
    auto hit = organization();
    hit.entry.planName.clear();
    return found(hit);
  };
  const auto word = [&](Qt::LayoutDirection direction) {
    const auto picture = seen(make, direction);
    const auto spans = spansOf(picture); // its avatar beside it
    const auto &[from, to] = direction == Qt::LeftToRight ? spans.back() : spans.front();
    return picture.copy(from, 0, to - from + 1, picture.height());
  };
  QCOMPARE(word(Qt::RightToLeft), word(Qt::LeftToRight));
}

void TestFromTheRight::theCrossOfAFilterIsClickedWhereItIsSeen() {
  QApplication::setLayoutDirection(Qt::RightToLeft);
  Chip chip(u"Status"_s, u"Active"_s);
  chip.resize(chip.sizeHint());
  QSignalSpy edited(&chip, &Chip::clicked), removed(&chip, &Chip::removeRequested);
  QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 12, 14));
  QCOMPARE(edited.size(), 1);
  QCOMPARE(removed.size(), 0);
  QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(12, 14));
  QCOMPARE(edited.size(), 1);
  QCOMPARE(removed.size(), 1);
}

void TestFromTheRight::whatIsSearchedForStandsBesideTheGlass() {
  const int glass = iconSize::control + space::x2;
  QWidget window;
  SearchField field(u"Name"_s, &window);
  QCOMPARE(field.textMargins(), QMargins(glass, 0, 0, 0));
  QApplication::setLayoutDirection(Qt::RightToLeft);
  QCOMPARE(field.textMargins(), QMargins(0, 0, glass, 0));
  SearchField another(u"Name"_s);
  QCOMPARE(another.textMargins(), QMargins(0, 0, glass, 0));
}

QTEST_MAIN(TestFromTheRight)
#include "tst_from_the_right.moc"
