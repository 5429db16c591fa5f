// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/typed_draft.h"
#include "models/matching/gap_act.h"
#include "models/matching/statement_gaps.h"
#include "ui/widgets/snug_dialog.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class Label;
class ProgressLine;
class TypedConfirmation;

/// Says of one of the gaps that are open that nothing is missing there, and why: it is said no
/// more, for good.
class GapDialog : public SnugDialog {
  Q_OBJECT

public:
  GapDialog(models::Connection &connection, models::StatementGaps &gaps, QWidget *window);

  /// The reason outlives the program, and is there again while that gap is open.
  void keepDraftIn(models::DraftStore &drafts);

  [[nodiscard]] QComboBox *gap() const { return m_gap; }
  [[nodiscard]] QLineEdit *reason() const { return m_reason; }
  [[nodiscard]] QLineEdit *deliberate() const;
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString sentence() const; ///< of the gap that is chosen
  [[nodiscard]] QString notice() const;   ///< why it was refused

Q_SIGNALS:
  void gapAccepted(const QString &what); ///< it is done

private:
  void layOut();
  [[nodiscard]] QWidget *makeFoot();
  void connectAct();
  void showGaps();
  void showChosen();
  void keepDraft();
  void showNotice(const QString &text);
  void showWhetherPossible();
  [[nodiscard]] const payments::StatementGap *chosen() const; ///< null: none is open
  [[nodiscard]] QString obstacle() const;

  models::Connection &m_connection;
  models::StatementGaps &m_gaps;
  models::GapAct m_act;
  QComboBox *m_gap;
  Label *m_sentence;
  QLineEdit *m_reason;
  TypedConfirmation *m_typed;
  Label *m_notice;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  models::TypedDraft *m_draft = nullptr;
};

} // namespace tenantry::ui
