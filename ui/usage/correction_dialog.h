// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/typed_draft.h"
#include "models/usage/correction_act.h"
#include "models/usage/event_list_model.h"
#include "ui/widgets/snug_dialog.h"

class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class Card;
class Label;
class ProgressLine;

/// Takes from a usage event what it counted too much: the quantity and the reason are typed, and
/// what the period comes to then, and which invoice takes it back, is shown before.
class CorrectionDialog : public SnugDialog {
  Q_OBJECT

public:
  struct Subject {
    OrganizationId organization;
    QString organizationName;
    usage::EventRow event;
    business::Metric metric;
  };
  CorrectionDialog(models::Connection &connection, Subject subject, QWidget *window);

  /// What is typed outlives the program, and is there again until it is confirmed.
  void keepDraftIn(models::DraftStore &drafts);

  [[nodiscard]] QLineEdit *quantity() const { return m_quantity; }
  [[nodiscard]] QLineEdit *reason() const { return m_reason; }
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString previewText() const { return m_said.join(u'\n'); }
  [[nodiscard]] QString notice() const; ///< what is wrong, or what changed meanwhile

Q_SIGNALS:
  void finishedWith(const QString &what); ///< it is done

private:
  void layOut();
  [[nodiscard]] QWidget *makeFoot();
  void connectAct();
  void edited();
  void keepDraft();
  void showPreview();
  void addFact(const QString &what, const QString &value, bool isSum = false);
  void clearPreview();
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();
  [[nodiscard]] QString obstacle() const;
  [[nodiscard]] QString consequenceOf(const usage::CorrectionPicture &picture) const;

  const Subject m_subject;
  models::CorrectionAct m_act;
  QLineEdit *m_quantity;
  QLineEdit *m_reason;
  Label *m_notice;
  Label *m_consequence;
  Card *m_preview;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  models::TypedDraft *m_draft = nullptr;
  QString m_refusal; ///< of what is typed now; empty: none
  QStringList m_said;
};

} // namespace tenantry::ui
