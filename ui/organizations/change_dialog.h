// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/typed_draft.h"
#include "models/organizations/organization_record.h"
#include "models/organizations/subscription_changer.h"
#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace tenantry::ui {

class ChangePreviewView;
class Label;
class ProgressLine;
class TypedConfirmation;

/// Changes, ends, pauses or resumes a subscription: what is wanted, what it comes to while one
/// edits, and what confirming it means. Where the subscription changed meanwhile it says what
/// differs and shows what it comes to now.
class ChangeDialog : public QDialog {
  Q_OBJECT

public:
  using Kind = models::WantedChange::Kind;
  ChangeDialog(models::Connection &connection, const models::OrganizationFacts &facts, Kind kind,
               QWidget *window);

  /// What was chosen before and not confirmed is there again. The button that cancels forgets it;
  /// who closes the dialog in another way finds it again.
  void keepDraftIn(models::DraftStore &drafts);
  [[nodiscard]] QComboBox *plan() const { return m_plan; }
  [[nodiscard]] QComboBox *interval() const { return m_interval; }
  [[nodiscard]] QSpinBox *seats() const { return m_seats; }
  [[nodiscard]] QComboBox *when() const { return m_when; }
  [[nodiscard]] QCheckBox *credit() const { return m_credit; }
  [[nodiscard]] QLineEdit *deliberate() const; ///< null where it can be taken back
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString previewText() const;
  [[nodiscard]] QString notice() const; ///< what is wrong, or what changed meanwhile
  [[nodiscard]] QString consequence() const;
  [[nodiscard]] models::SubscriptionChanger &changer() { return m_changer; }

Q_SIGNALS:
  void changed(const QString &what); ///< it is done

private:
  void addFields(QVBoxLayout *layout);
  void addTerms(QVBoxLayout *layout);
  void addWhen(QVBoxLayout *layout);
  [[nodiscard]] QWidget *makeFoot();
  void connectChanger();
  void showOffers(const QList<models::PlanOffer> &offers);
  void showIntervals();
  void edited();
  [[nodiscard]] models::FormValues typed() const;
  void restore();
  void fill(const models::FormValues &typed);
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();
  void showConsequence();
  [[nodiscard]] QString title() const;
  [[nodiscard]] QString doneText() const;
  [[nodiscard]] models::WantedChange wanted() const;
  [[nodiscard]] QString obstacle() const;
  [[nodiscard]] bool isFinal() const;

  const models::OrganizationFacts m_facts;
  const Kind m_kind;
  models::SubscriptionChanger m_changer;
  QList<models::PlanOffer> m_offers;
  QComboBox *m_plan = nullptr;
  QComboBox *m_interval = nullptr;
  QSpinBox *m_seats = nullptr;
  QComboBox *m_when = nullptr;
  QCheckBox *m_credit = nullptr;
  TypedConfirmation *m_typed = nullptr; ///< of an end
  Label *m_notice;
  ChangePreviewView *m_preview;
  Label *m_consequence;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  QString m_refusal; ///< of what is wanted now
  models::TypedDraft *m_draft = nullptr;
  models::FormValues m_first;  ///< as it was opened
  models::FormValues m_before; ///< of a draft, until what may be chosen is known
};

} // namespace tenantry::ui
