// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progress_line.h"
#include "ui/theme/paint.h"
#include <QCoreApplication>
#include <QPainter>
#include <cmath>

using namespace std::chrono_literals;

namespace tenantry::ui {

namespace {
constexpr auto frame = 33ms;
constexpr double step = 0.025, movingPart = 0.25;
} // namespace

ProgressLine::ProgressLine(QWidget *parent) : QWidget(parent) {
  setFixedHeight(2);
  m_frames.setInterval(frame);
  m_frames.callOnTimeout(this, [this] {
    m_share = std::fmod(m_share + step, 1 + movingPart);
    update();
  });
}

void ProgressLine::setIdle() { become(State::Idle); }

void ProgressLine::setBusy() {
  if (m_state != State::Busy)
    m_share = 0;
  become(State::Busy);
}

void ProgressLine::setShare(double share) {
  m_share = std::clamp(share, 0.0, 1.0);
  become(State::Share);
}

void ProgressLine::become(State state) {
  m_state = state;
  if (state != State::Busy)
    m_frames.stop();
  else if (!m_frames.isActive())
    m_frames.start();
  setAccessibleName(state == State::Idle ? QString()
                                         : QCoreApplication::translate("ProgressLine", "Working"));
  update();
}

void ProgressLine::paintEvent(QPaintEvent *) {
  if (m_state == State::Idle)
    return;
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  painter.fillRect(rect(), theme.track);
  const double from = m_state == State::Busy ? m_share - movingPart : 0;
  painter.fillRect(QRectF(from * width(), 0, (m_share - from) * width(), height()), theme.accent);
}

} // namespace tenantry::ui
