// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/acts_row.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <numeric>

namespace tenantry::ui {

namespace {

constexpr int actGap = space::x2;

int widthOfActs(const QList<QPushButton *> &acts) {
  return std::accumulate(acts.begin(), acts.end(), -actGap, [](int sum, const QPushButton *act) {
    return sum + act->sizeHint().width() + actGap;
  });
}

} // namespace

ActsRow::ActsRow(const QList<QPushButton *> &acts)
    : m_acts(acts), m_offered(acts), m_more(makeButton(tr("More"), ButtonVariant::Menu)) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(actGap);
  for (auto *act : acts)
    row->addWidget(act);
  row->addWidget(m_more);
  row->addStretch();
  connect(m_more, &QPushButton::clicked, this, &ActsRow::popUp);
  arrange();
}

void ActsRow::offer(const QList<QPushButton *> &acts) {
  m_offered = acts;
  updateGeometry();
  arrange();
}

QSize ActsRow::sizeHint() const { return {widthOfActs(m_offered), m_more->sizeHint().height()}; }

/// All may be in the menu.
QSize ActsRow::minimumSizeHint() const { return m_more->sizeHint(); }

qsizetype ActsRow::withRoom() const {
  if (widthOfActs(m_offered) <= width())
    return m_offered.size();
  const int room = width() - m_more->sizeHint().width() - actGap;
  auto count = m_offered.size() - 1;
  while (count > 0 && widthOfActs(m_offered.first(count)) > room)
    --count;
  return count;
}

QList<QAction *> ActsRow::inMenu() const {
  QList<QAction *> actions;
  for (const auto *act : m_offered.sliced(withRoom()))
    if (auto *action = act->findChild<ButtonAction *>(QString(), Qt::FindDirectChildrenOnly))
      actions += action;
  return actions;
}

void ActsRow::arrange() {
  const auto shown = m_offered.first(withRoom());
  for (auto *act : m_acts)
    act->setVisible(shown.contains(act));
  m_more->setVisible(shown.size() < m_offered.size());
}

void ActsRow::popUp() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  menu->addActions(inMenu());
  menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

void ActsRow::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  arrange();
}

/// An act may be called another way by now.
bool ActsRow::event(QEvent *event) {
  if (event->type() == QEvent::LayoutRequest)
    arrange();
  return QWidget::event(event);
}

} // namespace tenantry::ui
