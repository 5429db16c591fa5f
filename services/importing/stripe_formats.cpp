// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/stripe_formats.h"

using namespace Qt::StringLiterals;

namespace tenantry::importing {

using enum Presence;

const ImportFormat &customersFormat() {
  static const ImportFormat format{
      u"customers"_s,
      {
          {u"id"_s, Required, {u"id"_s, u"Customer ID"_s}},
          {u"name"_s, Optional, {u"Name"_s, u"Customer Name"_s, u"Company"_s}},
          {u"email"_s, Required, {u"Email"_s, u"Customer Email"_s}},
          {u"description"_s, Optional, {u"Description"_s}},
          {u"created"_s, Optional, {u"Created (UTC)"_s, u"Created"_s}},
          {u"currency"_s, Optional, {u"Currency"_s}},
          {u"country"_s, Optional, {u"Address Country"_s, u"Country"_s, u"Card Address Country"_s}},
          {u"time_zone"_s, Optional, {u"Time Zone"_s}},
          {u"delinquent"_s, Optional, {u"Delinquent"_s}},
          {u"notes"_s, Optional, {u"Notes"_s}},
      }};
  return format;
}

const ImportFormat &subscriptionsFormat() {
  static const ImportFormat format{
      u"subscriptions"_s,
      {
          {u"id"_s, Required, {u"id"_s, u"Subscription ID"_s}},
          {u"customer_id"_s, Required, {u"Customer ID"_s, u"Customer"_s}},
          {u"plan"_s, Required, {u"Plan"_s, u"Plan ID"_s, u"Product"_s}},
          {u"status"_s, Required, {u"Status"_s}},
          {u"interval"_s, Required, {u"Interval"_s}},
          {u"currency"_s, Required, {u"Currency"_s}},
          {u"amount"_s, Required, {u"Amount"_s}},
          {u"quantity"_s, Optional, {u"Quantity"_s}},
          {u"created"_s, Optional, {u"Created (UTC)"_s, u"Created"_s}},
          {u"start"_s, Optional, {u"Start (UTC)"_s, u"Start Date (UTC)"_s, u"Start"_s}},
          {u"period_from"_s,
           Optional,
           {u"Current Period Start (UTC)"_s, u"Current Period Start"_s}},
          {u"period_to"_s, Optional, {u"Current Period End (UTC)"_s, u"Current Period End"_s}},
          {u"trial_from"_s, Optional, {u"Trial Start (UTC)"_s, u"Trial Start"_s}},
          {u"trial_to"_s, Optional, {u"Trial End (UTC)"_s, u"Trial End"_s}},
          {u"cancelled"_s, Optional, {u"Canceled At (UTC)"_s, u"Canceled At"_s}},
          {u"ended"_s, Optional, {u"Ended At (UTC)"_s, u"Ended At"_s}},
      }};
  return format;
}

const ImportFormat &invoicesFormat() {
  static const ImportFormat format{
      u"invoices"_s,
      {
          {u"id"_s, Required, {u"id"_s, u"Invoice ID"_s}},
          {u"number"_s, Required, {u"Number"_s}},
          {u"customer_id"_s, Required, {u"Customer"_s, u"Customer ID"_s}},
          {u"subscription_id"_s, Optional, {u"Subscription"_s, u"Subscription ID"_s}},
          {u"status"_s, Required, {u"Status"_s}},
          {u"currency"_s, Required, {u"Currency"_s}},
          {u"subtotal"_s, Optional, {u"Subtotal"_s}},
          {u"discount"_s, Optional, {u"Total Discount Amount"_s}},
          {u"tax"_s, Optional, {u"Exclusive Tax Amount"_s, u"Tax"_s}},
          {u"total"_s, Required, {u"Total"_s}},
          {u"amount_due"_s, Optional, {u"Amount Due"_s}},
          {u"amount_paid"_s, Optional, {u"Amount Paid"_s}},
          {u"issued"_s, Required, {u"Date (UTC)"_s, u"Finalized At (UTC)"_s, u"Created (UTC)"_s}},
          {u"due"_s, Optional, {u"Due Date (UTC)"_s}},
          {u"paid"_s, Optional, {u"Paid At (UTC)"_s}},
          {u"period_from"_s, Optional, {u"Period Start (UTC)"_s}},
          {u"period_to"_s, Optional, {u"Period End (UTC)"_s}},
      }};
  return format;
}

} // namespace tenantry::importing
