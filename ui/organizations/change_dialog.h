// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/plan_fields.h"
#include "ui/organizations/subscription_dialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace tenantry::ui {

class FormField;
class MoneyEditor;

/// Changes, ends, pauses or resumes a subscription.
class ChangeDialog : public SubscriptionDialog {
  Q_OBJECT

public:
  using Kind = models::WantedChange::Kind;
  ChangeDialog(models::Connection &connection, const models::OrganizationFacts &facts, Kind kind,
               QWidget *window);

  [[nodiscard]] QComboBox *plan() const { return m_terms->plan(); }
  [[nodiscard]] QComboBox *interval() const { return m_terms->interval(); }
  [[nodiscard]] QSpinBox *seats() const { return m_terms->seats(); }
  [[nodiscard]] QLineEdit *price() const; ///< of its own; empty: as the plan says
  [[nodiscard]] QComboBox *currency() const { return m_currency; }
  [[nodiscard]] QComboBox *when() const { return m_when; }
  [[nodiscard]] QComboBox *proration() const { return m_proration; }
  [[nodiscard]] QCheckBox *credit() const { return m_credit; }
  /// What is asked next by who regrets it, where nothing undoes it: what a pause or a resume issued
  /// is final, and a part of usage ends with it.
  [[nodiscard]] std::optional<Kind> wayBack() const {
    if (m_kind != Kind::Pause && m_kind != Kind::Resume)
      return {};
    return m_kind == Kind::Pause ? Kind::Resume : Kind::Pause;
  }

private:
  void addTerms();
  [[nodiscard]] FormField *makePrice();
  [[nodiscard]] FormField *makeCurrency();
  [[nodiscard]] std::optional<Currency> otherCurrency() const; ///< none: as it is
  [[nodiscard]] Currency currencyThen() const;
  [[nodiscard]] bool isPriceTyped() const { return m_prices.contains(currencyThen()); }
  [[nodiscard]] QString priceKey(Currency currency) const; ///< of a draft
  void showPrice();
  [[nodiscard]] bool keepsPlan() const;                ///< and its interval
  [[nodiscard]] bool keepsTerms() const;               ///< that the contract was made for
  [[nodiscard]] std::optional<Money> ownPrice() const; ///< none: as the plan says, or unreadable
  [[nodiscard]] QString contractText(const Preview &preview) const;
  void addWhen();
  void addProration();
  void showWhatApplies();
  [[nodiscard]] models::WantedChange wanted() const override;
  [[nodiscard]] QString objection() const override;
  [[nodiscard]] bool isFinal() const override;
  [[nodiscard]] std::optional<models::WantedChange> undo() const override;
  [[nodiscard]] QString meaning(const Preview &preview) const override;
  [[nodiscard]] QString doneText(const Preview &preview) const override;
  [[nodiscard]] QString draftName() const override;
  [[nodiscard]] models::FormValues typed() const override;
  void fill(const models::FormValues &typed) override;
  void showOffers(const QList<models::PlanOffer> &offers) override;

  const Kind m_kind;
  PlanFields *m_terms = nullptr; ///< of another plan
  MoneyEditor *m_price = nullptr;
  /// As typed, each in its currency; where there is none it is the contract's, where that stays.
  std::map<Currency, QString> m_prices;
  QComboBox *m_currency = nullptr;
  QComboBox *m_when = nullptr;
  std::optional<int> m_whenChosen; ///< while another currency says when: what was chosen before
  QComboBox *m_proration = nullptr;
  QCheckBox *m_credit = nullptr;
};

} // namespace tenantry::ui
