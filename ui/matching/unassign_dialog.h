// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/bank_entry_view.h"
#include "models/matching/bank_unassigner.h"
#include "ui/widgets/snug_dialog.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class Card;
class Label;
class ProgressLine;
class TypedConfirmation;

/// Undoes an assignment, after it was shown what becomes of invoices and balance; or, of an entry
/// that went out, takes back for good what came in before and the bank sent back.
class UnassignDialog : public SnugDialog {
  Q_OBJECT

public:
  UnassignDialog(models::Connection &connection, const models::BankEntrySheet &sheet,
                 QWidget *window);

  void choose(const payments::BankEntryId &sent);          ///< whose money went back
  [[nodiscard]] QComboBox *sent() const { return m_sent; } ///< null where nothing went back
  [[nodiscard]] QLineEdit *deliberate() const;             ///< likewise
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString previewText() const { return m_said.join(u'\n'); }
  [[nodiscard]] QString notice() const;

Q_SIGNALS:
  void undone(const QString &what); ///< it is done, of either

private:
  void layOut();
  void connectAct();
  void makeChoice();
  void showSent();
  [[nodiscard]] const payments::KeptEntry *chosen() const; ///< null: nothing went back
  [[nodiscard]] QString titleText() const;
  [[nodiscard]] QString consequenceText() const;
  [[nodiscard]] QString confirmationText() const; ///< what is typed
  [[nodiscard]] QWidget *makeFoot();
  void showPreview();
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();
  void addFact(const QString &what, const QString &value);

  const models::BankEntrySheet m_sheet;
  models::BankUnassigner m_unassigner;
  QComboBox *m_sent = nullptr;
  TypedConfirmation *m_typed = nullptr;
  Card *m_preview;
  Label *m_notice;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  QStringList m_said;
  QString m_refusal;
};

} // namespace tenantry::ui
