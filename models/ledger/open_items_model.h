// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/issued_invoices_model.h"

namespace tenantry::models {

/// Invoices that wait for money, by the day they are due; narrowed by how long they are due alone.
class OpenItemsModel : public IssuedInvoicesModel {
  Q_OBJECT

public:
  using IssuedInvoicesModel::IssuedInvoicesModel;

  void setAge(std::optional<billing::DueAge> age) {
    setFilter({billing::InvoiceFilter::Open, {}, age});
  }
  [[nodiscard]] bool isFiltered() const override { return filter().age.has_value(); }
};

} // namespace tenantry::models
