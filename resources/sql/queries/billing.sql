-- SPDX-License-Identifier: GPL-3.0-or-later

-- Chunks are alike: their statements are planned once ('force_generic_plan'), not anew around thousands of ids.
-- name: billing_plans
select set_config('plan_cache_mode', :mode, true)

-- name: billing_try_turn
select pg_try_advisory_xact_lock(hashtextextended('tenantry.billing_turn', 0))

-- Since when it says the same of one who was due all the time.
-- name: billing_left_out_write
insert into billing_left_out (organization_id, code, sentence, left_out_at)
select organization_id, code, sentence, :now
from unnest(:organizations::uuid[], :codes::text[], :sentences::text[]) as row (organization_id, code, sentence)
on conflict (organization_id) do update
set code = excluded.code, sentence = excluded.sentence, left_out_at = excluded.left_out_at
where (billing_left_out.code, billing_left_out.sentence) is distinct from (excluded.code, excluded.sentence)
  or not exists (select from subscription as s where s.organization_id = billing_left_out.organization_id
                 and s.due_at <= billing_left_out.left_out_at)

-- name: billing_open_parts
select p.organization_id, p.subscription_id, p.plan_version_id, p.part_from, p.part_to, p.from_day, p.to_day, p.billable,
       p.own_limits, p.currency, s.ended_at is not null
from usage_part as p
left join subscription as s on s.organization_id = p.organization_id and s.subscription_id = p.subscription_id
where p.organization_id = any(:organizations) and p.invoice_id is null
order by p.organization_id, p.part_from

-- name: billing_open_totals
select t.organization_id, t.metric, t.part_from, t.quantity, t.billed_quantity, t.billed_amount
from usage_part as p
join usage_total as t on t.organization_id = p.organization_id and t.part_from = p.part_from
where p.organization_id = any(:organizations) and p.invoice_id is null
order by t.organization_id, t.part_from, t.metric

-- name: billing_late_totals
select t.organization_id, t.metric, t.part_from, t.quantity, t.billed_quantity, p.part_to, p.subscription_id,
       p.plan_version_id, p.from_day, p.to_day, p.own_limits, t.billed_amount, p.billable, p.currency
from usage_total as t
join usage_part as p on p.organization_id = t.organization_id and p.part_from = t.part_from
where t.organization_id = any(:organizations)
  and (t.quantity <> t.billed_quantity
       or (t.quantity = 0 and t.billed_amount = 0 and t.metric = any(:metrics) -- may have begun with another value
           and p.billable))
  and p.invoice_id is not null
  and (p.billable or t.metric = any(:metrics)) -- what a trial ended with is what billed months began with
order by t.organization_id, t.part_from, t.metric

-- Closed parts that began with the value of one before them, since nothing was said in between.
-- name: billing_following_parts
select p.organization_id, x.metric, p.part_from, x.quantity, p.part_to, p.subscription_id, p.plan_version_id,
       p.from_day, p.to_day, p.own_limits, p.currency
from unnest(:organizations::uuid[], :metrics::text[], :parts::timestamptz[], :quantities::bigint[])
  as x (organization_id, metric, part_from, quantity)
join usage_part as p on p.organization_id = x.organization_id and p.part_from > x.part_from
where p.invoice_id is not null and p.billable and not exists (
  select from usage_total as t
  where t.organization_id = x.organization_id and t.metric = x.metric and t.part_from > x.part_from
    and t.part_from <= p.part_from)
order by p.organization_id, p.part_from, x.metric

-- What lines bill of metrics in parts, whatever the totals say.
-- name: billing_charged_usage
select l.organization_id, l.metric, l.part_from, l.quantity, l.amount, l.detail
from unnest(:organizations::uuid[], :metrics::text[], :parts::timestamptz[]) as x (organization_id, metric, part_from)
join invoice_line as l
  on l.organization_id = x.organization_id and l.part_from = x.part_from and l.metric = x.metric
left join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.invoice_id
where l.kind = 'usage' and i.status is distinct from 'void'

-- name: billing_carried_totals
select distinct on (t.organization_id, t.metric) t.organization_id, t.metric, t.quantity
from usage_total as t
where t.organization_id = any(:organizations) and t.metric = any(:metrics)
  and t.part_from < (select min(p.part_from) from usage_part as p
                     where p.organization_id = t.organization_id and p.invoice_id is null)
order by t.organization_id, t.metric, t.part_from desc

-- The last values of closed parts that lie between open ones: an invoice before them was voided.
-- name: billing_between_totals
select p.organization_id, t.metric, p.part_from, p.part_to, t.quantity
from usage_part as p
join usage_total as t on t.organization_id = p.organization_id and t.part_from = p.part_from
where p.organization_id = any(:organizations) and t.metric = any(:metrics) and p.invoice_id is not null
  and p.part_from > (select min(o.part_from) from usage_part as o
                     where o.organization_id = p.organization_id and o.invoice_id is null)
order by p.organization_id, p.part_from

-- name: billing_balances
select organization_id, currency, amount from customer_balance
where organization_id = any(:organizations) and amount > 0
order by organization_id, currency

-- As it was read: an invoice that was voided meanwhile has let go of what was billed.
-- name: usage_parts_close
update usage_part as p set invoice_id = x.invoice_id
from unnest(:organizations::uuid[], :parts::timestamptz[], :invoices::uuid[]) as x (organization_id, part_from, invoice_id)
where p.organization_id = x.organization_id and p.part_from = x.part_from and p.invoice_id is null

-- name: usage_totals_billed
update usage_total as t set billed_quantity = x.quantity, billed_amount = t.billed_amount + x.amount
from unnest(:organizations::uuid[], :metrics::text[], :parts::timestamptz[], :quantities::bigint[], :amounts::bigint[],
            :quantities_before::bigint[], :amounts_before::bigint[])
  as x (organization_id, metric, part_from, quantity, amount, quantity_before, amount_before)
where t.organization_id = x.organization_id and t.metric = x.metric and t.part_from = x.part_from
  and t.billed_quantity = x.quantity_before and t.billed_amount = x.amount_before

-- Of which less is counted by now than was read and billed.
-- name: usage_billed_beyond
select distinct t.organization_id, t.part_from
from unnest(:organizations::uuid[], :metrics::text[], :parts::timestamptz[]) as x (organization_id, metric, part_from)
join usage_total as t on t.organization_id = x.organization_id and t.metric = x.metric and t.part_from = x.part_from
where t.quantity < t.billed_quantity
order by 1, 2

-- What came late and was billed by an invoice that is void waits again. Of parts that it closed itself see the next two.
-- name: usage_late_release
update usage_total as t set billed_quantity = t.billed_quantity - x.quantity, billed_amount = t.billed_amount - x.amount
from (select metric, part_from, sum(quantity)::bigint as quantity, sum(amount)::bigint as amount
      from unnest(:metrics::text[], :parts::timestamptz[], :quantities::bigint[], :amounts::bigint[])
        as line (metric, part_from, quantity, amount)
      group by metric, part_from) as x
join usage_part as p on p.organization_id = :organization and p.part_from = x.part_from
where t.organization_id = :organization and t.metric = x.metric and t.part_from = x.part_from
  and p.invoice_id is distinct from :invoice

-- What it billed late of a part that began with a value has no total. Where the one that the value came from was not
-- billed by it, that is late again, by the least: it costs nothing, and what follows it is looked at.
-- name: usage_carried_release
update usage_total as t set billed_quantity = t.billed_quantity - sign(x.quantity)::bigint
from (select distinct on (line.metric, source.part_from) line.metric, source.part_from, line.quantity
      from unnest(:metrics::text[], :parts::timestamptz[], :quantities::bigint[]) as line (metric, part_from, quantity)
      join usage_part as p on p.organization_id = :organization and p.part_from = line.part_from
      cross join lateral (
        select o.part_from from usage_total as o
        where o.organization_id = p.organization_id and o.metric = line.metric and o.part_from <= line.part_from
        order by o.part_from desc limit 1) as source
      where p.invoice_id is distinct from :invoice and source.part_from < line.part_from and line.quantity <> 0
      order by line.metric, source.part_from, line.part_from) as x
where t.organization_id = :organization and t.metric = x.metric and t.part_from = x.part_from
  and t.quantity = t.billed_quantity and not exists (
    select from invoice_line as l
    left join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.invoice_id
    where l.organization_id = t.organization_id and l.part_from = t.part_from and l.metric = t.metric
      and l.kind = 'usage' and l.detail ->> 'rated' is not null and l.invoice_id <> :invoice
      and i.status is distinct from 'void')

-- What other invoices and credit notes bill of the parts that this one closed.
-- name: usage_billed_elsewhere
select l.metric, l.part_from, l.quantity, coalesce((l.detail ->> 'rated')::bigint, l.amount)
from usage_part as p
join invoice_line as l on l.organization_id = p.organization_id and l.part_from = p.part_from
left join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.invoice_id
where p.organization_id = :organization and p.invoice_id = :invoice and l.invoice_id <> :invoice and l.kind = 'usage'
  and i.status is distinct from 'void'

-- name: usage_parts_closed_by
select part_from from usage_part where organization_id = :organization and invoice_id = :invoice

-- name: usage_parts_reopen
with reopened as (
  update usage_part set invoice_id = null
  where organization_id = :organization and invoice_id = :invoice
  returning part_from)
update usage_total as t set billed_quantity = billed.quantity, billed_amount = billed.amount
from reopened, lateral (
  select r.metric, coalesce(sum(x.quantity), 0)::bigint as quantity, coalesce(sum(x.amount), 0)::bigint as amount
  from (select metric from usage_total as own
        where own.organization_id = :organization and own.part_from = reopened.part_from) as r
  left join unnest(:metrics::text[], :parts::timestamptz[], :quantities::bigint[], :amounts::bigint[])
    as x (metric, part_from, quantity, amount) on x.metric = r.metric and x.part_from = reopened.part_from
  group by r.metric) as billed
where t.organization_id = :organization and t.part_from = reopened.part_from and t.metric = billed.metric

-- name: number_take
insert into number_counter (issuer, series, year, last) values (:issuer, :series, :year, :count)
on conflict (issuer, series, year) do update set last = number_counter.last + excluded.last
returning last

-- name: number_next
select coalesce((select last from number_counter where issuer = :issuer::text and series = :series::text
                   and year = :year::integer), 0) + 1

-- name: number_is_taken
select exists (select from invoice where number = :number::text)
  or exists (select from credit_note where number = :number::text)

-- name: balance_move
insert into balance_movement (organization_id, movement_id, currency, amount, cause, document_id, occurred_at)
values (:organization, :movement, :currency, :amount, :cause, :document, :now)

-- name: balance_adjustment_known
select from balance_movement
where organization_id = :organization and cause in ('adjustment', 'payout') and document_id = :adjustment

-- name: balance_of
select currency, amount from customer_balance where organization_id = :organization order by currency

-- name: invoice_by_id
select organization_id, invoice_id, coalesce(number, ''), kind, status, subscription_id, period_index, currency, net,
       tax, total, paid, balance_applied, credited, written_off, reverse_charge, customer, issued_on, due_on, due_at,
       created_at, finalized_at, paid_at
from invoice where organization_id = :organization and invoice_id = :invoice

-- name: invoice_by_number
select organization_id, invoice_id, coalesce(number, ''), kind, status, subscription_id, period_index, currency, net,
       tax, total, paid, balance_applied, credited, written_off, reverse_charge, customer, issued_on, due_on, due_at,
       created_at, finalized_at, paid_at
from invoice where number = :number order by organization_id limit 1

-- name: invoice_by_id_alone
select organization_id, invoice_id, coalesce(number, ''), kind, status, subscription_id, period_index, currency, net,
       tax, total, paid, balance_applied, credited, written_off, reverse_charge, customer, issued_on, due_on, due_at,
       created_at, finalized_at, paid_at
from invoice where invoice_id = :invoice

-- name: invoices_of_organization
select organization_id, invoice_id, coalesce(number, ''), kind, status, subscription_id, period_index, currency, net,
       tax, total, paid, balance_applied, credited, written_off, reverse_charge, customer, issued_on, due_on, due_at,
       created_at, finalized_at, paid_at
from invoice where organization_id = :organization order by invoice_id

-- name: invoices_open_of_organization
select organization_id, invoice_id, coalesce(number, ''), kind, status, subscription_id, period_index, currency, net,
       tax, total, paid, balance_applied, credited, written_off, reverse_charge, customer, issued_on, due_on, due_at,
       created_at, finalized_at, paid_at
from invoice where organization_id = :organization and status = 'open' order by invoice_id

-- name: invoices_last
select asked.organization_id, last.currency, last.total, usage.amount
from unnest(:organizations::uuid[]) as asked (organization_id)
cross join lateral (
  select i.invoice_id, i.currency, i.total from invoice as i
  where i.organization_id = asked.organization_id and i.kind in ('recurring', 'imported')
    and i.status in ('open', 'paid', 'uncollectible')
  order by i.invoice_id desc limit 1) as last
cross join lateral (
  select coalesce(sum(l.amount), 0)::bigint as amount from invoice_line as l
  where l.organization_id = asked.organization_id and l.invoice_id = last.invoice_id and l.kind = 'usage') as usage
order by asked.organization_id

-- name: invoices_draft
select organization_id, invoice_id, coalesce(number, ''), kind, status, subscription_id, period_index, currency, net,
       tax, total, paid, balance_applied, credited, written_off, reverse_charge, customer, issued_on, due_on, due_at,
       created_at, finalized_at, paid_at
from invoice where status = 'draft' and organization_id > :after order by organization_id, invoice_id limit :count

-- name: invoice_lines
select line_no, kind, item, metric, quantity, unit, amount, discount_share, tax_share, from_day, to_day, part_from,
       detail
from invoice_line where organization_id = :organization and invoice_id = :invoice order by line_no

-- name: invoice_settle
-- Paid is what nothing is due of and nothing given up.
update invoice set paid = paid + :paid + :recovered, balance_applied = balance_applied + :applied,
  written_off = written_off - :recovered,
  status = case when amount_due > :paid + :applied then status
                when written_off > :recovered then 'uncollectible' else 'paid' end,
  paid_at = case when amount_due = :paid + :applied and written_off = :recovered then :now else paid_at end,
  closed_at = case when amount_due = :paid + :applied and written_off > :recovered then coalesce(closed_at, :now)
                   else closed_at end
where organization_id = :organization and invoice_id = :invoice and status in ('open', 'uncollectible')
returning status

-- A payment of it was reversed, or what the balance paid went back there. What a payment had made good is lost again.
-- name: invoice_reopen
update invoice set paid = paid - :paid - :recovered, balance_applied = balance_applied - :applied,
  written_off = written_off + :recovered,
  status = case when amount_due + :paid + :applied > 0 then 'open' else 'uncollectible' end, paid_at = null,
  closed_at = case when amount_due + :paid + :applied > 0 then null else closed_at end
where organization_id = :organization and invoice_id = :invoice
  and (status in ('open', 'paid') or (status = 'uncollectible' and :paid = 0::bigint and :applied = 0::bigint))

-- name: invoice_write_off
update invoice set status = 'uncollectible', written_off = written_off + amount_due, closed_at = :now
where organization_id = :organization and invoice_id = :invoice and status = 'open'

-- name: invoice_void
update invoice set status = 'void', balance_applied = 0, closed_at = :now
where organization_id = :organization and invoice_id = :invoice and status = 'open' and paid = 0 and credited = 0
  and written_off = 0 and not exists (
    select from invoice_line as c
    left join invoice as i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id
    where c.organization_id = :organization and c.credits_invoice_id = :invoice and i.status is distinct from 'void')

-- name: invoice_discard
update invoice set status = 'void', closed_at = :now
where organization_id = :organization and invoice_id = :invoice and status = 'draft'

-- name: invoice_is_credited
select exists (
  select from invoice_line as c
  left join invoice as i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id
  where c.organization_id = :organization and c.credits_invoice_id = :invoice and i.status is distinct from 'void')

-- name: billed_period_release
delete from billed_period where organization_id = :organization and invoice_id = :invoice

-- name: invoice_finalize
update invoice set number = :number, status = :status, issued_on = :issued_on, due_on = :due_on, due_at = :due_at,
  finalized_at = :now, customer = :customer, balance_applied = :applied, paid_at = :paid_at
where organization_id = :organization and invoice_id = :invoice and status = 'draft'

-- name: ledger_balances
select account, currency, sum(amount)::bigint from ledger_entry
where organization_id = :organization group by account, currency order by account, currency

-- name: invoice_pdf_get
select content from invoice_pdf where organization_id = :organization and invoice_id = :invoice

-- name: invoice_pdf_put
insert into invoice_pdf (organization_id, invoice_id, content, sha256, created_at)
values (:organization, :invoice, :content, sha256(:content), :now)
on conflict (organization_id, invoice_id) do nothing

-- Three looks into the index of numbers; what begins with the text as it was typed and in capitals may be the same.
-- name: invoices_by_number_found
with found as (
  (select organization_id, invoice_id, number from invoice where number = any(:numbers::text[]) limit 30)
  union
  (select organization_id, invoice_id, number from invoice
   where number ~>=~ :typed and number ~<~ :typed_end order by number using ~>~, organization_id limit 10)
  union
  (select organization_id, invoice_id, number from invoice
   where number ~>=~ :upper and number ~<~ :upper_end order by number using ~>~, organization_id limit 10))
select found.organization_id, organization.name, found.number, invoice.status, invoice.total, invoice.currency
from found
join invoice using (organization_id, invoice_id)
join organization using (organization_id)
order by found.number using ~>~
