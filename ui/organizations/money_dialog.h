// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/typed_draft.h"
#include "ui/organizations/money_subject.h"
#include "ui/widgets/snug_dialog.h"

class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class Card;
class DayEditor;
class Label;
class MoneyEditor;
class ProgressLine;
class TypedConfirmation;

/// Credits an amount of an invoice, records a payment of it, gives one back, takes one or the whole
/// invoice back, issues it again, or adjusts a balance: what the amount comes to while one types,
/// where the money goes, and what follows. The amount itself is typed, or else what names the
/// whole, so that it is a deliberate act.
class MoneyDialog : public SnugDialog {
  Q_OBJECT

public:
  MoneyDialog(models::Connection &connection, MoneySubject subject, QWidget *window);

  /// What is typed outlives the program, and is there again until it is confirmed. `form`: under
  /// which name.
  void keepDraftIn(models::DraftStore &drafts, const QString &form);

  [[nodiscard]] MoneyEditor *amount() const {
    return m_amount;
  }                                                        ///< hidden where the whole is meant
  [[nodiscard]] QLineEdit *deliberate() const;             ///< null where an amount is typed
  [[nodiscard]] QLineEdit *text() const { return m_text; } ///< reference, or reason
  [[nodiscard]] QLineEdit *day() const;                    ///< null where none is asked for
  [[nodiscard]] const MoneySubject &subject() const { return m_subject; }
  [[nodiscard]] QUuid sentId() const { return m_act.sentId(); } ///< of what was made
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString previewText() const { return m_said.join(u'\n'); }
  [[nodiscard]] QString notice() const; ///< what is wrong, or what changed meanwhile

Q_SIGNALS:
  /// It is done; `issued`: what it issued in its place, of a void invoice.
  void finishedWith(const QString &what, const tenantry::billing::AgainLinks &issued);

private:
  void layOut();
  [[nodiscard]] QWidget *makeDay();
  [[nodiscard]] QWidget *makeFoot();
  void connectAct();
  void edited();
  void keepDraft();
  void showPreview();
  void clearPreview();
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();
  void previewWhole();
  [[nodiscard]] bool isWhole() const { return m_typed; }
  [[nodiscard]] std::optional<LocalDay> dayTyped() const;
  [[nodiscard]] QString obstacle() const;

  const MoneySubject m_subject;
  const MoneyWords &m_words = m_subject.words;
  models::MoneyAct m_act;
  MoneyEditor *m_amount;
  QLineEdit *m_text;
  DayEditor *m_day = nullptr;
  TypedConfirmation *m_typed = nullptr;
  Label *m_notice;
  Card *m_preview;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  QStringList m_said;
  QString m_refusal; ///< of what is typed now
  models::TypedDraft *m_draft = nullptr;
};

} // namespace tenantry::ui
