// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/plan_fields.h"
#include "ui/organizations/subscription_dialog.h"

class QComboBox;
class QLineEdit;

class QCheckBox;

namespace tenantry::ui {

class LimitFields;
class MoneyEditor;

/// Begins a subscription where none lives: plan, interval and seats, a trial where the plan offers
/// one, a coupon, a price and limits of its own; with the first invoice before it is issued.
class StartDialog : public SubscriptionDialog {
  Q_OBJECT

public:
  StartDialog(models::Connection &connection, const models::OrganizationFacts &facts,
              QWidget *window);

  [[nodiscard]] PlanFields *terms() const { return m_terms; }
  [[nodiscard]] QComboBox *trial() const { return m_trial; }
  [[nodiscard]] QLineEdit *coupon() const { return m_coupon; }
  [[nodiscard]] QLineEdit *price() const;
  [[nodiscard]] QCheckBox *hasLimits() const { return m_hasLimits; }
  [[nodiscard]] LimitFields *limits() const { return m_limits; } ///< shown where it has its own

private:
  void addOffers();
  void showTrial();
  void showLimits();
  [[nodiscard]] int trialDays() const;
  [[nodiscard]] std::optional<Money> ownPrice() const; ///< none: as the plan says, or unreadable
  [[nodiscard]] models::WantedChange wanted() const override;
  [[nodiscard]] QString objection() const override;
  [[nodiscard]] QString meaning(const Preview &preview) const override;
  [[nodiscard]] QString doneText(const Preview &preview) const override;
  [[nodiscard]] QString draftName() const override { return QStringLiteral("start"); }
  [[nodiscard]] models::FormValues typed() const override;
  void fill(const models::FormValues &typed) override;
  void showOffers(const QList<models::PlanOffer> &offers) override;

  PlanFields *m_terms;
  QComboBox *m_trial;
  QLineEdit *m_coupon;
  MoneyEditor *m_price;
  QCheckBox *m_hasLimits;
  LimitFields *m_limits;
  bool m_wantsTrial; ///< who comes back had one
};

} // namespace tenantry::ui
