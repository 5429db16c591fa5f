// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icon_tile.h"
#include "ui/widgets/label.h"
#include "ui/widgets/skeleton.h"
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString iconOf(EmptyState::Kind kind, const EmptyStateContent &content) {
  if (kind == EmptyState::Kind::NoMatch)
    return u"search"_s;
  return kind == EmptyState::Kind::Error ? u"alert-triangle"_s : content.icon;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_tile(new IconTile), m_line(new Label({}, TextStyle::Section)),
      m_sentence(new Label({}, TextStyle::Body, Tone::Muted)),
      m_action(makeButton({}, ButtonVariant::Secondary)), m_pages(new QStackedLayout(this)) {
  m_pages->addWidget(makeMessage());
  m_pages->addWidget(new Skeleton);
  connect(m_action, &QPushButton::clicked, this, [this] { Q_EMIT actionTriggered(m_kind); });
  showLoading();
}

QWidget *EmptyState::makeMessage() {
  m_sentence->setWordWrap(true);
  m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
  auto *message = new QWidget;
  auto *layout = new QVBoxLayout(message);
  layout->setSpacing(space::x2);
  layout->addStretch();
  layout->addWidget(m_tile, 0, Qt::AlignHCenter);
  layout->addSpacing(space::x2);
  layout->addWidget(m_line, 0, Qt::AlignHCenter);
  layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
  layout->addSpacing(space::x2);
  layout->addWidget(m_action, 0, Qt::AlignHCenter);
  layout->addStretch();
  return message;
}

void EmptyState::showMessage(Kind kind, const EmptyStateContent &content) {
  m_kind = kind;
  m_tile->set(iconOf(kind, content), kind == Kind::Error ? Tone::Danger : Tone::Neutral);
  m_line->setText(content.line);
  m_sentence->setText(content.sentence);
  fitSentence();
  m_action->setText(content.action);
  m_action->setVisible(!content.action.isEmpty());
  setAccessibleName(content.line);
  setAccessibleDescription(content.sentence);
  m_pages->setCurrentIndex(0);
}

void EmptyState::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  fitSentence();
}

/// Centred in its layout it would get the height of its size hint, which is not that of its width.
void EmptyState::fitSentence() {
  const int wide = std::clamp(QWidget::width() - 2 * space::x6, 160, width::emptySentence);
  m_sentence->setFixedSize(wide, std::max(0, m_sentence->heightForWidth(wide)));
}

void EmptyState::showLoading() {
  m_kind = Kind::Loading;
  m_action->hide();
  setAccessibleName(tr("Loading"));
  setAccessibleDescription({});
  m_pages->setCurrentIndex(1);
}

} // namespace tenantry::ui
