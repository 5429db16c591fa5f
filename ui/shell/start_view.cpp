// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start_view.h"
#include "ui/shell/product_mark.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/refusal_text.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

StartView::StartView(QWidget *parent)
    : Surface(Kind::Canvas, parent), m_line(new Label({}, TextStyle::Section)),
      m_sentence(new Label({}, TextStyle::Body, Tone::Muted)), m_progress(new ProgressLine),
      m_error(new EmptyState), m_pages(new QStackedLayout(this)) {
  m_pages->addWidget(makeStage());
  m_pages->addWidget(m_error);
  connect(m_error, &EmptyState::actionTriggered, this, [this] { Q_EMIT retryRequested(); });
}

QWidget *StartView::makeStage() {
  m_progress->setFixedWidth(width::emptySentence / 2);
  auto *stage = new QWidget;
  auto *layout = new QVBoxLayout(stage);
  layout->setSpacing(space::x2);
  layout->addStretch();
  layout->addWidget(new ProductMark, 0, Qt::AlignHCenter);
  layout->addSpacing(space::x2);
  layout->addWidget(m_line, 0, Qt::AlignHCenter);
  layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
  layout->addSpacing(space::x2);
  layout->addWidget(m_progress, 0, Qt::AlignHCenter);
  layout->addStretch();
  return stage;
}

void StartView::showStage(const QString &line, const QString &sentence) {
  m_line->setText(line);
  m_sentence->setText(sentence);
  m_progress->setBusy();
  setAccessibleName(line);
  m_pages->setCurrentIndex(0);
}

void StartView::showError(const Error &error) {
  m_progress->setIdle();
  m_error->showMessage(EmptyState::Kind::Error,
                       {tr("The database could not be opened"),
                        tr("%1\n\nReference: %2").arg(said(error), error.code), tr("Try again")});
  m_pages->setCurrentIndex(1);
}

} // namespace tenantry::ui
