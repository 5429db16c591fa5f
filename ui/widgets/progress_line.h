// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <QWidget>

namespace tenantry::ui {

/// A line of 2 px at the edge of a pane while it works: a share where one is known, else a moving
/// part. Takes its place also while idle, so that nothing below it jumps.
class ProgressLine : public QWidget {
public:
  explicit ProgressLine(QWidget *parent = nullptr);

  void setIdle();
  void setBusy();
  void setShare(double share); ///< 0..1
  [[nodiscard]] bool isIdle() const { return m_state == State::Idle; }

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  enum class State { Idle, Busy, Share };
  void become(State state);

  State m_state = State::Idle;
  double m_share = 0; ///< done, or where the moving part is
  QTimer m_frames;
};

} // namespace tenantry::ui
