// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/limit_fields.h"
#include "ui/widgets/progress_line.h"
#include <QAbstractSpinBox>
#include <QApplication>
#include <QImage>
#include <QPixmap>
#include <QTest>
#include <QWidget>
#include <algorithm>

namespace tenantry::tests {

/// Goes through the window by Tab and tells of each step, until it is where it began.
template <typename Step> bool tabThrough(Step step) {
  constexpr int mostSteps = 400; // some controls have several: a date has its day, month and year
  QCoreApplication::processEvents(); // a form gives the focus to its first field
  QTest::keyClick(QApplication::activeWindow(), Qt::Key_Tab);
  auto *const first = QApplication::focusWidget();
  bool isAlone = true;
  for (int i = 0; first && i < mostSteps; ++i) {
    auto *const before = QApplication::focusWidget();
    QTest::keyClick(before, Qt::Key_Tab);
    QCoreApplication::processEvents(); // a page scrolls to it, a toast makes way
    auto *const now = QApplication::focusWidget();
    if (!now)
      return false;
    if (now == before)
      continue;
    isAlone = false;
    step(*now);
    if (now == first)
      return true;
  }
  if (first && isAlone)
    step(*first);
  return first && isAlone;
}

/// Whatever it reads is there: fields may come with it.
inline bool isAtRest(const QWidget &shown) {
  const auto all = shown.findChildren<QWidget *>();
  return std::ranges::all_of(all, [](const QWidget *one) {
    const auto *line = dynamic_cast<const ui::ProgressLine *>(one);
    const auto *limits = dynamic_cast<const ui::LimitFields *>(one);
    return (!line || line->isIdle()) && (!limits || limits->findChild<QAbstractSpinBox *>());
  });
}

/// What is seen of a widget, and a little around it.
inline QImage lookOf(QWidget &shown, const QWidget &widget) {
  constexpr int ring = 4;
  const QRect around(widget.mapTo(&shown, QPoint()), widget.size());
  return shown.grab(around.adjusted(-ring, -ring, ring, ring)).toImage();
}

} // namespace tenantry::tests
