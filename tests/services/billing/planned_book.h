// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
namespace tenantry::tests {

// 20,000 subscriptions, every hundredth due; two parts, one of them invoiced.
inline constexpr auto queryPlanFill = R"(
set session_replication_role = replica;
insert into organization (organization_id, name, email, address_country, time_zone, currency, status, created_at,
                          updated_at)
  select md5(n::text)::uuid, 'Firm', 'ops@firm.example', 'DE', 'UTC', 'EUR', 'active', now(), now()
  from generate_series(1, 20000) as n;
insert into organization_head (organization_id) select organization_id from organization;
insert into subscription (organization_id, subscription_id, plan_id, plan_version_id, status, billing_interval, currency,
                          anchor_day, period_index, period_from, period_to, period_from_at, period_to_at, due_at,
                          started_at)
  select organization_id, organization_id, version.plan_id, plan_version_id, 'active', 'month', 'EUR', '2026-01-01', 0,
         '2026-01-01', '2026-02-01', '2026-01-01Z',
         '2026-02-01Z'::timestamptz + (row_number() over (order by organization_id) % 300) * interval '1 hour',
         '2026-02-01Z'::timestamptz + (row_number() over (order by organization_id) % 100) * interval '1 day',
         '2026-01-01Z'
  from organization, (select * from plan_version limit 1) as version;
insert into usage_part (organization_id, part_from, part_to, subscription_id, plan_version_id, period_from, from_day,
                        to_day, billable, invoice_id)
  select organization_id, day::timestamptz, (day + interval '1 month')::timestamptz, subscription_id, plan_version_id,
         day::timestamptz, day, (day + interval '1 month')::date, true,
         case when day = '2026-01-01' then organization_id end
  from subscription, unnest(array['2026-01-01', '2026-02-01']::date[]) as day;
insert into usage_total (organization_id, metric, part_from, quantity, events, last_occurred_at, last_recorded_at,
                         billed_quantity)
  select organization_id, metric, part_from, 10, 1, part_from, part_from,
         case when invoice_id is null then 0 else 10 end
  from usage_part, unnest(array['api_calls', 'users']) as metric;
insert into usage_event (organization_id, key, metric, quantity, occurred_at, recorded_at, part_from)
  select md5((n % 20000 + 1)::text)::uuid, n::text, 'api_calls', 1, '2026-01-01Z'::timestamptz + n * interval '30 seconds',
         '2026-01-01Z'::timestamptz + n * interval '30 seconds', '2026-01-01Z'
  from generate_series(1, 100000) as n;
insert into usage_late (organization_id, key, metric, quantity, occurred_at, recorded_at, part_from, ended_at)
  select organization_id, 'late', 'api_calls', 1, '2026-01-31Z',
         '2026-02-01Z'::timestamptz + row_number() over () * interval '1 minute', '2026-01-01Z', '2026-02-01Z'
  from organization;
insert into organization_limit (organization_id, metric, limit_value, kind, granted_by)
  select organization_id, metric, 100, 'soft', 'plan' from organization, unnest(array['api_calls', 'users']) as metric;
insert into usage_reservation (organization_id, key, metric, quantity, reserved_at, expires_at)
  select organization_id, 'r', 'api_calls', 1, '2026-02-01Z', '2026-02-02Z' from organization;
insert into usage_hold (organization_id, metric, quantity) select organization_id, 'api_calls', 1 from organization;
insert into customer_balance (organization_id, currency, amount) select organization_id, 'EUR', 100 from organization;
insert into invoice (organization_id, invoice_id, number, kind, status, subscription_id, period_index, currency, net,
                     tax, total, paid, customer, issued_on, due_on, due_at, created_at, finalized_at)
  select organization_id, organization_id, 'INV-2026-' || row_number() over (), 'recurring',
         case when get_byte(uuid_send(organization_id), 0) < 25 then 'open' else 'paid' end, organization_id, 0, 'EUR',
         100, 0, 100, case when get_byte(uuid_send(organization_id), 0) < 25 then 0 else 100 end, '{}', '2026-01-01',
         '2026-01-31', '2026-01-31Z', now(), now() from organization;
insert into invoice_line (organization_id, invoice_id, line_no, kind, amount)
  select organization_id, invoice_id, line, 'plan', 50 from invoice, generate_series(1, 2) as line;
insert into revenue_recognition (organization_id, document_id, line_no, recognized, is_done)
  select organization_id, invoice_id, line_no, 0, false from invoice_line;
insert into ledger_entry (organization_id, transaction_id, entry_no, account, amount, currency, booked_at, business_day,
                          cause, document_id)
  select organization_id, invoice_id, 1, 'receivable', 100, 'EUR', now(), '2026-01-01', 'invoice.finalized', invoice_id
  from invoice;
insert into payment_method (organization_id, payment_method_id, provider, label, reference, agreed_at, created_at)
  select organization_id, organization_id, 'simulator', 'Card', 'succeeds', now(), now() from organization;
insert into payment_attempt (organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id,
                             idempotency_key, amount, currency, status, created_at, finished_at)
  select organization_id, organization_id, invoice_id, 1, organization_id, 'pay:' || invoice_id, 100, 'EUR', 'succeeded',
         now(), now() from invoice;
insert into refund (organization_id, refund_id, payment_id, invoice_id, channel, idempotency_key, amount, currency, reason,
                    status, created_at, finished_at)
  select organization_id, organization_id, organization_id, invoice_id, 'provider', 'refund:' || invoice_id, 100, 'EUR',
         '', 'failed', now(), now() from invoice;
insert into method_setup (organization_id, setup_id, provider, state, created_at, expires_at, finished_at)
  select organization_id, organization_id, 'stripe', 'done', now(), now() + interval '1 hour', now() from organization;
insert into provider_finding (organization_id, finding_id, kind, provider, reference, charge_reference, payment_attempt_id,
                              invoice_id, amount, currency, said, state, opened_at, closed_at, read_at)
  select organization_id, organization_id, 'dispute', 'stripe', 'dp', 'pi', organization_id, invoice_id, 100, 'EUR', 'won',
         'closed', now(), now(), now() from invoice;
insert into payment (organization_id, payment_id, source, amount, currency, received_at)
  select organization_id, organization_id, 'transfer', 100, 'EUR',
         '2025-02-01Z'::timestamptz + (row_number() over ()) * interval '1 minute' from organization;
insert into dunning_case (organization_id, invoice_id, step, tries, decline_class, currency, next_act, next_at, opened_at,
                          ended_at)
  select organization_id, invoice_id, 'retrying', 1, 'soft', 'EUR', 'retry',
         '2026-02-01Z'::timestamptz + (row_number() over (order by organization_id) % 100) * interval '1 day',
         '2026-01-01Z', case when status = 'paid' then '2026-01-02Z'::timestamptz
                          + (row_number() over (order by organization_id) % 300) * interval '1 day' end
  from invoice;
insert into dunning_extension (organization_id, extension_id, invoice_id, until_day, until_at, reason, given_by, given_at)
  select organization_id, organization_id, invoice_id, '2026-02-01', '2026-02-02Z', 'why', 'tests', '2026-01-01Z'
  from invoice;
insert into event (organization_id, sequence, type, occurred_at, actor, payload)
  select organization_id, n, 'organization.changed', '2026-01-01Z', 'tests', '{}'
  from organization cross join generate_series(1, 3) as n;
insert into usage_alert (organization_id, metric, period_from, threshold, raised_at)
  select organization_id, 'api_calls', '2026-01-01Z', 100,
         '2025-02-01Z'::timestamptz + (row_number() over ()) * interval '1 day'
  from organization where get_byte(uuid_send(organization_id), 1) < 5;
insert into mrr_movement (organization_id, movement_id, subscription_id, kind, currency, delta_twelfths, occurred_at,
                          business_day)
  select organization_id, organization_id, subscription_id, 'new', 'EUR', 1200, now(), '2026-01-01' from subscription;
insert into mail (organization_id, mail_id, event_sequence, template, recipient, language, subject, body, link, priority,
                  state, due_at, created_at, sent_at)
  select organization_id, organization_id, 1, case place % 100 when 0 then 'payment-failed' else 'invoice-issued' end,
         'ops@firm.example', 'en', 'Invoice', 'x', 'account', 0, case place % 50 when 0 then 'failed' else 'sent' end,
         '2026-01-01Z', '2026-01-01Z', case place % 50 when 0 then null else '2026-01-01Z'::timestamptz end
  from (select organization_id, row_number() over () as place from organization) as numbered;
insert into finding_review (organization_id, issued_on, finding, currency, total, reviewed_by, reviewed_at)
  select organization_id, day, 'first_invoice', 'EUR', 100, 'tests', '2026-03-01Z'
  from organization, unnest(array['2026-02-01', '2026-03-01']::date[]) as day;
insert into exchange_rate (base, quote, day, rate, recorded_at, recorded_by)
  select 'EUR', 'A' || chr(65 + quote / 26) || chr(65 + quote % 26), day, 1.5, now(), 'finance'
  from generate_series(0, 29) as quote, generate_series(date '2025-01-01', date '2026-12-31', '1 day') as day;
)";

} // namespace tenantry::tests
