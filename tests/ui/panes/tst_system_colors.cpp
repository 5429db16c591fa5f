// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/shared_panes.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QDBusVariant>
#include <QPushButton>

using namespace tenantry;
using namespace tenantry::tests;

/// Check 25: the desktop turns dark while the console runs, and so does all that is seen, without a
/// restart; and back.
class TestSystemColors : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { m_themes = new ui::ThemeManager(qApp); }
  void cleanupTestCase() { m_shared.reset(); }
  void check25_allThatIsSeenFollowsTheDesktop_data();
  void check25_allThatIsSeenFollowsTheDesktop();
  void check25_aDialogFollowsTheDesktop();
  void check25_whatSomebodyChoseDoesNotFollow();

private:
  enum Preference : uint { Dark = 1, Light = 2 };
  /// As the desktop's portal tells it (Qt 6.4 does not ask it).
  void tell(Preference preference) {
    auto *system = m_themes->findChild<ui::SystemColorScheme *>();
    QVERIFY(QMetaObject::invokeMethod(
        system, "onSettingChanged", Q_ARG(QString, u"org.freedesktop.appearance"_s),
        Q_ARG(QString, u"color-scheme"_s),
        Q_ARG(QDBusVariant, QDBusVariant(QVariant::fromValue(uint(preference))))));
  }

  ui::ThemeManager *m_themes = nullptr;
  SharedPanes m_shared;
};

namespace {

constexpr int smallest = 24, step = 3;

/// The colour that most of it has.
QColor groundOf(const QImage &image, const QRect &where) {
  QHash<QRgb, int> counts;
  QRgb most = 0;
  for (int y = where.top(); y <= where.bottom(); y += step)
    for (int x = where.left(); x <= where.right(); x += step)
      if (const auto color = image.pixel(x, y); ++counts[color] > counts.value(most))
        most = color;
  return QColor(most);
}

/// The parts of a window that are not of that theme: they say so, or stand on a grey of the other.
QStringList strangersIn(QWidget *window, const ui::Theme &wanted) {
  const bool isDark = &wanted == &ui::Theme::dark();
  const auto image = window->grab().toImage();
  QStringList strangers;
  for (const auto *part : window->findChildren<QWidget *>()) {
    if (!part->isVisibleTo(window) || part->visibleRegion().isEmpty())
      continue;
    const auto name =
        QString::fromLatin1(part->metaObject()->className()) + u' ' +
        (part->accessibleName().isEmpty() ? part->objectName() : part->accessibleName());
    if (&ui::Theme::of(part) != &wanted)
      strangers += name + u": its theme"_s;
    const QRect seen = part->visibleRegion().boundingRect();
    if (seen.width() < smallest || seen.height() < smallest ||
        part->visibleRegion().rectCount() > 1)
      continue;
    const auto ground =
        groundOf(image, QRect(part->mapTo(window, seen.topLeft()), seen.size()) & image.rect());
    constexpr int grey = 60; // what has a colour, an avatar or a button, may have it in both
    if (ground.hsvSaturation() < grey && (ground.lightness() < 128) != isDark)
      strangers += u"%1: %2"_s.arg(name, ground.name());
  }
  return strangers;
}

} // namespace

void TestSystemColors::check25_allThatIsSeenFollowsTheDesktop_data() {
  QTest::addColumn<QString>("link");
  for (const auto &[name, link] : std::initializer_list<std::pair<const char *, QString>>{
           {"home", u"tenantry://home"_s},
           {"organization", u"overview"_s},
           {"members", u"members"_s},
           {"usage of one", u"usage"_s},
           {"timeline", u"timeline"_s},
           {"billing", u"today"_s},
           {"invoices", u"tenantry://invoices"_s},
           {"matching", u"tenantry://matching"_s},
           {"accounts", u"tenantry://ledger"_s},
           {"open items", u"tenantry://ledger?tab=open-items"_s},
           {"revenue", u"tenantry://ledger?tab=revenue"_s},
           {"usage", u"tenantry://usage"_s}})
    QTest::newRow(name) << link;
}

void TestSystemColors::check25_allThatIsSeenFollowsTheDesktop() {
  QFETCH(QString, link);
  auto &house = m_shared.get();
  tell(Light);
  QVERIFY(house.show(link));
  QStringList strangers;
  const auto follows = [&](const ui::Theme &theme) {
    return QTest::qWaitFor(
        [&] { return (strangers = strangersIn(house.window.get(), theme)).isEmpty(); }, 20'000);
  };
  QVERIFY2(follows(ui::Theme::light()), qPrintable(strangers.join(u'\n')));
  const auto place = house.window->place();
  tell(Dark);
  QVERIFY2(follows(ui::Theme::dark()), qPrintable(strangers.join(u'\n')));
  QCOMPARE(house.window->place(), place);
  tell(Light);
  QVERIFY2(follows(ui::Theme::light()), qPrintable(strangers.join(u'\n')));
}

void TestSystemColors::check25_aDialogFollowsTheDesktop() {
  auto &house = m_shared.get();
  tell(Light);
  QVERIFY(house.show(u"subscription"_s));
  const auto *acts = house.customers->detail()->subscription()->acts();
  QTRY_VERIFY(acts->end()->isEnabled());
  QTest::mouseClick(acts->end(), Qt::LeftButton);
  QTRY_VERIFY(acts->dialog() && acts->dialog()->isVisible());
  tell(Dark);
  QStringList strangers;
  for (auto *window : std::initializer_list<QWidget *>{acts->dialog(), house.window.get()})
    QVERIFY2(
        QTest::qWaitFor(
            [&] { return (strangers = strangersIn(window, ui::Theme::dark())).isEmpty(); }, 20'000),
        qPrintable(strangers.join(u'\n')));
  acts->dialog()->reject();
  tell(Light);
}

void TestSystemColors::check25_whatSomebodyChoseDoesNotFollow() {
  tell(Light);
  m_themes->setAppearance(ui::Appearance::Light);
  tell(Dark);
  QCOMPARE(&m_themes->theme(), &ui::Theme::light());
  m_themes->setAppearance(ui::Appearance::System);
  QCOMPARE(&m_themes->theme(), &ui::Theme::dark());
  tell(Light);
}

QTEST_MAIN(TestSystemColors)
#include "tst_system_colors.moc"
