// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAction>

class QAbstractButton;

namespace tenantry::ui {

/// "Export (Ctrl+Shift+X)"; the name alone where there is no key.
[[nodiscard]] QString nameWithKeys(const QString &name, const QKeySequence &keys);

/// A button that does what an action does: it triggers it, shows its key on hover, and says why it
/// is blocked where the action is.
void followAction(QAbstractButton *button, QAction *action);

/// What a button does, as an action that palette, list of keys and shortcut know: named, enabled
/// and explained as the button is at the moment, for a button says for whom it is and when. The
/// button shows the key on hover.
class ButtonAction : public QAction {
  Q_OBJECT

public:
  /// Lives as long as the button.
  ButtonAction(QAbstractButton *button, const QIcon &icon, const QKeySequence &keys = {});

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void follow();

  QAbstractButton *m_button;
};

/// The action of a button that has one.
[[nodiscard]] QAction *actionOf(const QAbstractButton *button);

} // namespace tenantry::ui
