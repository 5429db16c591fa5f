-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every derived figure beside what its source says. Each query gives the rows that differ: organization (null: of no
-- one), what it is about, what the source says, what is stored.

-- name: doctor_ledger_deferred
with sold as (
  select d.organization_id, d.currency, sum(l.amount + l.discount_share - coalesce(r.recognized, 0)) as amount
  from (select organization_id, invoice_id as document_id, currency from invoice
        where status in ('open', 'paid', 'uncollectible')
        union all select organization_id, credit_note_id, currency from credit_note where kind <> 'refund') as d
  join invoice_line as l on l.organization_id = d.organization_id and l.invoice_id = d.document_id
  left join revenue_recognition as r on r.organization_id = d.organization_id
    and r.document_id = d.document_id and r.line_no = l.line_no
  where l.kind in ('plan', 'seat', 'addon', 'proration_credit', 'proration_charge')
  group by 1, 2),
booked as (
  select organization_id, currency, -sum(amount) as amount from ledger_entry
  where account = 'deferred_revenue' group by 1, 2)
select organization_id, currency, coalesce(sold.amount, 0)::text, coalesce(booked.amount, 0)::text
from sold full join booked using (organization_id, currency)
where coalesce(sold.amount, 0) <> coalesce(booked.amount, 0)
limit :limit

-- name: doctor_ledger_documents
-- What is deferred of the sales, what is due and what is owed have checks of their own.
with stated as (
  select organization_id, currency, account, sum(amount) as amount
  from (select i.organization_id, i.currency, a.account, a.amount
        from invoice as i
        cross join lateral (values ('sales', -i.net), ('tax_payable', -i.tax), ('bad_debt', i.written_off)) as a (account, amount)
        where i.status in ('open', 'paid', 'uncollectible')
        union all
        select c.organization_id, c.currency, a.account, a.amount
        from credit_note as c
        cross join lateral (values (case c.kind when 'refund' then 'refunds' else 'sales' end, c.net),
                                   ('tax_payable', c.tax)) as a (account, amount)
        union all
        select p.organization_id, p.currency, 'cash', p.amount
        from payment as p
        left join payment_reversal as v on v.organization_id = p.organization_id and v.payment_id = p.payment_id
        where v.payment_id is null
        union all
        select organization_id, currency, 'cash', -amount from refund where status = 'succeeded'
        union all
        select organization_id, currency, case cause when 'payout' then 'cash' else 'refunds' end, amount
        from balance_movement where cause in ('payout', 'adjustment')
        union all
        select f.organization_id, f.currency, a.account, a.amount
        from provider_finding as f
        cross join lateral (values ('bad_debt', f.amount), ('cash', -f.amount)) as a (account, amount)
        where f.state = 'booked' and f.booked_as = 'loss') as document
  group by 1, 2, 3),
booked as (
  select organization_id, currency,
         case when account in ('revenue', 'deferred_revenue') then 'sales' else account end as account,
         sum(amount) as amount
  from ledger_entry where account not in ('receivable', 'customer_balance')
  group by 1, 2, 3)
select organization_id, format('%s %s', account, currency), coalesce(stated.amount, 0)::text,
       coalesce(booked.amount, 0)::text
from stated full join booked using (organization_id, currency, account)
where coalesce(stated.amount, 0) <> coalesce(booked.amount, 0)
limit :limit

-- name: doctor_customer_balances
select coalesce(kept.organization_id, moved.organization_id), coalesce(kept.currency, moved.currency),
       coalesce(moved.amount, 0)::text, coalesce(kept.amount, 0)::text
from customer_balance as kept
full join (select organization_id, currency, sum(amount)::bigint as amount from balance_movement group by 1, 2) as moved
  on moved.organization_id = kept.organization_id and moved.currency = kept.currency
where coalesce(moved.amount, 0) <> coalesce(kept.amount, 0)
limit :limit

-- name: doctor_invoice_totals
select i.organization_id, coalesce(i.number, i.invoice_id::text),
       format('total %s, tax %s', coalesce(l.total, 0), coalesce(l.tax, 0)), format('total %s, tax %s', i.total, i.tax)
from invoice as i
left join (select organization_id, invoice_id, sum(amount)::bigint as total,
                  coalesce(sum(amount) filter (where kind = 'tax'), 0)::bigint as tax
           from invoice_line group by 1, 2) as l
  on l.organization_id = i.organization_id and l.invoice_id = i.invoice_id
where coalesce(l.total, 0) <> i.total or coalesce(l.tax, 0) <> i.tax
limit :limit

-- name: doctor_invoice_shares
select organization_id, invoice_id::text,
       format('discount %s, tax %s', coalesce(sum(amount) filter (where kind = 'discount'), 0),
              coalesce(sum(amount) filter (where kind = 'tax'), 0)),
       format('discount %s, tax %s', sum(discount_share), sum(tax_share))
from invoice_line
group by organization_id, invoice_id
having sum(discount_share) <> coalesce(sum(amount) filter (where kind = 'discount'), 0)
    or sum(tax_share) <> coalesce(sum(amount) filter (where kind = 'tax'), 0)
limit :limit

-- name: doctor_invoice_paid
select i.organization_id, coalesce(i.number, i.invoice_id::text),
       (coalesce(a.amount, 0) - coalesce(r.amount, 0))::text, i.paid::text
from invoice as i
left join (select l.organization_id, l.invoice_id, sum(l.amount)::bigint as amount
           from payment_allocation as l
           left join payment_reversal as v on v.organization_id = l.organization_id and v.payment_id = l.payment_id
           where v.payment_id is null group by 1, 2) as a
  on a.organization_id = i.organization_id and a.invoice_id = i.invoice_id
left join (select organization_id, invoice_id, sum(amount)::bigint as amount from refund where status = 'succeeded'
           group by 1, 2) as r
  on r.organization_id = i.organization_id and r.invoice_id = i.invoice_id
where coalesce(a.amount, 0) - coalesce(r.amount, 0) <> i.paid
limit :limit

-- name: doctor_refunds
select r.organization_id, r.refund_id::text, format('a credit note of %s', r.amount),
       coalesce(format('%s of %s', c.kind, c.total), 'none')
from refund as r
left join credit_note as c on c.organization_id = r.organization_id and c.credit_note_id = r.credit_note_id
where r.status = 'succeeded' and (c.kind is distinct from 'refund' or c.total is distinct from r.amount)
limit :limit

-- name: doctor_invoice_balance
select i.organization_id, coalesce(i.number, i.invoice_id::text), coalesce(-m.amount, 0)::text,
       i.balance_applied::text
from invoice as i
left join (select organization_id, document_id, sum(amount)::bigint as amount from balance_movement
           where cause = 'invoice' group by 1, 2) as m
  on m.organization_id = i.organization_id and m.document_id = i.invoice_id
where coalesce(-m.amount, 0) <> i.balance_applied
limit :limit

-- name: doctor_payments_applied
select p.organization_id, p.payment_id::text, case when v.payment_id is null then p.amount else 0 end::text,
       format('%s to invoices, %s to the balance', case when v.payment_id is null then coalesce(a.amount, 0) else 0 end,
              coalesce(m.amount, 0))
from payment as p
left join payment_reversal as v on v.organization_id = p.organization_id and v.payment_id = p.payment_id
left join (select organization_id, payment_id, sum(amount)::bigint as amount from payment_allocation group by 1, 2) as a
  on a.organization_id = p.organization_id and a.payment_id = p.payment_id
left join (select organization_id, document_id, sum(amount)::bigint as amount from balance_movement
           where cause = 'payment' group by 1, 2) as m
  on m.organization_id = p.organization_id and m.document_id = p.payment_id
where case when v.payment_id is null then coalesce(a.amount, 0) + coalesce(m.amount, 0) - p.amount
           else coalesce(m.amount, 0) end <> 0
limit :limit

-- name: doctor_attempts
select a.organization_id, a.idempotency_key,
       (case when a.status in ('succeeded', 'refunded') then a.amount else 0 end)::text,
       coalesce(p.amount, 0)::text
from payment_attempt as a
left join payment as p on p.organization_id = a.organization_id and p.payment_attempt_id = a.payment_attempt_id
where (a.status in ('succeeded', 'refunded') and p.amount is distinct from a.amount)
   or (a.status in ('pending', 'unknown', 'failed', 'withdrawn') and p.payment_id is not null)
limit :limit

-- name: doctor_mrr
with moved as (
  select organization_id, subscription_id, currency, sum(delta_twelfths)::bigint as amount from mrr_movement group by 1, 2, 3)
select s.organization_id, s.subscription_id::text, coalesce(m.amount, 0)::text, s.mrr_twelfths::text
from subscription as s
left join moved as m
  on m.organization_id = s.organization_id and m.subscription_id = s.subscription_id and m.currency = s.currency
where coalesce(m.amount, 0) <> s.mrr_twelfths
union all -- nothing is left in a currency that it had before
select m.organization_id, m.subscription_id::text, m.amount::text, '0'
from moved as m
join subscription as s on s.organization_id = m.organization_id and s.subscription_id = m.subscription_id
where m.currency <> s.currency and m.amount <> 0
limit :limit

-- name: doctor_number_series
select null::uuid, format('%s, %s %s', c.issuer, c.series, c.year), format('1 to %s', c.last),
       format('%s numbers up to %s', count(r.sequence), coalesce(max(r.sequence), 0))
from number_counter as c
left join number_registry as r on r.issuer = c.issuer and r.series = c.series and r.year = c.year
group by c.issuer, c.series, c.year, c.last
having count(r.sequence) <> c.last or coalesce(max(r.sequence), 0) <> c.last
limit :limit

-- name: doctor_number_documents
select r.organization_id, format('%s %s %s', r.series, r.year, r.sequence), 'a document with that number', 'none'
from number_registry as r
left join invoice as i on i.organization_id = r.organization_id and i.invoice_id = r.document_id
left join credit_note as c on c.organization_id = r.organization_id and c.credit_note_id = r.document_id
where case r.series when 'invoice' then i.number when 'credit_note' then c.number end is null
limit :limit

-- name: doctor_numbers_registered
select d.organization_id, d.number, 'in the registry', 'absent'
from (select organization_id, invoice_id as document_id, number from invoice
      where number is not null and kind <> 'imported'
      union all
      select organization_id, credit_note_id, number from credit_note) as d
left join number_registry as r on r.organization_id = d.organization_id and r.document_id = d.document_id
where r.document_id is null
limit :limit

-- name: doctor_credit_notes
select c.organization_id, c.number, format('lines %s, allocated %s', c.total, c.total - c.to_balance),
       format('lines %s, allocated %s', coalesce(-l.amount, 0), coalesce(a.amount, 0))
from credit_note as c
left join (select organization_id, invoice_id, sum(amount)::bigint as amount from invoice_line group by 1, 2) as l
  on l.organization_id = c.organization_id and l.invoice_id = c.credit_note_id
left join (select organization_id, credit_note_id, sum(amount)::bigint as amount from credit_note_allocation
           group by 1, 2) as a
  on a.organization_id = c.organization_id and a.credit_note_id = c.credit_note_id
where coalesce(-l.amount, 0) <> c.total or coalesce(a.amount, 0) <> c.total - c.to_balance
limit :limit

-- name: doctor_invoice_credited
select i.organization_id, coalesce(i.number, i.invoice_id::text), coalesce(a.amount, 0)::text, i.credited::text
from invoice as i
left join (select organization_id, invoice_id, sum(amount)::bigint as amount from credit_note_allocation
           group by 1, 2) as a
  on a.organization_id = i.organization_id and a.invoice_id = i.invoice_id
where i.kind <> 'imported' and coalesce(a.amount, 0) <> i.credited
limit :limit

-- name: doctor_lines_credited
select l.organization_id, format('%s line %s', l.invoice_id, l.line_no),
       format('at most %s', l.amount + l.discount_share + l.tax_share), (-taken.gross)::text
from (select c.organization_id, c.credits_invoice_id, c.credits_line_no,
             sum(c.amount + c.discount_share + c.tax_share)::bigint as gross
      from invoice_line as c
      left join invoice as i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id
      where c.credits_invoice_id is not null and i.status is distinct from 'void'
      group by 1, 2, 3) as taken
join invoice_line as l on l.organization_id = taken.organization_id and l.invoice_id = taken.credits_invoice_id
  and l.line_no = taken.credits_line_no
where -taken.gross > l.amount + l.discount_share + l.tax_share
limit :limit

-- name: doctor_spans
select organization_id, subscription_id::text, format('a stretch from %s', before), format('the next begins %s', begins)
from (select organization_id, subscription_id, lower(span) as begins,
             lag(upper(span)) over (partition by organization_id, subscription_id order by span) as before
      from subscription_span) as life
where before is not null and before is distinct from begins
limit :limit

-- name: doctor_span_ends
select s.organization_id, s.subscription_id::text,
       case when s.ended_at is null then 'one open stretch' else 'no open stretch' end, count(p.span)::text
from subscription as s
left join subscription_span as p
  on p.organization_id = s.organization_id and p.subscription_id = s.subscription_id and upper_inf(p.span)
group by s.organization_id, s.subscription_id, s.ended_at
having count(p.span) <> case when s.ended_at is null then 1 else 0 end
limit :limit

-- name: doctor_usage_parts
select life.organization_id, life.subscription_id::text, format('a part from %s', before),
       format('the next begins %s', part_from)
from (select organization_id, subscription_id, part_from, from_day,
             lag(part_to) over (partition by organization_id, subscription_id order by part_from) as before,
             lag(to_day) over (partition by organization_id, subscription_id order by part_from) as day_before
      from usage_part) as life
where before is not null and before <> part_from
  and not exists (select from subscription_span as rest
                  where rest.organization_id = life.organization_id
                    and rest.subscription_id = life.subscription_id and rest.kind in ('pause', 'suspension')
                    -- A rest of days that ended within the day of a boundary has no day beyond it.
                    and rest.span && daterange(least(day_before, from_day) - 1, greatest(day_before, from_day), '[]'))
  -- A rest that began and ended within one day leaves no stretch; one over which the customer moved to another zone
  -- has days that are not those of its instants.
  and not exists (select from event as rest
                  where rest.organization_id = life.organization_id
                    and (rest.type = 'subscription.paused'
                         and rest.occurred_at between before - interval '1 second' and part_from
                         or rest.type = 'subscription.reactivated' and rest.occurred_at = part_from))
limit :limit

-- name: doctor_usage_part_ends
select s.organization_id, s.subscription_id::text, s.period_to_at::text, coalesce(p.ends::text, 'no part')
from subscription as s
left join (select organization_id, subscription_id, max(part_to) as ends from usage_part group by 1, 2) as p
  on p.organization_id = s.organization_id and p.subscription_id = s.subscription_id
where s.status in ('trialing', 'active', 'past_due') and p.ends is distinct from s.period_to_at
limit :limit

-- name: doctor_usage_holds
select coalesce(h.organization_id, r.organization_id), coalesce(h.metric, r.metric),
       coalesce(r.quantity, 0)::text, coalesce(h.quantity, 0)::text
from usage_hold as h
full join (select organization_id, metric, sum(quantity) as quantity from usage_reservation group by 1, 2) as r
  on r.organization_id = h.organization_id and r.metric = h.metric
where coalesce(h.quantity, 0) <> coalesce(r.quantity, 0)
limit :limit

-- name: doctor_billed_periods
select b.organization_id, b.item, 'a line of that invoice for these days', b.span::text
from billed_period as b
left join invoice_line as l on l.organization_id = b.organization_id and l.invoice_id = b.invoice_id
  and l.line_no = b.line_no and l.from_day = lower(b.span) and l.to_day >= upper(b.span)
where l.line_no is null
limit :limit

-- name: doctor_organization_facts
select o.organization_id, o.name,
       format('plan %s, %s, MRR %s', coalesce(s.plan_id, ''), coalesce(s.status, ''), coalesce(s.mrr_twelfths, 0)),
       format('plan %s, %s, MRR %s', o.plan_id, o.subscription_status, o.mrr_twelfths)
from organization as o
left join (select distinct on (organization_id) organization_id, plan_id, status, mrr_twelfths from subscription
           order by organization_id, ended_at is null desc, subscription_id desc) as s
  on s.organization_id = o.organization_id
where (o.plan_id, o.subscription_status, o.mrr_twelfths)
      is distinct from (coalesce(s.plan_id, ''), coalesce(s.status, ''), coalesce(s.mrr_twelfths, 0))
limit :limit

-- name: doctor_ledger_transactions
select organization_id, transaction_id::text, '0', sum(amount)::text
from ledger_entry
group by organization_id, transaction_id
having sum(amount) <> 0 or count(distinct currency) > 1
limit :limit

-- name: doctor_ledger_receivable
select coalesce(l.organization_id, i.organization_id), coalesce(l.currency, i.currency), coalesce(i.amount, 0)::text,
       coalesce(l.amount, 0)::text
from (select organization_id, currency, sum(amount)::bigint as amount from ledger_entry
      where account = 'receivable' group by 1, 2) as l
full join (select organization_id, currency, sum(amount_due)::bigint as amount from invoice
           where status = 'open' group by 1, 2) as i
  on i.organization_id = l.organization_id and i.currency = l.currency
where coalesce(l.amount, 0) <> coalesce(i.amount, 0)
limit :limit

-- name: doctor_ledger_balance
select coalesce(l.organization_id, b.organization_id), coalesce(l.currency, b.currency), coalesce(b.amount, 0)::text,
       coalesce(l.amount, 0)::text
from (select organization_id, currency, -sum(amount)::bigint as amount from ledger_entry
      where account = 'customer_balance' group by 1, 2) as l
full join customer_balance as b on b.organization_id = l.organization_id and b.currency = l.currency
where coalesce(l.amount, 0) <> coalesce(b.amount, 0)
limit :limit

-- name: doctor_event_heads
select h.organization_id, 'events', h.sequence::text,
       format('%s up to %s', coalesce(e.number, 0), coalesce(e.last, 0))
from organization_head as h
left join (select organization_id, count(*) as number, max(sequence) as last from event group by 1) as e
  on e.organization_id = h.organization_id
where coalesce(e.number, 0) <> h.sequence or coalesce(e.last, 0) <> h.sequence
limit :limit

-- name: doctor_consumers
select p.organization_id, p.consumer, format('at most %s', h.sequence), p.sequence::text
from consumer_position as p
join organization_head as h on h.organization_id = p.organization_id
where p.sequence > h.sequence
limit :limit

-- name: doctor_coupons
select null::uuid, coalesce(c.coupon_id, r.coupon_id), coalesce(r.number, 0)::text, coalesce(c.redeemed, 0)::text
from coupon_counter as c
full join (select coupon_id, count(*) as number from coupon_redemption group by 1) as r on r.coupon_id = c.coupon_id
where coalesce(r.number, 0) <> coalesce(c.redeemed, 0)
limit :limit

-- name: doctor_contradictions
select organization_id, format('%s %s', kind, id), 'the provider''s word', code
from contradicted
limit :limit

-- name: doctor_left_out
select distinct l.organization_id, 'subscription', format('billed since %s', l.left_out_at),
  format('left out by every run: %s (%s)', l.sentence, l.code)
from billing_left_out as l
join subscription as s on s.organization_id = l.organization_id and s.due_at <= l.left_out_at
order by l.organization_id
limit :limit

-- name: doctor_jobs
select null::uuid, format('%s %s (%s)', kind, key, job_id), 'done', format('dead: %s', last_error)
from job
where state = 'dead'
order by finished_at desc, job_id
limit :limit

-- name: doctor_mails
select organization_id, format('%s to %s (%s)', template, recipient, mail_id), 'sent', format('failed: %s', last_error)
from mail
where state = 'failed'
order by mail_id desc
limit :limit
