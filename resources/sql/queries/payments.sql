-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: payment_method_live
select payment_method_id, reference from payment_method
where organization_id = :organization and removed_at is null

-- name: payment_method_reference
select reference from payment_method where organization_id = :organization and payment_method_id = :method

-- name: payment_method_remove
update payment_method set removed_at = :now where organization_id = :organization and removed_at is null

-- name: payment_method_add
insert into payment_method (organization_id, payment_method_id, provider, label, reference, created_at)
values (:organization, :method, 'simulator', :label, :reference, :now)

-- name: payment_attempts_of_organization
select organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id, idempotency_key, amount,
       currency, status, decline_code, inquiries, created_at, finished_at
from payment_attempt where organization_id = :organization order by created_at, payment_attempt_id

-- name: payment_attempts_of_invoice
select organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id, idempotency_key, amount,
       currency, status, decline_code, inquiries, created_at, finished_at
from payment_attempt where organization_id = :organization and invoice_id = :invoice order by attempt_no

-- name: payment_attempt_by_id
select organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id, idempotency_key, amount,
       currency, status, decline_code, inquiries, created_at, finished_at
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

-- name: payment_attempt_move
update payment_attempt set status = :status, decline_code = :decline_code, inquiries = :inquiries,
  provider_reference = :reference, finished_at = :finished_at
where organization_id = :organization and payment_attempt_id = :attempt and status in ('pending', 'unknown')

-- name: payment_attempts_live
select invoice_id from payment_attempt
where organization_id = :organization and status in ('pending', 'unknown') order by invoice_id

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
insert into payment_allocation (organization_id, payment_id, invoice_id, amount)
values (:organization, :payment, :invoice, :amount)

-- name: simulator_charge_add
insert into simulator_charge (idempotency_key, amount, currency, outcome, decline_code, charged_at)
values (:key, :amount, :currency, :outcome, :decline_code, :now)
on conflict (idempotency_key) do nothing

-- name: simulator_charge_amount
select amount from simulator_charge where idempotency_key = :key

-- name: simulator_charge_get
select outcome, decline_code from simulator_charge where idempotency_key = :key

-- name: payments_received
select currency, count(*), sum(amount)::bigint from payment
where received_at >= :since and received_at <= :now
group by currency order by currency

-- The attempts that failed since then for invoices that are still open; the latest first.
-- name: payments_failed
select latest.organization_id, latest.invoice_id, o.name, i.number, i.amount_due, i.currency, latest.decline_code,
       latest.finished_at
from (
  select organization_id, invoice_id, decline_code, finished_at from payment_attempt
  where status = 'failed' and finished_at >= :since
  order by finished_at desc, organization_id desc limit :most) as latest
join invoice as i on i.organization_id = latest.organization_id and i.invoice_id = latest.invoice_id
join organization as o on o.organization_id = latest.organization_id
where i.status = 'open'
order by latest.finished_at desc, latest.organization_id desc
