// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/reading_notice.h"
#include "ui/widgets/format.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/progress_line.h"
#include <QBoxLayout>
#include <QResizeEvent>

namespace tenantry::ui {

ReadingNotice::ReadingNotice(models::StoppableReading &reading, QWidget *over)
    : m_reading(reading), m_progress(new ProgressLine(over)),
      m_notice(new NoticeBar(tr("Load again"))) {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_notice);
  hide();
  m_progress->hide();
  over->installEventFilter(this);
  connect(m_notice, &NoticeBar::actionRequested, this, &ReadingNotice::againRequested);
  connect(&m_reading, &models::StoppableReading::changed, this, &ReadingNotice::follow);
}

void ReadingNotice::follow() {
  m_reading.isLong() ? m_progress->setBusy() : m_progress->setIdle();
  m_progress->setVisible(m_reading.isLong());
  m_progress->raise();
  const auto &readAt = m_reading.readAt();
  const bool isTold = m_reading.isStopped() && readAt;
  m_notice->setText(isTold ? tr("Stopped: what is here is as of %1.")
                                 .arg(formatInstant(*readAt, m_reading.zone(), locale()))
                           : QString());
  setVisible(isTold);
}

bool ReadingNotice::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::Resize)
    m_progress->resize(static_cast<QResizeEvent *>(event)->size().width(), m_progress->height());
  return QWidget::eventFilter(watched, event);
}

EmptyStateContent stoppedContent() {
  return {ReadingNotice::tr("Stopped"), ReadingNotice::tr("This was not read completely."),
          ReadingNotice::tr("Load again")};
}

} // namespace tenantry::ui
