// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/customer_invoices_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {
const QString whose = u"organization"_s;
}

void CustomerInvoicesModel::show(const OrganizationId &organization) {
  if (organization == m_organization)
    return;
  m_organization = organization;
  forget();
  narrow({});
}

bool CustomerInvoicesModel::isFiltered() const {
  return filter().kind != billing::InvoiceFilter::All || !filter().number.isEmpty();
}

PagedListModel::ViewSettings CustomerInvoicesModel::ofThisOne(ViewSettings settings) const {
  settings[whose] = m_organization.toString();
  return settings;
}

bool CustomerInvoicesModel::isOf(const ViewSettings &settings) const {
  return settings.value(whose) == m_organization.toString();
}

void CustomerInvoicesModel::setViewSettings(const ViewSettings &settings) {
  IssuedInvoicesModel::setViewSettings(ofThisOne(settings));
}

void CustomerInvoicesModel::narrow(const ViewSettings &filter) {
  IssuedInvoicesModel::narrow(ofThisOne(filter));
}

} // namespace tenantry::models
