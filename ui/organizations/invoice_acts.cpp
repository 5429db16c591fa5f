// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/invoice_acts.h"
#include "ui/lists/list_acts.h"
#include "ui/organizations/approval_offer.h"
#include "ui/organizations/finalize_offer.h"
#include "ui/organizations/hold_offers.h"
#include "ui/organizations/write_off_offer.h"

namespace tenantry::ui {

void offerInvoiceActs(ListActs &acts, const models::Rights &rights) {
  acts.add(finalizeOffer(rights));
  offerHolds(acts, rights);
  offerApproval(acts, rights);
  acts.add(writeOffOffer(rights));
}

} // namespace tenantry::ui
