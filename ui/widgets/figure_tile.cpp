// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figure_tile.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/wrapped_label.h"
#include <QBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int markWidth = 3;
} // namespace

FigureTile::FigureTile(const QString &name, Tone tone, QWidget *parent)
    : QAbstractButton(parent), m_name(name), m_tone(tone),
      m_count(new Label({}, TextStyle::Meta, Tone::Muted)),
      m_sum(new WrappedLabel(TextStyle::BodyStrong)) {
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  setBackgroundRole(QPalette::Window);
  setForegroundRole(QPalette::WindowText);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  auto *title = new ElidedLabel(TextStyle::MetaStrong);
  title->setText(name);
  for (auto *label : {static_cast<QWidget *>(title), static_cast<QWidget *>(m_count),
                      static_cast<QWidget *>(m_sum)})
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
  auto *head = new QHBoxLayout;
  head->setSpacing(space::x2);
  head->addWidget(title, 1);
  head->addWidget(m_count);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x3 + markWidth, space::x2, space::x3, space::x2);
  layout->setSpacing(space::x1);
  layout->addLayout(head);
  layout->addWidget(m_sum);
}

void FigureTile::show(const QString &count, const QString &sum) {
  m_count->setText(count);
  m_sum->setText(sum);
  setAccessibleName(u"%1: %2, %3"_s.arg(m_name, count, sum));
}

QSize FigureTile::sizeHint() const { return layout()->sizeHint(); }

void FigureTile::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto &theme = Theme::of(this);
  const QColor fill = isChecked()                ? theme.selected
                      : underMouse() || isDown() ? theme.hover
                                                 : theme.raised;
  drawSurface(&painter, rect(), radius::control, fill, isChecked() ? theme.accent : theme.border);
  painter.fillRect(QRect(space::x2, space::x2 + 1, markWidth, height() - 2 * (space::x2 + 1)),
                   theme.color(m_tone));
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
    drawSurface(&painter, rect(), radius::control, Qt::transparent, theme.focus, width::focusRing);
}

} // namespace tenantry::ui
