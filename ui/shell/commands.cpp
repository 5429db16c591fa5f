// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands.h"
#include "ui/theme/icon.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

QString keyCaps(const QKeySequence &keys) {
  // The plus between keys, not the key that is a plus.
  static const QRegularExpression joint(u"\\+(?=[^+,]|\\+)|, "_s);
  return keys.toString(QKeySequence::NativeText).replace(joint, u" "_s);
}

QList<QAction *> actionsOf(const QWidget *widget) {
  QList<QAction *> actions = widget->actions();
  for (const auto *part : widget->findChildren<QWidget *>())
    if (part->isVisibleTo(widget))
      for (auto *action : part->actions())
        // What is done by a part that has the focus is for its own key alone.
        if (!action->text().isEmpty() && action->shortcutContext() != Qt::WidgetShortcut &&
            !actions.contains(action))
          actions.append(action);
  return actions;
}

std::vector<models::PaletteEntry> offersOf(const QList<QAction *> &actions) {
  std::vector<models::PaletteEntry> offers;
  for (qsizetype i = 0; i < actions.size(); ++i) {
    const auto *action = actions[i];
    models::PaletteEntry entry;
    entry.kind = models::PaletteEntry::Kind::Action;
    entry.key = QString::number(i);
    entry.text = action->text();
    entry.iconName = action->icon().name();
    entry.keys = keyCaps(action->shortcut());
    entry.isEnabled = action->isEnabled();
    if (!entry.isEnabled)
      entry.detail = action->toolTip();
    offers.push_back(std::move(entry));
  }
  return offers;
}

std::vector<models::PaletteEntry> offersOf(const QList<Pin> &pins, const QString &pane) {
  std::vector<models::PaletteEntry> offers;
  for (const auto &pin : pins)
    offers.push_back({.kind = models::PaletteEntry::Kind::Place,
                      .key = pin.place.link(),
                      .text = pin.text,
                      .detail = pane,
                      .iconName = u"filter"_s});
  return offers;
}

} // namespace tenantry::ui
