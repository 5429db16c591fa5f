// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/subscription_dialog.h"

namespace tenantry::ui {

/// Whether a subscription renews by itself, or ends with its period.
class RenewalDialog : public SubscriptionDialog {
  Q_OBJECT

public:
  RenewalDialog(models::Connection &connection, const models::OrganizationFacts &facts, bool renews,
                QWidget *window);

private:
  [[nodiscard]] models::WantedChange wanted() const override;
  [[nodiscard]] std::optional<models::WantedChange> undo() const override;
  [[nodiscard]] QString meaning(const Preview &preview) const override;
  [[nodiscard]] QString doneText(const Preview &preview) const override;

  const bool m_renews;
};

} // namespace tenantry::ui
