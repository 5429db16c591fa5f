// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/stoppable_reading.h"
#include "ui/widgets/empty_state.h"

namespace tenantry::ui {

class NoticeBar;
class ProgressLine;

/// Of what is read as a whole: a moving line at the upper edge of what it is shown `over` while
/// that takes long, and, where it was stopped, a strip that says so and reads again.
class ReadingNotice : public QWidget {
  Q_OBJECT

public:
  ReadingNotice(models::StoppableReading &reading, QWidget *over);

  [[nodiscard]] const models::StoppableReading &reading() const { return m_reading; }

Q_SIGNALS:
  void againRequested();

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void follow();

  models::StoppableReading &m_reading;
  ProgressLine *m_progress;
  NoticeBar *m_notice;
};

/// The picture of what was stopped before anything came.
[[nodiscard]] EmptyStateContent stoppedContent();

} // namespace tenantry::ui
