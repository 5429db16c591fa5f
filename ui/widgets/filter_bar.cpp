// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_bar.h"
#include "ui/theme/metrics.h"
#include <QBoxLayout>
#include <QEvent>

namespace tenantry::ui {

namespace {

constexpr int chipGap = space::x2;

/// What it must have to be read: a value is elided, an invitation is not.
int leastWidth(const QWidget *filter) {
  return std::min(filter->maximumWidth(),
                  std::max(filter->minimumSizeHint().width(), filter->minimumWidth()));
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

void FilterBar::arrange() {
  const int room = width() - 2 * space::x4;
  QList<qsizetype> breaks{0};
  int used = m_result && !m_result->isHidden() ? m_result->sizeHint().width() + chipGap : 0;
  for (const auto *filter : std::as_const(m_filters)) {
    const int wanted = leastWidth(filter);
    if (breaks.last() > 0 && used + wanted > room) {
      breaks.append(0);
      used = 0;
    }
    used += wanted + chipGap;
    ++breaks.last();
  }
  if (breaks == m_breaks)
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
    m_rows->addLayout(row);
  }
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
