// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_vocabulary.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

const std::map<QString, Keys> &verbKeys() {
  static const std::map<QString, Keys> keys{
      {u"organization.create"_s,
       {{u"ref"_s, u"name"_s, u"email"_s},
        {u"time_zone"_s, u"currency"_s, u"country"_s, u"language"_s, u"employees"_s, u"industry"_s,
         u"vat_id"_s, u"trial"_s}}},
      {u"organization.suspend"_s, {{u"organization"_s}, {u"reason"_s}}},
      {u"organization.reactivate"_s, {{u"organization"_s}, {u"reason"_s}}},
      {u"organization.close"_s, {{u"organization"_s}, {u"reason"_s}}},
      {u"subscription.start"_s,
       {{u"organization"_s, u"plan"_s},
        {u"interval"_s, u"currency"_s, u"seats"_s, u"trial_days"_s, u"coupon"_s, u"price"_s}}},
      {u"subscription.cancel"_s, {{u"organization"_s}, {u"when"_s, u"credit"_s}}},
      {u"subscription.unschedule"_s, {{u"organization"_s}, {}}},
      {u"subscription.auto_renew"_s, {{u"organization"_s, u"on"_s}, {}}},
      {u"usage.record"_s,
       {{u"organization"_s, u"metric"_s, u"quantity"_s, u"key"_s},
        {u"occurred_at"_s, u"dimensions"_s}}},
      {u"usage.correct"_s,
       {{u"organization"_s, u"metric"_s, u"quantity"_s, u"key"_s, u"corrects"_s}, {}}},
      {u"payment_method.set"_s, {{u"organization"_s, u"behaviour"_s}, {}}},
      {u"payment.receive"_s, {{u"organization"_s, u"nth"_s, u"amount"_s}, {}}},
      {u"invoice.finalize"_s, {{u"organization"_s, u"nth"_s}, {}}},
  };
  return keys;
}

const std::map<QString, Keys> &expectationKeys() {
  static const std::map<QString, Keys> keys{
      {u"invoice"_s,
       {{u"organization"_s, u"nth"_s},
        {u"status"_s, u"total"_s, u"tax"_s, u"amount_due"_s, u"currency"_s, u"issued"_s, u"due"_s,
         u"number"_s}}},
      {u"invoices"_s, {{u"organization"_s, u"count"_s}, {u"status"_s}}},
      {u"subscription"_s,
       {{u"organization"_s},
        {u"status"_s, u"plan"_s, u"interval"_s, u"seats"_s, u"period_from"_s, u"period_to"_s,
         u"mrr"_s}}},
      {u"balance"_s, {{u"organization"_s, u"amount"_s}, {}}},
      {u"ledger"_s, {{u"organization"_s, u"account"_s, u"balance"_s}, {}}},
      {u"payments"_s, {{u"organization"_s, u"count"_s}, {u"status"_s}}},
      {u"quota"_s, {{u"organization"_s, u"metric"_s}, {u"used"_s, u"limit"_s, u"allowed"_s}}},
      {u"events"_s, {{u"organization"_s, u"type"_s, u"count"_s}, {}}},
      {u"organization"_s, {{u"organization"_s}, {u"status"_s, u"plan"_s}}},
      {u"metric"_s, {{u"name"_s, u"value"_s}, {u"currency"_s, u"from"_s, u"to"_s}}},
  };
  return keys;
}

const QStringList &lineKeys() {
  static const QStringList keys{u"kind"_s, u"amount"_s, u"quantity"_s,
                                u"from"_s, u"to"_s,     u"metric"_s};
  return keys;
}

} // namespace tenantry::scenarios
