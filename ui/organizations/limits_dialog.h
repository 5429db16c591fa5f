// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/subscription_dialog.h"

namespace tenantry::ui {

class LimitFields;

/// Which limits the contract of a subscription that lives grants instead of its plan (SUB-8).
class LimitsDialog : public SubscriptionDialog {
  Q_OBJECT

public:
  LimitsDialog(models::Connection &connection, const models::OrganizationFacts &facts,
               QWidget *window);

  [[nodiscard]] LimitFields *limits() const { return m_limits; }
  [[nodiscard]] QLineEdit *reason() const { return m_reason; }

private:
  [[nodiscard]] models::WantedChange wanted() const override;
  [[nodiscard]] QString objection() const override;
  [[nodiscard]] QString missing() const override;
  [[nodiscard]] QString meaning(const Preview &preview) const override;
  [[nodiscard]] QString doneText(const Preview &preview) const override;
  [[nodiscard]] std::optional<models::WantedChange> undo() const override;
  [[nodiscard]] QString draftName() const override { return QStringLiteral("limits"); }
  [[nodiscard]] models::FormValues typed() const override;
  void fill(const models::FormValues &typed) override;
  void showOffers(const QList<models::PlanOffer> &offers) override;
  [[nodiscard]] const subscriptions::OwnLimits &own() const;

  LimitFields *m_limits;
  QLineEdit *m_reason;
};

} // namespace tenantry::ui
