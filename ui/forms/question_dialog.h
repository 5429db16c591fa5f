// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/snug_dialog.h"

class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class TypedConfirmation;

/// What somebody is asked before something is done.
struct Question {
  QString action;      ///< on the button: "Finalize"
  QString title;       ///< with object and count: "Finalize 12 invoices up to 30 Nov 2026"
  QString amount;      ///< what it comes to; may be empty
  QString consequence; ///< what it means
  /// It cannot be undone: what is typed to confirm it, and what that is called. Empty: the button
  /// alone does it.
  QString typed{};
  QString typedName{};
};

/// Asks before something is done. What cannot be undone is confirmed by a deliberate act, and not
/// by Enter alone.
class QuestionDialog : public SnugDialog {
  Q_OBJECT

public:
  QuestionDialog(const Question &question, QWidget *window);

  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QLineEdit *deliberate() const; ///< null where nothing is typed
  [[nodiscard]] QString text() const;          ///< all that it says

Q_SIGNALS:
  void confirmed();

private:
  [[nodiscard]] QWidget *makeFoot();
  void showWhetherPossible();

  const Question m_question;
  TypedConfirmation *m_typed = nullptr;
  QPushButton *m_confirm;
};

} // namespace tenantry::ui
