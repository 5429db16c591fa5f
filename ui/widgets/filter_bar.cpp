// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_bar.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <numeric>

namespace tenantry::ui {

namespace {

constexpr int chipGap = space::x2;

/// What it must have to be read: a value is elided, an invitation is not.
int leastWidth(const QWidget *filter) {
  if (filter->isHidden())
    return -chipGap;
  return std::min(filter->maximumWidth(),
                  std::max(filter->minimumSizeHint().width(), filter->minimumWidth()));
}

template <typename Widgets, typename Width> int widthOf(const Widgets &widgets, Width width) {
  return std::accumulate(widgets.begin(), widgets.end(), 0,
                         [&width](int sum, const auto *one) { return sum + width(one) + chipGap; });
}

} // namespace

FilterBar::FilterBar(const QList<QWidget *> &filters, QWidget *result)
    : m_filters(filters), m_result(result), m_rows(new QVBoxLayout(this)) {
  constexpr int edge = (height::filterBar - height::control) / 2;
  m_rows->setContentsMargins(space::x4, edge, space::x4, edge);
  m_rows->setSpacing(chipGap);
  for (auto *filter : filters)
    filter->setParent(this);
  if (result)
    result->setParent(this);
  arrange();
}

void FilterBar::setActs(const QList<QPushButton *> &acts) {
  m_acts = acts;
  m_menu = makeButton(tr("Actions"), ButtonVariant::Menu, {}, this);
  setCompact(m_menu);
  connect(m_menu, &QPushButton::clicked, this, &FilterBar::popUp);
  for (auto *act : acts) {
    act->setParent(this);
    setCompact(act);
    m_menu->addActions(act->actions()); // a button that is hidden has no keys
  }
  m_breaks.clear();
  arrange();
}

QList<QAction *> FilterBar::offered() const {
  QList<QAction *> actions;
  for (const auto *act : m_acts)
    if (auto *action = act->findChild<ButtonAction *>(QString(), Qt::FindDirectChildrenOnly))
      actions += action;
  return actions;
}

void FilterBar::popUp() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  menu->addActions(offered());
  menu->popup(m_menu->mapToGlobal(m_menu->rect().bottomLeft()));
}

int FilterBar::widthOfFilters() const {
  const bool hasResult = m_result && !m_result->isHidden();
  return widthOf(m_filters, leastWidth) + (hasResult ? m_result->sizeHint().width() + chipGap : 0);
}

bool FilterBar::isFolded() const {
  const int acts = widthOf(m_acts, [](const QWidget *act) { return act->sizeHint().width(); });
  return !m_acts.isEmpty() && widthOfFilters() + acts > width() - 2 * space::x4 + chipGap;
}

/// Nothing beside it gives way to acts that could be in their menu.
QSize FilterBar::minimumSizeHint() const {
  const auto least = [](const QWidget *act) { return act->minimumSizeHint().width(); };
  const auto hint = QWidget::minimumSizeHint();
  if (!m_menu || !m_menu->isHidden())
    return hint;
  return hint - QSize(std::max(0, widthOf(m_acts, least) - widthOf(QList{m_menu}, least)), 0);
}

void FilterBar::arrange() {
  const int room = width() - 2 * space::x4;
  if (m_result) // filters give way to it, for they can be elided or stand below
    m_result->setMinimumWidth(std::clamp(m_result->sizeHint().width(), 0, std::max(0, room / 2)));
  const bool isInMenu = isFolded();
  const auto acts = isInMenu ? QList{m_menu} : m_acts;
  QList<qsizetype> breaks{0};
  int used = m_result && !m_result->isHidden() ? m_result->sizeHint().width() + chipGap : 0;
  used += widthOf(acts, [](const QWidget *act) { return act->sizeHint().width(); });
  for (const auto *filter : std::as_const(m_filters)) {
    if (filter->isHidden()) { // it takes no room, wherever it stands
      ++breaks.last();
      continue;
    }
    const int wanted = leastWidth(filter);
    if (breaks.last() > 0 && used + wanted > room) {
      breaks.append(0);
      used = 0;
    }
    used += wanted + chipGap;
    ++breaks.last();
  }
  const bool isSame = breaks == m_breaks && (!m_menu || m_menu->isHidden() != isInMenu);
  if (isSame)
    return;
  m_breaks = breaks;
  while (m_rows->count() > 0)
    delete m_rows->takeAt(0);
  qsizetype next = 0;
  for (qsizetype i = 0; i < breaks.size(); ++i) {
    auto *row = new QHBoxLayout;
    row->setSpacing(chipGap);
    for (qsizetype k = 0; k < breaks[i]; ++k)
      row->addWidget(m_filters[next++]);
    row->addStretch();
    if (i == 0 && m_result)
      row->addWidget(m_result);
    if (i == 0)
      for (auto *act : acts)
        row->addWidget(act);
    m_rows->addLayout(row);
  }
  for (auto *act : std::as_const(m_acts))
    act->setVisible(!isInMenu);
  if (m_menu)
    m_menu->setVisible(isInMenu);
  setFixedHeight(height::filterBar + int(breaks.size() - 1) * (height::control + chipGap));
}

void FilterBar::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  arrange();
}

bool FilterBar::event(QEvent *event) {
  if (event->type() == QEvent::LayoutRequest)
    arrange();
  return QWidget::event(event);
}

} // namespace tenantry::ui
