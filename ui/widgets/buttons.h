// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPushButton>

namespace tenantry::ui {

/// Exactly one primary button per pane.
enum class ButtonVariant { Primary, Secondary, Ghost, Menu, Danger };

/// A button of the house: the style reads its variant, the icon takes the matching tone.
[[nodiscard]] QPushButton *makeButton(const QString &text, ButtonVariant variant,
                                      const QString &icon = {}, QWidget *parent = nullptr);
/// A button that shows only an icon; the name is read aloud and shown as tool tip.
[[nodiscard]] QPushButton *makeIconButton(const QString &icon, const QString &name,
                                          ButtonVariant variant = ButtonVariant::Secondary,
                                          QWidget *parent = nullptr);
void setCompact(QPushButton *button);
/// What a control says on hover while it is not blocked.
void setHint(QWidget *control, const QString &hint);
/// Disables a control and says why, as a tool tip and to screen readers; an empty reason enables it
/// again, with its hint.
void setBlocked(QWidget *control, const QString &reason);
[[nodiscard]] QString
reasonOf(const QWidget &control); ///< that it is blocked for; empty: it is not

} // namespace tenantry::ui
