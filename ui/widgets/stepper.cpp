// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stepper.h"

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int mark = 18;

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

const std::array<Stepper::Spread, 4> Stepper::spreads{{{28, space::x3, true},
                                                       {space::x3, space::x2, true},
                                                       {28, space::x3, false},
                                                       {8, space::x1, false}}};

/// Where none is the current one, the last one that is done says how far it has come.
bool Stepper::hasWord(int step, const Spread &spread) const {
  const auto last = [this](State state) {
    for (auto at = m_steps.size() - 1; at >= 0; --at)
      if (m_steps[at].state == state)
        return int(at);
    return -1;
  };
  if (spread.hasAllWords)
    return true;
  const int current = last(State::Current);
  return step == (current >= 0 ? current : last(State::Done));
}

int Stepper::widthOf(int step, const Spread &spread) const {
  if (!hasWord(step, spread))
    return mark;
  const QFontMetrics metrics(textFont(TextStyle::BodyStrong));
  return mark + space::x2 + metrics.horizontalAdvance(m_steps[step].text);
}

int Stepper::widthOf(const Spread &spread) const {
  int width = 0;
  for (int step = 0; step < m_steps.size(); ++step)
    width += widthOf(step, spread) + (step > 0 ? spread.line + 2 * spread.gap : 0);
  return width;
}

const Stepper::Spread &Stepper::spread() const {
  const auto *fitting = std::find_if(spreads.begin(), spreads.end(), [this](const Spread &spread) {
    return widthOf(spread) <= width();
  });
  return fitting == spreads.end() ? spreads.back() : *fitting;
}

QSize Stepper::sizeHint() const { return {widthOf(spreads.front()), height::filterBar}; }

QSize Stepper::minimumSizeHint() const { return {widthOf(spreads.back()), height::filterBar}; }

QStringList Stepper::shownWords() const {
  QStringList words;
  for (int step = 0; step < m_steps.size(); ++step)
    if (hasWord(step, spread()))
      words += m_steps[step].text;
  return words;
}

/// What the marks without a word mean.
bool Stepper::event(QEvent *event) {
  if (event->type() != QEvent::ToolTip || spread().hasAllWords)
    return QWidget::event(event);
  QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), accessibleName(), this);
  return true;
}

void Stepper::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(palette());
  const int middle = height() / 2;
  const auto placed = [this](const QRect &place) {
    return QStyle::visualRect(layoutDirection(), rect(), place);
  };
  const auto &spread = this->spread();
  int x = 0;
  for (int at = 0; at < m_steps.size(); ++at) {
    const auto &step = m_steps[at];
    if (at > 0) {
      painter.fillRect(placed({x + spread.gap, middle, spread.line, 1}), theme.borderStrong);
      x += spread.line + 2 * spread.gap;
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
    const int width = widthOf(at, spread);
    if (hasWord(at, spread))
      drawText(&painter, placed({x + mark + space::x2, 0, width - mark, height()}), step.text,
               {look.style, look.text});
    x += width;
  }
}

} // namespace tenantry::ui
