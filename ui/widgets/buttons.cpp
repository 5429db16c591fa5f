// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"
#include "ui/theme/console_style.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"

namespace tenantry::ui {

namespace {

constexpr const char *hintProperty = "hint", *reasonProperty = "reason";

QByteArray variantName(ButtonVariant variant) {
  switch (variant) {
  case ButtonVariant::Primary:
    return "primary";
  case ButtonVariant::Ghost:
    return "ghost";
  case ButtonVariant::Menu:
    return "menu";
  case ButtonVariant::Danger:
    return "danger";
  case ButtonVariant::Secondary:
    break;
  }
  return "secondary";
}

Tone iconTone(ButtonVariant variant) {
  if (variant == ButtonVariant::Primary)
    return Tone::OnAccent;
  return variant == ButtonVariant::Danger ? Tone::Danger : Tone::Text2;
}

} // namespace

QPushButton *makeButton(const QString &text, ButtonVariant variant, const QString &iconName,
                        QWidget *parent) {
  auto *button = new QPushButton(text, parent);
  button->setProperty(style_property::variant, variantName(variant));
  button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  button->setIconSize({iconSize::control, iconSize::control});
  if (!iconName.isEmpty())
    button->setIcon(icon(iconName, iconTone(variant)));
  return button;
}

QPushButton *makeIconButton(const QString &iconName, const QString &name, ButtonVariant variant,
                            QWidget *parent) {
  auto *button = makeButton({}, variant, iconName, parent);
  button->setAccessibleName(name);
  setHint(button, name);
  return button;
}

void setCompact(QPushButton *button) {
  button->setProperty(style_property::compact, true);
  button->updateGeometry();
}

void setHint(QWidget *control, const QString &hint) {
  if (control->property(hintProperty).toString() == hint)
    return;
  control->setProperty(hintProperty, hint);
  if (control->property(reasonProperty).toString().isEmpty())
    control->setToolTip(hint);
}

void setBlocked(QWidget *control, const QString &reason) {
  control->setProperty(reasonProperty, reason);
  control->setEnabled(reason.isEmpty());
  control->setToolTip(reason.isEmpty() ? control->property(hintProperty).toString() : reason);
  control->setAccessibleDescription(reason);
}

QString reasonOf(const QWidget &control) { return control.property(reasonProperty).toString(); }

} // namespace tenantry::ui
