// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/issued_invoices_model.h"

namespace tenantry::models {

/// The invoices of one organization, whatever else narrows them.
class CustomerInvoicesModel : public IssuedInvoicesModel {
  Q_OBJECT

public:
  using IssuedInvoicesModel::IssuedInvoicesModel;

  /// Of another one all are shown first; they are read once somebody looks.
  void show(const OrganizationId &organization);
  [[nodiscard]] bool isFiltered() const override;
  void setViewSettings(const ViewSettings &settings) override;
  void narrow(const ViewSettings &filter) override;
  /// Those settings were for the organization that is shown.
  [[nodiscard]] bool isOf(const ViewSettings &settings) const;

private:
  [[nodiscard]] ViewSettings ofThisOne(ViewSettings settings) const;

  OrganizationId m_organization;
};

} // namespace tenantry::models
