// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/subscription_dialog.h"

class QComboBox;

namespace tenantry::ui {

/// Ends a coupon that the subscription has redeemed: for what is billed from now on, or for the
/// periods after the one that runs.
class EndCouponDialog : public SubscriptionDialog {
  Q_OBJECT

public:
  EndCouponDialog(models::Connection &connection, const models::OrganizationFacts &facts,
                  QWidget *window);

  [[nodiscard]] QComboBox *coupon() const { return m_coupon; }
  [[nodiscard]] QComboBox *when() const { return m_when; }

private:
  [[nodiscard]] models::WantedChange wanted() const override;
  [[nodiscard]] bool isFinal() const override { return changer().shown().has_value(); }
  [[nodiscard]] QString meaning(const Preview &preview) const override;
  [[nodiscard]] QString doneText(const Preview &preview) const override;
  [[nodiscard]] QString draftName() const override { return QStringLiteral("end-coupon"); }
  [[nodiscard]] models::FormValues typed() const override;
  void fill(const models::FormValues &typed) override;

  QComboBox *m_coupon;
  QComboBox *m_when;
};

} // namespace tenantry::ui
