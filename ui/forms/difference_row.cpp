// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/difference_row.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include <QGridLayout>
#include <QPainter>

namespace tenantry::ui {

DifferenceRow::DifferenceRow(const QString &label)
    : m_mine(new Label({}, TextStyle::Meta, Tone::Warning)),
      m_theirs(new Label({}, TextStyle::Meta, Tone::Warning)) {
  auto *keep = makeButton(tr("Keep mine"), ButtonVariant::Secondary);
  auto *take = makeButton(tr("Take theirs"), ButtonVariant::Secondary);
  keep->setAccessibleName(tr("%1: keep mine").arg(label));
  take->setAccessibleName(tr("%1: take theirs").arg(label));
  auto *grid = new QGridLayout(this);
  grid->setContentsMargins(space::x2, space::x2, space::x2, space::x2);
  grid->setHorizontalSpacing(space::x2);
  grid->setVerticalSpacing(space::x1);
  grid->setColumnStretch(0, 1);
  int row = 0;
  for (const auto &[text, button] : {std::pair{m_mine, keep}, std::pair{m_theirs, take}}) {
    text->setWordWrap(true);
    setCompact(button);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::MinimumExpanding,
                          QSizePolicy::Fixed); // one as wide as the other
    grid->addWidget(text, row, 0);
    grid->addWidget(button, row++, 1);
  }
  connect(keep, &QPushButton::clicked, this, &DifferenceRow::mineChosen);
  connect(take, &QPushButton::clicked, this, &DifferenceRow::theirsChosen);
  hide();
}

void DifferenceRow::show(const QString &mine, const QString &theirs) {
  m_mine->setText(tr("Mine: %1").arg(mine));
  m_theirs->setText(tr("Theirs, saved meanwhile: %1").arg(theirs));
  setAccessibleName(text());
  setVisible(true);
}

QString DifferenceRow::text() const { return m_mine->text() + u'\n' + m_theirs->text(); }

void DifferenceRow::paintEvent(QPaintEvent *) {
  const auto &theme = Theme::of(this);
  QPainter painter(this);
  drawSurface(&painter, rect(), radius::control, theme.warning.background, theme.border);
}

} // namespace tenantry::ui
