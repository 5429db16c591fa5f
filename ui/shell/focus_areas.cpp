// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/focus_areas.h"
#include <QApplication>
#include <QWidget>

namespace tenantry::ui {

namespace {

bool takesFocus(const QWidget *widget) {
  return widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && widget->isEnabled();
}

/// Where the focus goes in that area; null: nothing there takes it.
QWidget *targetIn(QWidget *area) {
  if (auto *last = area->focusWidget(); last && takesFocus(last) && area->isAncestorOf(last))
    return last;
  if (takesFocus(area))
    return area;
  for (auto *next = area->nextInFocusChain(); next != area; next = next->nextInFocusChain())
    if (area->isAncestorOf(next) && takesFocus(next))
      return next;
  return nullptr;
}

qsizetype areaOf(const QList<QWidget *> &areas, const QWidget *focused) {
  for (qsizetype i = 0; i < areas.size(); ++i)
    if (focused && (areas[i] == focused || areas[i]->isAncestorOf(focused)))
      return i;
  return -1;
}

} // namespace

void focusNextArea(const QList<QWidget *> &areas, int by) {
  const auto count = areas.size();
  auto at = areaOf(areas, QApplication::focusWidget());
  if (at < 0 && by < 0)
    at = 0;
  for (qsizetype tried = 0; tried < count; ++tried) {
    at = (at + by + count) % count;
    if (auto *target = areas[at]->isVisible() ? targetIn(areas[at]) : nullptr)
      return target->setFocus(Qt::ShortcutFocusReason);
  }
}

} // namespace tenantry::ui
