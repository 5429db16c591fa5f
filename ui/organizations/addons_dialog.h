// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/subscription_dialog.h"

class QComboBox;
class QSpinBox;

namespace tenantry::ui {

class FormField;

/// How many a subscription that lives has of an add-on (SUB-9), from now on or from the next
/// period.
class AddonsDialog : public SubscriptionDialog {
  Q_OBJECT

public:
  AddonsDialog(models::Connection &connection, const models::OrganizationFacts &facts,
               QWidget *window);

  [[nodiscard]] QComboBox *addon() const { return m_addon; }
  [[nodiscard]] QSpinBox *quantity() const { return m_quantity; }
  [[nodiscard]] QComboBox *when() const { return m_when; }

private:
  void showAddon();
  [[nodiscard]] const models::AddonOffer *chosen() const; ///< null: none there, or not known yet
  [[nodiscard]] models::WantedChange wanted() const override;
  [[nodiscard]] QString objection() const override;
  [[nodiscard]] QString meaning(const Preview &preview) const override;
  [[nodiscard]] QString doneText(const Preview &preview) const override;
  [[nodiscard]] std::optional<models::WantedChange> undo() const override;
  [[nodiscard]] QString draftName() const override { return QStringLiteral("addons"); }
  [[nodiscard]] models::FormValues typed() const override;
  void fill(const models::FormValues &typed) override;
  void showOffers(const QList<models::PlanOffer> &offers) override;

  QComboBox *m_addon;
  QSpinBox *m_quantity;
  FormField *m_field;
  QComboBox *m_when;
  bool m_isKnown = false;
};

} // namespace tenantry::ui
