// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_vocabulary.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

Key need(Kind kind) { return {kind, true, false, {}}; }
Key may(Kind kind) { return {kind, false, false, {}}; }
Key mayBe(QStringList words) { return {Kind::Word, false, false, std::move(words)}; }
Key about(Kind kind) { return {kind, true, true, {}}; }
Key aboutOne(QStringList words) { return {Kind::Word, true, true, std::move(words)}; }
Key within(Kind kind) { return {kind, false, true, {}}; }
Key withinOne(QStringList words) { return {Kind::Word, false, true, std::move(words)}; }

const QStringList intervals{u"month"_s, u"year"_s};
const QStringList invoiceStatuses{u"draft"_s, u"open"_s, u"paid"_s, u"void"_s, u"uncollectible"_s};
const QStringList paymentStatuses{u"pending"_s, u"unknown"_s, u"succeeded"_s, u"failed"_s,
                                  u"refunded"_s};
const QStringList accountWords{u"receivable"_s,       u"cash"_s,        u"revenue"_s,
                               u"deferred_revenue"_s, u"tax_payable"_s, u"customer_balance"_s,
                               u"bad_debt"_s,         u"refunds"_s};
const QStringList metrics{u"mrr"_s,
                          u"arr"_s,
                          u"nrr"_s,
                          u"grr"_s,
                          u"logo_churn"_s,
                          u"revenue_churn"_s,
                          u"arpa"_s,
                          u"quick_ratio"_s,
                          u"new_mrr"_s,
                          u"expansion_mrr"_s,
                          u"contraction_mrr"_s,
                          u"churned_mrr"_s,
                          u"reactivation_mrr"_s};

/// Every event that the format knows, told today or not: counting none of them is an expectation.
const QStringList eventTypes{u"organization.created"_s,
                             u"organization.onboarded"_s,
                             u"organization.activated"_s,
                             u"organization.suspended"_s,
                             u"organization.reactivated"_s,
                             u"organization.churned"_s,
                             u"organization.closed"_s,
                             u"organization.needs_attention"_s,
                             u"checklist.item_completed"_s,
                             u"team.member_added"_s,
                             u"team.member_removed"_s,
                             u"subscription.created"_s,
                             u"subscription.trial_ending"_s,
                             u"subscription.activated"_s,
                             u"subscription.upgraded"_s,
                             u"subscription.downgraded"_s,
                             u"subscription.changed"_s,
                             u"subscription.paused"_s,
                             u"subscription.resumed"_s,
                             u"subscription.cancelled"_s,
                             u"subscription.suspended"_s,
                             u"subscription.reactivated"_s,
                             u"subscription.expired"_s,
                             u"subscription.expiring"_s,
                             u"subscription.renewed"_s,
                             u"usage.approaching"_s,
                             u"usage.warning"_s,
                             u"usage.exceeded"_s,
                             u"invoice.created"_s,
                             u"invoice.finalized"_s,
                             u"invoice.paid"_s,
                             u"invoice.payment_failed"_s,
                             u"invoice.voided"_s,
                             u"invoice.credited"_s,
                             u"payment.succeeded"_s,
                             u"payment.failed"_s,
                             u"payment.refunded"_s,
                             u"ticket.created"_s,
                             u"ticket.assigned"_s,
                             u"ticket.replied"_s,
                             u"ticket.resolved"_s,
                             u"ticket.reopened"_s,
                             u"sla.warning"_s,
                             u"sla.breached"_s,
                             u"user.provisioned"_s,
                             u"user.updated"_s,
                             u"user.deactivated"_s,
                             u"session.created"_s};

const Keys moveKeys{{u"organization"_s, need(Kind::Text)}, {u"reason"_s, may(Kind::Text)}};
const Keys ofOrganization{{u"organization"_s, need(Kind::Text)}};
const Keys ofInvoice{{u"organization"_s, need(Kind::Text)}, {u"nth"_s, need(Kind::Position)}};

} // namespace

const std::map<QString, Keys> &verbKeys() {
  static const std::map<QString, Keys> keys{
      {u"organization.create"_s,
       {{u"ref"_s, need(Kind::Text)},
        {u"name"_s, need(Kind::Text)},
        {u"email"_s, need(Kind::Text)},
        {u"time_zone"_s, may(Kind::Text)},
        {u"currency"_s, may(Kind::Text)},
        {u"country"_s, may(Kind::Text)},
        {u"language"_s, may(Kind::Text)},
        {u"employees"_s, may(Kind::Count)},
        {u"industry"_s, may(Kind::Text)},
        {u"vat_id"_s, may(Kind::Text)},
        {u"trial"_s, may(Kind::Flag)}}},
      {u"organization.suspend"_s, moveKeys},
      {u"organization.reactivate"_s, moveKeys},
      {u"organization.close"_s, moveKeys},
      {u"member.add"_s,
       {{u"organization"_s, need(Kind::Text)},
        {u"email"_s, need(Kind::Text)},
        {u"given_name"_s, may(Kind::Text)},
        {u"family_name"_s, may(Kind::Text)},
        {u"role"_s, may(Kind::Text)},
        {u"permissions"_s, may(Kind::Texts)},
        {u"expires"_s, may(Kind::Moment)}}},
      {u"member.remove"_s, {{u"organization"_s, need(Kind::Text)}, {u"email"_s, need(Kind::Text)}}},
      {u"subscription.start"_s,
       {{u"organization"_s, need(Kind::Text)},
        {u"plan"_s, need(Kind::Text)},
        {u"interval"_s, mayBe(intervals)},
        {u"currency"_s, may(Kind::Text)},
        {u"seats"_s, may(Kind::Integer)},
        {u"trial_days"_s, may(Kind::Count)},
        {u"coupon"_s, may(Kind::Text)},
        {u"price"_s, may(Kind::Count)}}},
      {u"subscription.cancel"_s,
       {{u"organization"_s, need(Kind::Text)},
        {u"when"_s, mayBe({u"now"_s, u"period_end"_s})},
        {u"credit"_s, may(Kind::Flag)}}},
      {u"subscription.unschedule"_s, ofOrganization},
      {u"subscription.auto_renew"_s,
       {{u"organization"_s, need(Kind::Text)}, {u"on"_s, need(Kind::Flag)}}},
      {u"usage.record"_s,
       {{u"organization"_s, need(Kind::Text)},
        {u"metric"_s, need(Kind::Text)},
        {u"quantity"_s, need(Kind::Quantity)},
        {u"key"_s, need(Kind::Text)},
        {u"occurred_at"_s, may(Kind::Moment)},
        {u"dimensions"_s, may(Kind::Table)}}},
      {u"usage.correct"_s,
       {{u"organization"_s, need(Kind::Text)},
        {u"metric"_s, need(Kind::Text)},
        {u"quantity"_s, need(Kind::Quantity)},
        {u"key"_s, need(Kind::Text)},
        {u"corrects"_s, need(Kind::Text)}}},
      {u"payment_method.set"_s,
       {{u"organization"_s, need(Kind::Text)}, {u"behaviour"_s, need(Kind::Text)}}},
      {u"payment.receive"_s,
       {{u"organization"_s, need(Kind::Text)},
        {u"nth"_s, need(Kind::Position)},
        {u"amount"_s, need(Kind::Integer)}}},
      {u"invoice.finalize"_s, ofInvoice},
      {u"invoice.void"_s, ofInvoice},
      {u"invoice.write_off"_s, ofInvoice},
      {u"balance.adjust"_s,
       {{u"organization"_s, need(Kind::Text)},
        {u"amount"_s, need(Kind::Integer)},
        {u"reason"_s, may(Kind::Text)}}},
      {u"coupon.apply"_s, {{u"organization"_s, need(Kind::Text)}, {u"coupon"_s, need(Kind::Text)}}},
      {u"business.apply"_s, {{u"business"_s, may(Kind::Text)}, {u"overlay"_s, may(Kind::Table)}}},
  };
  return keys;
}

const std::map<QString, Keys> &expectationKeys() {
  static const std::map<QString, Keys> keys{
      {u"invoice"_s,
       {{u"organization"_s, about(Kind::Text)},
        {u"nth"_s, about(Kind::Position)},
        {u"status"_s, mayBe(invoiceStatuses)},
        {u"total"_s, may(Kind::Integer)},
        {u"tax"_s, may(Kind::Integer)},
        {u"amount_due"_s, may(Kind::Integer)},
        {u"currency"_s, may(Kind::Text)},
        {u"issued"_s, may(Kind::Day)},
        {u"due"_s, may(Kind::Day)},
        {u"number"_s, may(Kind::Text)}}},
      {u"invoices"_s,
       {{u"organization"_s, about(Kind::Text)},
        {u"status"_s, withinOne(invoiceStatuses)},
        {u"count"_s, need(Kind::Count)}}},
      {u"subscription"_s,
       {{u"organization"_s, about(Kind::Text)},
        {u"status"_s, mayBe({u"trialing"_s, u"active"_s, u"past_due"_s, u"suspended"_s, u"paused"_s,
                             u"cancelled"_s, u"expired"_s})},
        {u"plan"_s, may(Kind::Text)},
        {u"interval"_s, mayBe(intervals)},
        {u"seats"_s, may(Kind::Integer)},
        {u"period_from"_s, may(Kind::Day)},
        {u"period_to"_s, may(Kind::Day)},
        {u"mrr"_s, may(Kind::Integer)}}},
      {u"balance"_s, {{u"organization"_s, about(Kind::Text)}, {u"amount"_s, need(Kind::Integer)}}},
      {u"ledger"_s,
       {{u"organization"_s, about(Kind::Text)},
        {u"account"_s, aboutOne(accountWords)},
        {u"balance"_s, need(Kind::Integer)}}},
      {u"payments"_s,
       {{u"organization"_s, about(Kind::Text)},
        {u"status"_s, withinOne(paymentStatuses)},
        {u"count"_s, need(Kind::Count)}}},
      {u"quota"_s,
       {{u"organization"_s, about(Kind::Text)},
        {u"metric"_s, about(Kind::Text)},
        {u"used"_s, may(Kind::Quantity)},
        {u"limit"_s, may(Kind::Integer)},
        {u"allowed"_s, may(Kind::Flag)}}},
      {u"events"_s,
       {{u"organization"_s, about(Kind::Text)},
        {u"type"_s, aboutOne(eventTypes)},
        {u"count"_s, need(Kind::Count)}}},
      {u"organization"_s,
       {{u"organization"_s, about(Kind::Text)},
        {u"status"_s, mayBe({u"onboarding"_s, u"onboarded"_s, u"active"_s, u"suspended"_s,
                             u"churned"_s, u"closed"_s})},
        {u"plan"_s, may(Kind::Text)}}},
      {u"metric"_s,
       {{u"name"_s, aboutOne(metrics)},
        {u"currency"_s, within(Kind::Text)},
        {u"from"_s, within(Kind::Day)},
        {u"to"_s, within(Kind::Day)},
        {u"value"_s, need(Kind::Figure)}}},
  };
  return keys;
}

const Keys &lineKeys() {
  static const Keys keys{
      {u"kind"_s, mayBe({u"plan"_s, u"seat"_s, u"proration_credit"_s, u"proration_charge"_s,
                         u"usage"_s, u"discount"_s, u"tax"_s})},
      {u"amount"_s, may(Kind::Integer)},
      {u"quantity"_s, may(Kind::Quantity)},
      {u"from"_s, may(Kind::Day)},
      {u"to"_s, may(Kind::Day)},
      {u"metric"_s, may(Kind::Text)}};
  return keys;
}

} // namespace tenantry::scenarios
