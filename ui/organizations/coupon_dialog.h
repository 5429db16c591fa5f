// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/subscription_dialog.h"

namespace tenantry::ui {

/// Redeems a coupon for the subscription that runs: what it takes off, and for how long.
class CouponDialog : public SubscriptionDialog {
  Q_OBJECT

public:
  CouponDialog(models::Connection &connection, const models::OrganizationFacts &facts,
               QWidget *window);

  [[nodiscard]] QLineEdit *coupon() const { return m_coupon; }

private:
  [[nodiscard]] models::WantedChange wanted() const override;
  [[nodiscard]] QString objection() const override;
  [[nodiscard]] bool isFinal() const override { return changer().shown().has_value(); }
  [[nodiscard]] QString meaning(const Preview &preview) const override;
  [[nodiscard]] QString doneText(const Preview &preview) const override;
  [[nodiscard]] QString draftName() const override { return QStringLiteral("coupon"); }
  [[nodiscard]] models::FormValues typed() const override;
  void fill(const models::FormValues &typed) override;

  QLineEdit *m_coupon;
};

} // namespace tenantry::ui
