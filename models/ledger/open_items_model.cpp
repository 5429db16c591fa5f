// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/open_items_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

/// Whatever else such settings say.
PagedListModel::ViewSettings whatIsOpen(PagedListModel::ViewSettings settings) {
  settings[u"kind"_s] = IssuedInvoicesModel::kindKey(billing::InvoiceFilter::Open);
  settings.remove(u"number"_s);
  settings.remove(u"organization"_s);
  return settings;
}

} // namespace

void OpenItemsModel::setViewSettings(const ViewSettings &settings) {
  IssuedInvoicesModel::setViewSettings(whatIsOpen(settings));
}

void OpenItemsModel::narrow(const ViewSettings &filter) {
  IssuedInvoicesModel::narrow(whatIsOpen(filter));
}

} // namespace tenantry::models
