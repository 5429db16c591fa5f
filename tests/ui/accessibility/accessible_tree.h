// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QLabel>
#include <QStringList>
#include <QWidget>
#include <functional>

/// What a screen reader is told of a window, and what keys alone can get to.
namespace tenantry::tests {

/// What a person works with, or looks something up in: all of it has a name.
inline bool needsName(QAccessible::Role role) {
  switch (role) {
  case QAccessible::Button:
  case QAccessible::ButtonMenu:
  case QAccessible::ButtonDropDown:
  case QAccessible::CheckBox:
  case QAccessible::RadioButton:
  case QAccessible::ComboBox:
  case QAccessible::EditableText:
  case QAccessible::SpinBox:
  case QAccessible::Slider:
  case QAccessible::Link:
  case QAccessible::List:
  case QAccessible::Table:
  case QAccessible::Tree:
  case QAccessible::Chart:
  case QAccessible::Graphic:
  case QAccessible::PageTab:
  case QAccessible::PageTabList:
  case QAccessible::ProgressBar:
  case QAccessible::ListItem:
  case QAccessible::MenuItem:
  case QAccessible::ColumnHeader:
    return true;
  default:
    return false;
  }
}

inline bool isSeen(const QAccessibleInterface &one) {
  const auto state = one.state();
  return !state.invisible && !state.offscreen;
}

/// Calls `visit` for everything that is visible; items of long lists only as far as they are seen.
inline void walk(QAccessibleInterface *one,
                 const std::function<void(QAccessibleInterface &)> &visit, int depth = 0) {
  if (!one || !one->isValid() || depth > 40)
    return;
  if (depth > 0 && !isSeen(*one))
    return;
  visit(*one);
  for (int i = 0; i < one->childCount(); ++i)
    walk(one->child(i), visit, depth + 1);
}

/// Which it is, for a message: role, name and the path of its objects.
inline QString describe(const QAccessibleInterface &one) {
  QString path;
  const QAccessibleInterface *at = &one;
  for (int i = 0; at && i < 5; at = at->parent(), ++i) {
    const auto *object = at->object();
    path.prepend(u'/' + (object ? QString::fromLatin1(object->metaObject()->className())
                                : QStringLiteral("item")));
  }
  return QStringLiteral("“%1” role %2 %3")
      .arg(one.text(QAccessible::Name))
      .arg(one.role(), 0, 16)
      .arg(path);
}

inline QString describe(const QWidget &one) {
  return describe(*QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&one)));
}

/// What has no name and needs one.
inline QStringList nameless(QWidget &window) {
  QStringList found;
  walk(QAccessible::queryAccessibleInterface(&window), [&found](QAccessibleInterface &one) {
    if (needsName(one.role()) && one.text(QAccessible::Name).trimmed().isEmpty())
      found.append(describe(one));
  });
  return found;
}

/// A box that only says something, as the currency beside an amount, is nothing to be worked with,
/// and what a button within a line does, a key of that line does as well.
inline bool isControl(const QWidget &widget) {
  const auto *one = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
  if (!one || widget.inherits("QLineEditIconButton") ||
      (one->state().readOnly && widget.focusPolicy() == Qt::NoFocus))
    return false;
  switch (one->role()) {
  case QAccessible::Button:
  case QAccessible::ButtonMenu:
  case QAccessible::CheckBox:
  case QAccessible::RadioButton:
  case QAccessible::ComboBox:
  case QAccessible::EditableText:
  case QAccessible::SpinBox:
  case QAccessible::List:
  case QAccessible::Table:
  case QAccessible::PageTabList:
  case QAccessible::Chart:
    return true;
  default:
    return false;
  }
}

/// Those that are seen and can be worked with now.
inline QList<QWidget *> controls(QWidget &window) {
  QList<QWidget *> found;
  for (auto *widget : window.findChildren<QWidget *>())
    if (widget->isVisible() && widget->isEnabled() && widget->window() == &window &&
        isControl(*widget) && !widget->visibleRegion().isEmpty())
      found.append(widget);
  return found;
}

} // namespace tenantry::tests
