// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/typed_draft.h"
#include "models/organizations/organization_record.h"
#include "models/organizations/subscription_changer.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/snug_dialog.h"

class QLineEdit;
class QVBoxLayout;

namespace tenantry::ui {

class ChangePreviewView;
class Label;
class ProgressLine;
class TypedConfirmation;

/// What is done with a subscription: what is wanted, what it comes to while one edits, and what
/// confirming it means. Where the subscription changed meanwhile it says what differs and shows
/// what it comes to now. Which fields there are, and what they mean, each act says itself.
class SubscriptionDialog : public SnugDialog {
  Q_OBJECT

public:
  /// What was chosen before and not confirmed is there again. The button that cancels forgets it;
  /// who closes the dialog in another way finds it again.
  void keepDraftIn(models::DraftStore &drafts);
  [[nodiscard]] QLineEdit *deliberate() const; ///< null where it can be taken back
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString previewText() const;
  [[nodiscard]] QString notice() const; ///< what is wrong, or what changed meanwhile
  [[nodiscard]] QString consequence() const;
  [[nodiscard]] models::SubscriptionChanger &changer() { return m_changer; }
  [[nodiscard]] const models::SubscriptionChanger &changer() const { return m_changer; }

Q_SIGNALS:
  /// It is done. Where that is undone by another act, by which.
  void changed(const QString &what, const std::optional<tenantry::models::WantedChange> &undo);

protected:
  struct Look {
    QString title;
    QString confirm;
    QString iconName = QStringLiteral("check");
    ButtonVariant variant = ButtonVariant::Primary;
  };
  enum class Offers { Unneeded, Needed };
  using Preview = models::ChangePreview;

  SubscriptionDialog(models::Connection &connection, const models::OrganizationFacts &facts,
                     const Look &look, QWidget *window);
  /// Once the fields stand: looks at what they come to, and reads what may be chosen.
  void begin(Offers offers);
  void edited();
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();
  [[nodiscard]] const models::OrganizationFacts &facts() const { return m_facts; }
  [[nodiscard]] QVBoxLayout *fields() const { return m_fields; }
  /// What cannot be undone is confirmed by the organization's name; see isFinal().
  void addTypedConfirmation();

  [[nodiscard]] virtual models::WantedChange wanted() const = 0;
  /// Why what is typed cannot be looked at; empty: it can.
  [[nodiscard]] virtual QString objection() const { return {}; }
  /// What is still needed to confirm what was looked at; empty: nothing.
  [[nodiscard]] virtual QString missing() const { return {}; }
  [[nodiscard]] virtual bool isFinal() const { return false; }
  [[nodiscard]] virtual QString meaning(const Preview &preview) const = 0;
  [[nodiscard]] virtual QString doneText(const Preview &preview) const = 0;
  [[nodiscard]] virtual std::optional<models::WantedChange> undo() const { return {}; }
  /// Empty: nothing is typed, so that there is nothing to keep.
  [[nodiscard]] virtual QString draftName() const { return {}; }
  [[nodiscard]] virtual models::FormValues typed() const { return {}; }
  virtual void fill(const models::FormValues &) {}
  virtual void showOffers(const QList<models::PlanOffer> &) {}

private:
  [[nodiscard]] QWidget *makeFoot();
  void connectChanger();
  void takeOffers(const QList<models::PlanOffer> &offers);
  void restore();
  void showConsequence();
  [[nodiscard]] QString obstacle() const;

  const models::OrganizationFacts m_facts;
  models::SubscriptionChanger m_changer;
  QVBoxLayout *m_fields;
  Label *m_notice;
  ChangePreviewView *m_preview;
  Label *m_consequence;
  QVBoxLayout *m_deliberation;
  TypedConfirmation *m_typed = nullptr;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  QString m_refusal; ///< of what is wanted now
  bool m_awaitsOffers = false;
  models::TypedDraft *m_draft = nullptr;
  models::FormValues m_first;  ///< as it was opened
  models::FormValues m_before; ///< of a draft, until what may be chosen is known
};

} // namespace tenantry::ui
