// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/restored_notice.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/label.h"
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

RestoredNotice::RestoredNotice(QWidget *parent)
    : QWidget(parent), m_discard(makeButton(tr("Discard"), ButtonVariant::Ghost)) {
  auto *text =
      new Label(tr("What you typed last time is here again."), TextStyle::Meta, Tone::Info);
  text->setWordWrap(true);
  setCompact(m_discard);
  m_discard->setAutoDefault(false);
  m_discard->setAccessibleDescription(tr("Discards what was typed and not saved"));
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x3, space::x1, space::x1, space::x1);
  row->setSpacing(space::x2);
  row->addWidget(new IconView(u"note"_s, iconSize::cell, Tone::Info));
  row->addWidget(text, 1);
  row->addWidget(m_discard);
  setAccessibleName(text->text());
  connect(m_discard, &QPushButton::clicked, this, &RestoredNotice::discardRequested);
}

void RestoredNotice::paintEvent(QPaintEvent *) {
  const auto &theme = Theme::of(this);
  QPainter painter(this);
  drawSurface(&painter, rect(), radius::control, theme.info.background, theme.border);
}

} // namespace tenantry::ui
