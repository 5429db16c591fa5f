-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: payment_method_live
select payment_method_id, provider, reference, customer_reference, agreed_at from payment_method
where organization_id = :organization and removed_at is null

-- name: payment_method_by_id
select payment_method_id, provider, reference, customer_reference, agreed_at from payment_method
where organization_id = :organization and payment_method_id = :method

-- name: payment_method_remove
update payment_method set removed_at = :now where organization_id = :organization and removed_at is null

-- name: payment_method_add
insert into payment_method (organization_id, payment_method_id, provider, label, reference, customer_reference,
                            agreed_at, expires_on, created_at)
values (:organization, :method, :provider, :label, :reference, :customer, :agreed_at, :expires_on, :now)

-- name: payment_attempts_of_organization
select organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id, idempotency_key, amount,
       currency, status, decline_code, inquiries, created_at, finished_at, provider_reference
from payment_attempt where organization_id = :organization order by created_at, payment_attempt_id

-- name: payment_attempts_of_invoice
select organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id, idempotency_key, amount,
       currency, status, decline_code, inquiries, created_at, finished_at, provider_reference
from payment_attempt where organization_id = :organization and invoice_id = :invoice order by attempt_no

-- As card networks count them: the same amount, and the same card though it was entered again. What runs may be declined.
-- name: payment_tries_alike
select a.created_at
from payment_method as m
join payment_method as same
  on same.organization_id = m.organization_id and same.provider = m.provider and same.reference = m.reference
join payment_attempt as a
  on a.organization_id = m.organization_id and a.payment_method_id = same.payment_method_id
where m.organization_id = :organization and m.payment_method_id = :method
  and a.amount = :amount and a.currency = :currency and a.status in ('failed', 'pending', 'unknown')
  and a.created_at > :since
order by a.created_at

-- name: payment_attempt_by_id
select organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id, idempotency_key, amount,
       currency, status, decline_code, inquiries, created_at, finished_at, provider_reference
from payment_attempt where organization_id = :organization and payment_attempt_id = :attempt

-- name: dunning_recoverable
select true from organization as o
where o.organization_id = :organization and o.subscription_status in ('past_due', 'suspended')
  and not exists (
    select from invoice as i
    where i.organization_id = o.organization_id and i.status = 'open' and i.kind <> 'imported'
      and (i.due_at <= :now or exists (
        select from payment_attempt as a
        where a.organization_id = i.organization_id and a.invoice_id = i.invoice_id and a.status = 'failed')))

-- name: payment_attempt_add
insert into payment_attempt (organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id,
                             idempotency_key, amount, currency, status, created_at)
values (:organization, :attempt, :invoice, :number, :method, :key, :amount, :currency, 'pending', :now)

-- A failure that was told too early gives way to the money that came; nothing else overturns what is known.
-- name: payment_attempt_move
update payment_attempt set status = :status, decline_code = :decline_code, inquiries = :inquiries,
  provider_reference = coalesce(nullif(:reference, ''), provider_reference), finished_at = :finished_at
where organization_id = :organization and payment_attempt_id = :attempt
  and (status in ('pending', 'unknown') or (status in ('failed', 'withdrawn') and :status = 'succeeded'))

-- name: payment_attempt_taken_back
select v.reversed_at from payment as p
join payment_reversal as v on v.organization_id = p.organization_id and v.payment_id = p.payment_id
where p.organization_id = :organization and p.payment_attempt_id = :attempt

-- True where nobody knew of it.
-- name: payment_attempt_contradicted
update payment_attempt set contradicted_at = :now
where organization_id = :organization and payment_attempt_id = :attempt and contradicted_at is null

-- name: payment_attempt_reconsidered
update payment_attempt set contradicted_at = null, decline_code = ''
where organization_id = :organization and payment_attempt_id = :attempt and contradicted_at is not null
  and status in ('pending', 'unknown')

-- What nobody asks about although nobody knows what became of it, and no person has to look first. Whoever is asking
-- at this moment is younger than that.
-- name: payments_forgotten
select 'payment.inquire', organization_id, payment_attempt_id from payment_attempt
where status in ('pending', 'unknown') and contradicted_at is null and created_at < :before
union all
select 'payment.refund', organization_id, refund_id from refund
where status in ('pending', 'unknown') and contradicted_at is null and created_at < :before
union all
select 'payment.method_setup', organization_id, setup_id from method_setup
where state = 'open' and created_at < :before
union all
select 'payment.finding', organization_id, finding_id from provider_finding where state = 'returning'

-- name: provider_events_forgotten
select event_id from provider_event where state = 'waiting' and received_at < :before
order by received_at limit 10000

-- What waits for a person, the longest first.
-- name: payments_contradicted
select * from contradicted
where (since, id) > (:since, :beyond) and (:kind = '' or kind = :kind)
  and (:pattern = '' or name_normalized like :pattern or lower(number || ' ' || reference) like :pattern)
order by since, id limit :count

-- name: payments_contradicted_counted
select count(*) from (
  select from contradicted
  where (:kind = '' or kind = :kind)
    and (:pattern = '' or name_normalized like :pattern or lower(number || ' ' || reference) like :pattern)
  limit :most) as found

-- name: payments_contradicted_of_ids
select * from contradicted where id = any(:ids)

-- name: payment_attempts_live
select invoice_id from payment_attempt
where organization_id = :organization and status in ('pending', 'unknown') order by invoice_id

-- Of all organizations, those that wait longest first.
-- name: payments_unanswered
select u.organization_id, u.kind, u.id, o.name, coalesce(i.number, ''), u.amount, u.currency, u.status,
       coalesce(m.label, ''), u.inquiries, u.since
from unanswered as u
join organization as o on o.organization_id = u.organization_id
join invoice as i on i.organization_id = u.organization_id and i.invoice_id = u.invoice_id
left join payment_method as m
  on m.organization_id = u.organization_id and m.payment_method_id = u.payment_method_id
order by u.since, u.id

-- How an invoice was tried last.
-- name: payment_last_try
select a.payment_attempt_id, a.amount, a.currency, a.status, a.decline_code, coalesce(m.label, ''), a.created_at,
       a.contradicted_at is not null and a.status in ('pending', 'unknown')
from payment_attempt as a
left join payment_method as m
  on m.organization_id = a.organization_id and m.payment_method_id = a.payment_method_id
where a.organization_id = :organization and a.invoice_id = :invoice
order by a.attempt_no desc limit 1

-- name: write_off_candidates
select k.organization_id, k.invoice_id, i.number, o.name, i.status, i.amount_due, i.currency,
       exists (select from payment_attempt as a
               where a.organization_id = k.organization_id and a.invoice_id = k.invoice_id
                 and a.status in ('pending', 'unknown'))
from unnest(:organizations::uuid[], :invoices::uuid[]) with ordinality as k (organization_id, invoice_id, place)
join invoice as i on i.organization_id = k.organization_id and i.invoice_id = k.invoice_id
join organization as o on o.organization_id = k.organization_id
where i.number is not null
order by k.place

-- name: payment_add
insert into payment (organization_id, payment_id, source, payment_attempt_id, amount, currency, reference, received_at)
values (:organization, :payment, :source, :attempt, :amount, :currency, :reference, :now)

-- name: payment_allocate
insert into payment_allocation (organization_id, payment_id, invoice_id, amount, recovered)
values (:organization, :payment, :invoice, :amount, :recovered)

-- name: payment_balance_use_add
insert into payment_balance_use (organization_id, payment_id, invoice_id, amount)
values (:organization, :payment, :invoice, :amount)

-- What they paid, and whether it went on since.
-- name: payments_to_reverse
select p.payment_id, p.amount, a.invoice_id, coalesce(a.amount, 0),
       exists (select from refund as r
               where r.organization_id = p.organization_id and r.payment_id = p.payment_id and r.status <> 'failed'),
       exists (select from invoice_line as l
               join credit_note as c on c.organization_id = l.organization_id and c.credit_note_id = l.invoice_id
               where l.organization_id = a.organization_id and l.credits_invoice_id = a.invoice_id
                 and c.to_balance > 0 and c.created_at >= p.received_at),
       p.currency, coalesce(a.recovered, 0)
from payment as p
left join payment_allocation as a on a.organization_id = p.organization_id and a.payment_id = p.payment_id
where p.organization_id = :organization and p.payment_id = any(:payments::uuid[])
  and not exists (select from payment_reversal as v
                  where v.organization_id = p.organization_id and v.payment_id = p.payment_id)
order by p.payment_id

-- What a charge is in the books: the payment of its attempt, or where it was a second one the money that came with its id, or
-- what came back of it with that of the dispute.
-- name: payment_of_charge
select p.payment_id, p.amount
from payment as p
left join payment_attempt as t on t.organization_id = p.organization_id and t.payment_attempt_id = p.payment_attempt_id
where p.organization_id = :organization
  and case when p.payment_attempt_id is null then p.reference in (:charge, :reference)
           else p.payment_attempt_id = :attempt and t.provider_reference = :charge end
  and not exists (select from payment_reversal as v
                  where v.organization_id = p.organization_id and v.payment_id = p.payment_id)
order by p.payment_id

-- name: payment_reverse
insert into payment_reversal (organization_id, payment_id, reversed_at) values (:organization, :payment, :now)

-- name: simulator_charge_add
insert into simulator_charge (idempotency_key, amount, currency, outcome, decline_code, answer_is_lost, charged_at)
values (:key, :amount, :currency, :outcome, :decline_code, :answer_is_lost, :now)
on conflict (idempotency_key) do nothing

-- name: simulator_charge_amount
select amount from simulator_charge where idempotency_key = :key

-- name: simulator_charge_get
select outcome, decline_code from simulator_charge where idempotency_key = :key

-- name: simulator_refund_add
with charge as (
  select idempotency_key, answer_is_lost,
         outcome = 'succeeded' and amount >= :amount + coalesce(
           (select sum(amount) from simulator_refund
            where charge_key = simulator_charge.idempotency_key and outcome = 'succeeded'), 0) as may
  from simulator_charge where idempotency_key = :charge)
insert into simulator_refund (idempotency_key, charge_key, amount, outcome, decline_code, refunded_at)
select :key, idempotency_key, :amount, case when may then 'succeeded' else 'failed' end,
       case when may then '' else 'charge_already_refunded' end, :now
from charge
on conflict (idempotency_key) do nothing
returning (select answer_is_lost from charge)

-- name: simulator_refund_get
select outcome, decline_code from simulator_refund where idempotency_key = :key

-- What paid an invoice and what of it was, or is on its way to be, given back; the latest first.
-- name: payments_of_invoice
select p.payment_id, p.source, p.reference, p.received_at, p.currency, p.amount, a.amount,
       coalesce(back.given, 0)::bigint, coalesce(back.running, 0)::bigint, coalesce(m.label, ''),
       coalesce(t.idempotency_key, ''), coalesce(t.provider_reference, ''), coalesce(m.provider, ''),
       a.recovered,
       (select min(l.business_day) from ledger_entry as l
        where l.organization_id = p.organization_id and l.document_id = p.payment_id and l.cause = 'payment.received'),
       coalesce(gone.amount, 0), coalesce(gone.refunded, 0)
from payment_allocation as a
join payment as p on p.organization_id = a.organization_id and p.payment_id = a.payment_id
left join payment_attempt as t on t.organization_id = p.organization_id and t.payment_attempt_id = p.payment_attempt_id
left join payment_method as m on m.organization_id = t.organization_id and m.payment_method_id = t.payment_method_id
left join charged_back as gone on gone.organization_id = p.organization_id and gone.payment_id = p.payment_id
cross join lateral (
  select sum(r.amount) filter (where r.status = 'succeeded') as given,
         sum(r.amount) filter (where r.status in ('pending', 'unknown')) as running
  from refund as r
  where r.organization_id = a.organization_id and r.payment_id = a.payment_id and r.invoice_id = a.invoice_id) as back
where a.organization_id = :organization and a.invoice_id = :invoice
  and not exists (select from payment_reversal as v
                  where v.organization_id = a.organization_id and v.payment_id = a.payment_id)
order by p.received_at desc, p.payment_id desc

-- name: refund_add
insert into refund (organization_id, refund_id, payment_id, invoice_id, channel, idempotency_key, amount, currency,
                    reason, status, credit_note_id, created_at, finished_at)
values (:organization, :refund, :payment, :invoice, :channel, :key, :amount, :currency, :reason, :status, :note, :now,
        :finished_at)

-- name: refunds_of_invoice
select r.refund_id, r.payment_id, r.channel, r.idempotency_key, r.amount, r.currency, r.reason, r.status,
       r.decline_code, r.inquiries, coalesce(c.number, ''), r.created_at, r.finished_at, r.invoice_id,
       r.provider_reference
from refund as r
left join credit_note as c on c.organization_id = r.organization_id and c.credit_note_id = r.credit_note_id
where r.organization_id = :organization and r.invoice_id = :invoice
order by r.created_at desc, r.refund_id desc

-- name: refund_by_id
select r.refund_id, r.payment_id, r.channel, r.idempotency_key, r.amount, r.currency, r.reason, r.status,
       r.decline_code, r.inquiries, coalesce(c.number, ''), r.created_at, r.finished_at, r.invoice_id,
       r.provider_reference
from refund as r
left join credit_note as c on c.organization_id = r.organization_id and c.credit_note_id = r.credit_note_id
where r.organization_id = :organization and r.refund_id = :refund

-- name: refund_by_reference
select refund_id from refund
where organization_id = :organization and invoice_id = :invoice and provider_reference = :reference
order by created_at desc, refund_id desc limit 1

-- name: refund_move
update refund set status = :status, decline_code = :decline_code, inquiries = :inquiries,
  provider_reference = coalesce(nullif(:reference, ''), provider_reference), credit_note_id = :note,
  finished_at = :finished_at
where organization_id = :organization and refund_id = :refund and status in ('pending', 'unknown')

-- name: refund_contradicted
update refund set contradicted_at = :now
where organization_id = :organization and refund_id = :refund and contradicted_at is null

-- name: refund_reconsidered
update refund set contradicted_at = null, decline_code = ''
where organization_id = :organization and refund_id = :refund and contradicted_at is not null
  and status in ('pending', 'unknown')

-- name: refunds_running
select invoice_id from refund where organization_id = :organization and status in ('pending', 'unknown')

-- What is wholly given back is said of the attempt, too.
-- name: payment_attempt_refunded
update payment_attempt as t set status = 'refunded'
from payment as p
where p.organization_id = :organization and p.payment_id = :payment
  and t.organization_id = p.organization_id and t.payment_attempt_id = p.payment_attempt_id and t.status = 'succeeded'
  and p.amount = (select sum(r.amount) from refund as r
                  where r.organization_id = p.organization_id and r.payment_id = p.payment_id
                    and r.status = 'succeeded')

-- name: payment_known
select true from payment where organization_id = :organization and payment_id = :payment

-- By what payments came, and whether they were taken back. What a provider charged twice and is booked to the balance came
-- as a transfer with its id.
-- name: payments_came_by
select p.payment_id,
       case when exists (select from bank_match as m
                         where m.organization_id = p.organization_id and m.payment_id = p.payment_id) then 'bank'
            when p.source = 'attempt'
              or exists (select from provider_finding as f
                         where f.organization_id = p.organization_id and f.state = 'booked'
                           and f.booked_as = 'balance' and f.reference = p.reference) then 'provider'
            when p.source = 'transfer' then 'hand'
            else p.source end,
       exists (select from payment_reversal as v
               where v.organization_id = p.organization_id and v.payment_id = p.payment_id)
from payment as p
where p.organization_id = :organization and p.payment_id = any(:payments::uuid[])

-- What was reversed was none, and what was charged back is taken off.
-- name: payments_received
select currency, sum(number)::bigint, sum(amount)::bigint from (
  select currency, count(*) as number, sum(amount) as amount from payment
  where received_at >= :since and received_at <= :now
  group by currency
  union all
  select p.currency, -count(*), -sum(p.amount)
  from payment_reversal as v
  join payment as p on p.organization_id = v.organization_id and p.payment_id = v.payment_id
  where p.received_at >= :since and p.received_at <= :now
  group by p.currency
  union all
  select p.currency, -count(*) filter (where c.amount - c.refunded = p.amount), -sum(c.amount - c.refunded)
  from charged_back as c
  join payment as p on p.organization_id = c.organization_id and p.payment_id = c.payment_id
  where p.received_at >= :since and p.received_at <= :now
    and not exists (select from payment_reversal as v
                    where v.organization_id = p.organization_id and v.payment_id = p.payment_id)
  group by p.currency) as received
group by currency having sum(number) > 0 order by currency

-- name: provider_event_add
insert into provider_event (provider, event_id, type, object_id, facts, happened_at, received_at)
values (:provider, :event, :type, :object, :facts, :happened_at, :now)
on conflict (provider, event_id) do nothing

-- name: provider_event_waiting
select type, object_id, happened_at, facts from provider_event
where provider = :provider and event_id = :event and state = 'waiting'

-- name: provider_event_handled
update provider_event set state = :state, handled_at = :now
where provider = :provider and event_id = :event and state = 'waiting'

-- name: provider_finding_heard
select finding_id, kind, payment_attempt_id, invoice_id, charge_reference, amount, currency, said, reason, is_withdrawn,
       state, booked_as, opened_at, provider, reference, asked, read_at
from provider_finding where organization_id = :organization and provider = :provider and reference = :reference

-- name: provider_finding_add
insert into provider_finding (organization_id, finding_id, kind, provider, reference, charge_reference,
                              payment_attempt_id, invoice_id, amount, currency, said, reason, is_withdrawn, state,
                              opened_at, closed_at, read_at)
values (:organization, :finding, :kind, :provider, :reference, :charge, :attempt, :invoice, :amount, :currency, :said,
        :reason, :withdrawn, :state, :opened_at, :closed_at, :read_at)

-- name: provider_finding_move
update provider_finding set amount = :amount, currency = :currency, said = :said, reason = :reason,
  is_withdrawn = :withdrawn, state = :state, read_at = :read_at,
  closed_at = case when :closed_at::timestamptz is not null then coalesce(closed_at, :closed_at) end
where organization_id = :organization and finding_id = :finding

-- name: provider_finding_by_id
select finding_id, kind, payment_attempt_id, invoice_id, charge_reference, amount, currency, said, reason, is_withdrawn,
       state, booked_as, opened_at, provider, reference, asked, read_at
from provider_finding where organization_id = :organization and finding_id = :finding

-- name: provider_finding_book
update provider_finding set state = :state, booked_as = :booked_as, amount = :amount, currency = :currency,
  asked = asked + :asked, closed_at = :closed_at
where organization_id = :organization and finding_id = :finding and state = 'open'

-- name: provider_finding_returned
update provider_finding set state = :state, booked_as = :booked_as, reason = :reason, closed_at = :closed_at,
  said = case when :state::text = 'closed' then 'refunded' else said end
where organization_id = :organization and finding_id = :finding and state = 'returning' and asked = :asked

-- name: provider_finding_closed
update provider_finding set state = 'closed', closed_at = :now
where organization_id = :organization and finding_id = :finding and state = 'open' and amount = :amount
  and is_withdrawn = :withdrawn and (kind <> 'dispute' or said = :said)

-- What was told of it before there were findings.
-- name: provider_news_told
select true from event
where organization_id = :organization and type = 'payment.contradicted' and payload ->> 'reference' = :reference
  and payload -> 'finding' is null
limit 1

-- name: provider_customer
select reference from provider_customer
where organization_id = :organization and provider = :provider and reference <> ''

-- name: provider_customers_forgotten
select forgotten from provider_customer where organization_id = :organization and provider = :provider

-- name: provider_customer_forget
update provider_customer set reference = '', forgotten = forgotten + 1, forgotten_because = :reason
where organization_id = :organization and provider = :provider and reference <> ''

-- name: payment_method_remove_of
update payment_method set removed_at = :now
where organization_id = :organization and removed_at is null and provider = :provider
  and customer_reference = :customer

-- name: method_setups_abandon
update method_setup set state = 'expired', finished_at = :now
where organization_id = :organization and provider = :provider and state = 'open'

-- name: provider_customer_add
insert into provider_customer (organization_id, provider, reference, created_at)
values (:organization, :provider, :reference, :now)
on conflict (organization_id, provider) do update set reference = excluded.reference, created_at = excluded.created_at
where provider_customer.reference = ''

-- What was given back and came back is marked once; the credit note stays.
-- name: refund_returned
update refund set decline_code = :decline_code
where organization_id = :organization and refund_id = :refund and status = 'succeeded' and decline_code = ''

-- name: method_setup_live
select setup_id, session_reference, created_at, expires_at from method_setup
where organization_id = :organization and provider = :provider and state = 'open'

-- name: method_setup_by_id
select setup_id, session_reference, created_at, expires_at, state from method_setup
where organization_id = :organization and setup_id = :setup

-- name: method_setup_add
insert into method_setup (organization_id, setup_id, provider, created_at, expires_at)
values (:organization, :setup, :provider, :now, :expires_at)

-- name: method_setup_known
update method_setup set session_reference = :session
where organization_id = :organization and setup_id = :setup and session_reference = ''

-- name: method_setup_finish
update method_setup set state = :state, decline_code = :decline_code, finished_at = :now
where organization_id = :organization and setup_id = :setup and state = 'open'

-- One page of an organization's is open: a later one is what counts.
-- name: method_setup_reopened
update method_setup set state = 'open', decline_code = '', finished_at = null
where organization_id = :organization and setup_id = :setup and state = 'contradicted'
  and not exists (select from method_setup as other
                  where other.organization_id = :organization and other.provider = method_setup.provider
                    and other.state = 'open')

-- name: method_setup_settled
update method_setup set state = 'settled'
where organization_id = :organization and setup_id = :setup and state = 'contradicted'
