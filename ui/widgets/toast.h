// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include "ui/widgets/key_help.h"
#include <QEvent>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;

namespace tenantry::ui {

struct ToastMessage {
  QString what;  ///< "3 invoices held"
  QString where; ///< "Billing run, Nov 2026"
  Tone tone = Tone::Success;
  QString action{};   ///< "Undo"; none where empty
  QString shortcut{}; ///< of that action, as undoKeys() says it where the action undoes
  QString other{};    ///< another thing to do: "Show"; none where empty
};

/// Sent to the host of each toast, so that it can keep what was said.
class ToastShown : public QEvent {
public:
  explicit ToastShown(ToastMessage said) : QEvent(kind()), message(std::move(said)) {}
  [[nodiscard]] static Type kind();

  const ToastMessage message;
};

/// Says at the bottom right what just happened and offers to undo it. Goes after six seconds, waits
/// while the pointer is on it, and stays when it tells of an error. A window shows one at a time,
/// and while it does the key of its action is the toast's wherever the focus is, but in a field
/// that has something to undo itself.
class Toast : public QWidget, public AnswersKeys {
  Q_OBJECT

public:
  /// Shows it above the bottom `margin` of the host (a status bar); deletes itself once closed.
  static Toast *present(QWidget *host, const ToastMessage &message, int margin);
  [[nodiscard]] bool isTemporary() const { return m_life.isActive(); }
  [[nodiscard]] QList<KeyHelp> keyHelp() const override;

Q_SIGNALS:
  void actionTriggered();
  void otherTriggered();

protected:
  void paintEvent(QPaintEvent *event) override;
  void enterEvent(QEnterEvent *event) override;
  void leaveEvent(QEvent *event) override;
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  Toast(QWidget *host, const ToastMessage &message, int margin);
  void addTexts(QHBoxLayout *layout, const ToastMessage &message);
  void addActions(QHBoxLayout *layout, const ToastMessage &message);
  void addAction(QHBoxLayout *layout, const QString &name, const QString &shortcut,
                 void (Toast::*triggered)());
  void place();
  [[nodiscard]] bool isKey(QObject *watched, QEvent *event) const;
  void act(void (Toast::*triggered)());

  QTimer m_life;
  KeyHelp m_key; ///< of the action
  bool m_stays;
  int m_margin;
};

/// Ctrl+Z, as this desktop writes it.
[[nodiscard]] QString undoKeys();

} // namespace tenantry::ui
