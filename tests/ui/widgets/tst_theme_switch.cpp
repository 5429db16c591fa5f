// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/label.h"
#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace tenantry::ui;
using namespace Qt::StringLiterals;

/// Light and dark switch while windows are open: nothing is made again, everything changes.
class TestThemeSwitch : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { m_themes = new ThemeManager(qApp); }
  void init() { switchTo(Appearance::Light); }
  void labelsTakeTheToneOfTheNewTheme_data();
  void labelsTakeTheToneOfTheNewTheme();
  void hiddenLabelsSwitchToo();
  void widgetsRepaintInTheNewTheme();
  void iconsOfButtonsSwitch();
  void toneCanChangeAfterTheSwitch();
  void aPartOfAWindowMayStandInTheOtherTheme();
  void theSignalComesOncePerSwitch();

private:
  /// Qt tells widgets of a new palette from its event loop.
  void switchTo(Appearance appearance) {
    m_themes->setAppearance(appearance);
    QCoreApplication::processEvents();
  }

  ThemeManager *m_themes = nullptr;
};

namespace {

bool shows(QWidget &widget, const QColor &color) {
  const QImage image = widget.grab().toImage();
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (image.pixelColor(x, y) == color)
        return true;
  return false;
}

} // namespace

void TestThemeSwitch::labelsTakeTheToneOfTheNewTheme_data() {
  QTest::addColumn<int>("tone");
  for (const auto tone : {Tone::Text, Tone::Muted, Tone::Accent, Tone::Danger, Tone::Violet})
    QTest::addRow("tone %d", int(tone)) << int(tone);
}

void TestThemeSwitch::labelsTakeTheToneOfTheNewTheme() {
  QFETCH(int, tone);
  const auto wanted = static_cast<Tone>(tone);
  QWidget window;
  auto *label = new Label(u"Kestrel Bank"_s, TextStyle::Body, wanted, &window);
  window.show();
  const auto color = [label] { return label->palette().color(QPalette::WindowText); };
  QCOMPARE(color(), Theme::light().color(wanted));
  switchTo(Appearance::Dark);
  QCOMPARE(color(), Theme::dark().color(wanted));
  switchTo(Appearance::Light);
  QCOMPARE(color(), Theme::light().color(wanted));
}

void TestThemeSwitch::hiddenLabelsSwitchToo() {
  Label label(u"Kestrel Bank"_s, TextStyle::Body, Tone::Muted);
  switchTo(Appearance::Dark);
  label.show();
  QCOMPARE(label.palette().color(QPalette::WindowText), Theme::dark().muted);
}

void TestThemeSwitch::widgetsRepaintInTheNewTheme() {
  QWidget window;
  auto *layout = new QVBoxLayout(&window);
  layout->addWidget(new Card(u"Subscription"_s));
  layout->addWidget(new Badge(u"At risk"_s, Tone::Warning, BadgeKind::State));
  layout->addWidget(makeButton(u"Save"_s, ButtonVariant::Primary));
  window.show();
  for (const auto appearance : {Appearance::Dark, Appearance::Light}) {
    switchTo(appearance);
    const auto &now = m_themes->theme();
    for (const auto &color : {now.canvas, now.raised, now.accent, now.warning.background})
      QVERIFY2(shows(window, color), qPrintable(color.name()));
  }
}

void TestThemeSwitch::iconsOfButtonsSwitch() {
  IconView icon(u"plus"_s, 40, Tone::Accent);
  icon.show();
  QVERIFY(shows(icon, Theme::light().accentText));
  switchTo(Appearance::Dark);
  QVERIFY(shows(icon, Theme::dark().accentText));
}

void TestThemeSwitch::toneCanChangeAfterTheSwitch() {
  Label label(u"12 days"_s, TextStyle::Body, Tone::Muted);
  switchTo(Appearance::Dark);
  label.setTone(Tone::Danger);
  QCOMPARE(label.palette().color(QPalette::WindowText), Theme::dark().danger.foreground);
}

void TestThemeSwitch::aPartOfAWindowMayStandInTheOtherTheme() {
  QWidget window;
  auto *part = new QWidget(&window);
  part->setPalette(Theme::dark().palette());
  auto *label = new Label(u"Preview"_s, TextStyle::Body, Tone::Muted, part);
  QCOMPARE(label->palette().color(QPalette::WindowText), Theme::dark().muted);
}

void TestThemeSwitch::theSignalComesOncePerSwitch() {
  QSignalSpy changed(m_themes, &ThemeManager::themeChanged);
  switchTo(Appearance::Light);
  QCOMPARE(changed.size(), 0);
  switchTo(Appearance::Dark);
  QCOMPARE(changed.size(), 1);
}

QTEST_MAIN(TestThemeSwitch)
#include "tst_theme_switch.moc"
