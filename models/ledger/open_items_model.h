// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/issued_invoices_model.h"

namespace tenantry::models {

/// Invoices that wait for money, by the day they are due; narrowed by how long they are due alone.
class OpenItemsModel : public IssuedInvoicesModel {
  Q_OBJECT

public:
  using IssuedInvoicesModel::IssuedInvoicesModel;

  [[nodiscard]] bool isFiltered() const override { return filter().age.has_value(); }
  void setViewSettings(const ViewSettings &settings) override;
  void narrow(const ViewSettings &filter) override;
};

} // namespace tenantry::models
