// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::tests {

/// 20,000 invoices of 2,000 organizations, ten each; 100 days of issue.
inline constexpr auto listedInvoices = R"(
set session_replication_role = replica;
insert into organization (organization_id, name, email, address_country, time_zone, currency, status, created_at,
                          updated_at)
  select md5(n::text)::uuid, 'Firm ' || n, 'ops@firm.example', 'DE', 'UTC', 'EUR', 'active', now(), now()
  from generate_series(1, 2000) as n;
insert into invoice (organization_id, invoice_id, number, kind, status, currency, net, tax, total, paid, customer,
                     issued_on, due_on, due_at, created_at, finalized_at)
  select md5((1 + n % 2000)::text)::uuid, md5('i' || n)::uuid, 'INV-2026-' || lpad(n::text, 6, '0'), 'recurring', status,
         'EUR', 100, 0, 100, case when status in ('open', 'void') then 0 else 100 end, '{}', '2026-01-01'::date + n % 100,
         '2026-01-15'::date + n % 100, '2026-01-15Z'::timestamptz + (n % 100) * interval '1 day', now(), now()
  from generate_series(1, 20000) as n, lateral (select (array['open', 'paid', 'void', 'uncollectible'])[1 + n % 4]) as s (status);
insert into invoice (organization_id, invoice_id, kind, status, currency, net, tax, total, customer, created_at)
  select md5((1 + n % 2000)::text)::uuid, md5('draft' || n)::uuid, 'recurring', 'draft', 'EUR', 100, 0, 100, '{}',
         '2026-03-01Z'::timestamptz + (n % 40) * interval '1 hour'
  from generate_series(1, 500) as n;
insert into credit_note (organization_id, credit_note_id, number, kind, currency, net, tax, total, to_balance, customer,
                         issued_on, created_at)
  select md5((1 + n % 2000)::text)::uuid, md5('c' || n)::uuid, 'CN-2026-' || lpad(n::text, 6, '0'),
         (array['change', 'by_hand'])[1 + n % 2], 'EUR', 90, 10, 100, 40, '{}', '2026-01-01'::date + n % 60, now()
  from generate_series(1, 5000) as n;
insert into invoice_hold (organization_id, hold_id, invoice_id, reason, held_by, held_at, released_by, released_at)
  select md5((1 + n % 2000)::text)::uuid, md5('h' || n)::uuid, md5('draft' || n)::uuid, 'Disputed', 'anna', now(),
         case when n > 40 then 'anna' end, case when n > 40 then now() end
  from generate_series(1, 5000) as n;
insert into payment_attempt (organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id,
                             idempotency_key, amount, currency, status, created_at, finished_at, contradicted_at)
  select organization_id, invoice_id, invoice_id, 1, invoice_id, 'pay:' || invoice_id, 100, 'EUR',
         case when n % 50 = 0 then 'unknown' else 'failed' end, now(), case when n % 50 > 0 then now() end,
         case when n % 200 = 0 then now() end
  from (select *, row_number() over (order by number) as n from invoice where status = 'open') as i;
insert into refund (organization_id, refund_id, payment_id, invoice_id, channel, idempotency_key, amount, currency, reason,
                    status, created_at, finished_at)
  select organization_id, md5(twice || 'r' || invoice_id)::uuid, invoice_id, invoice_id, 'provider',
         'refund:' || twice || invoice_id, 10, 'EUR', 'why', case when i.n % 50 = 0 then 'pending' else 'failed' end, now(),
         case when i.n % 50 > 0 then now() end
  from (select *, row_number() over (order by number) as n from invoice where status = 'paid') as i,
       generate_series(1, 2) as twice;
update invoice set number = 'odd%_number' where number = 'INV-2026-000777';
set session_replication_role = origin;
analyze;
)";

} // namespace tenantry::tests
