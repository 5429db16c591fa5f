// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stepper.h"

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int mark = 18, line = 28;

struct StepLook {
  TextStyle style = TextStyle::Body;
  QColor fill, outline, number, text;
};

StepLook lookOf(Stepper::State state, const Theme &theme) {
  if (state == Stepper::State::Current)
    return {TextStyle::BodyStrong, theme.accent, Qt::transparent, theme.onAccent, theme.text};
  const auto text = state == Stepper::State::Done ? theme.text2 : theme.muted;
  return {TextStyle::Body, Qt::transparent, theme.borderStrong, theme.muted, text};
}

QString stateWord(Stepper::State state) {
  switch (state) {
  case Stepper::State::Done:
    return QCoreApplication::translate("Stepper", "done");
  case Stepper::State::Current:
    return QCoreApplication::translate("Stepper", "current step");
  case Stepper::State::Next:
    return QCoreApplication::translate("Stepper", "not yet");
  }
  return {};
}

} // namespace

Stepper::Stepper(QWidget *parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Stepper::setSteps(const QList<Step> &steps) {
  if (steps == m_steps)
    return;
  m_steps = steps;
  QStringList words;
  for (const auto &step : steps)
    words.append(u"%1: %2"_s.arg(step.text, stateWord(step.state)));
  setAccessibleName(words.join(u", "_s));
  updateGeometry();
  update();
}

int Stepper::widthOf(int step) const {
  const QFontMetrics metrics(textFont(TextStyle::BodyStrong));
  return mark + space::x2 + metrics.horizontalAdvance(m_steps[step].text);
}

QSize Stepper::sizeHint() const {
  int width = 0;
  for (int step = 0; step < m_steps.size(); ++step)
    width += widthOf(step) + (step > 0 ? line + 2 * space::x3 : 0);
  return {width, height::filterBar};
}

void Stepper::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(palette());
  const int middle = height() / 2;
  const auto placed = [this](const QRect &place) {
    return QStyle::visualRect(layoutDirection(), rect(), place);
  };
  int x = 0;
  for (int at = 0; at < m_steps.size(); ++at) {
    const auto &step = m_steps[at];
    if (at > 0) {
      painter.fillRect(placed({x + space::x3, middle, line, 1}), theme.borderStrong);
      x += line + 2 * space::x3;
    }
    const auto look = lookOf(step.state, theme);
    const QRect circle = placed({x, middle - mark / 2, mark, mark});
    if (step.state == State::Done) {
      drawIcon(&painter, u"check-circle"_s, circle, theme.success.foreground);
    } else {
      drawSurface(&painter, circle, mark / 2, look.fill, look.outline);
      drawText(&painter, circle, locale().toString(at + 1),
               {TextStyle::CaptionStrong, look.number, Qt::AlignCenter, Figures::Tabular});
    }
    const int width = widthOf(at);
    drawText(&painter, placed({x + mark + space::x2, 0, width - mark, height()}), step.text,
             {look.style, look.text});
    x += width;
  }
}

} // namespace tenantry::ui
