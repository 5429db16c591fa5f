-- SPDX-License-Identifier: GPL-3.0-or-later
-- The board of dunning. Pages are read as those of organization_lists.sql are; the filters narrow what is few.

-- name: dunning_by_next_ascending
select page.* from (
  select * from dunning_listed
  where (next_at, organization_id, invoice_id) > (:value, :organization, :id)
    and (:step = '' or step = :step) and (:decline = '' or decline_class = :decline)
    and (:currency = '' or currency = :currency)
    and (:search = '' or name_normalized like :search or lower(number) like :search)
  order by next_at, organization_id, invoice_id limit 201) as page
order by page.next_at, page.organization_id, page.invoice_id limit :count

-- name: dunning_by_next_descending
select page.* from (
  select * from dunning_listed
  where (next_at, organization_id, invoice_id) < (:value, :organization, :id)
    and (:step = '' or step = :step) and (:decline = '' or decline_class = :decline)
    and (:currency = '' or currency = :currency)
    and (:search = '' or name_normalized like :search or lower(number) like :search)
  order by next_at desc, organization_id desc, invoice_id desc limit 201) as page
order by page.next_at desc, page.organization_id desc, page.invoice_id desc limit :count

-- name: dunning_by_opened_ascending
select page.* from (
  select * from dunning_listed
  where (opened_at, organization_id, invoice_id) > (:value, :organization, :id)
    and (:step = '' or step = :step) and (:decline = '' or decline_class = :decline)
    and (:currency = '' or currency = :currency)
    and (:search = '' or name_normalized like :search or lower(number) like :search)
  order by opened_at, organization_id, invoice_id limit 201) as page
order by page.opened_at, page.organization_id, page.invoice_id limit :count

-- name: dunning_by_opened_descending
select page.* from (
  select * from dunning_listed
  where (opened_at, organization_id, invoice_id) < (:value, :organization, :id)
    and (:step = '' or step = :step) and (:decline = '' or decline_class = :decline)
    and (:currency = '' or currency = :currency)
    and (:search = '' or name_normalized like :search or lower(number) like :search)
  order by opened_at desc, organization_id desc, invoice_id desc limit 201) as page
order by page.opened_at desc, page.organization_id desc, page.invoice_id desc limit :count

-- name: dunning_counted
select count(*) from (
  select from dunning_listed
  where (:step = '' or step = :step) and (:decline = '' or decline_class = :decline)
    and (:currency = '' or currency = :currency)
    and (:search = '' or name_normalized like :search or lower(number) like :search)
  limit :most) as counted

-- What is being dunned, by step and currency.
-- name: dunning_sums
select step, currency, count(*), sum(amount_due)::bigint from dunning_listed group by step, currency order by step, currency

-- What came of the cases that ended in that time.
-- name: dunning_outcomes
select currency, count(*) filter (where lost = 0), sum(recovered)::bigint, count(*) filter (where lost > 0),
       sum(lost)::bigint
from dunning_case where ended_at >= :from and ended_at < :until
group by currency order by currency

-- name: dunning_cases
select l.organization_id, l.invoice_id, l.name, l.name_normalized, l.number, l.amount_due, l.currency, l.step, l.tries,
       l.decline_code, l.decline_class, l.next_act, l.next_at, l.opened_at, l.is_suspended, l.is_trying
from unnest(:organizations::uuid[], :invoices::uuid[]) with ordinality as k (organization_id, invoice_id, place)
join dunning_listed as l on l.organization_id = k.organization_id and l.invoice_id = k.invoice_id
order by k.place

-- Whether each can be tried again: by which method it was tried last, by which it would be, and whether a try is due.
-- name: dunning_candidates
select l.organization_id, l.invoice_id, l.name, l.number, l.amount_due, l.currency, l.decline_class, l.is_trying,
       m.payment_method_id, last.payment_method_id,
       (select j.run_at from job as j
        where j.kind = 'payment.charge' and j.key = l.invoice_id::text and j.state = 'ready')
from unnest(:organizations::uuid[], :invoices::uuid[]) with ordinality as k (organization_id, invoice_id, place)
join dunning_listed as l on l.organization_id = k.organization_id and l.invoice_id = k.invoice_id
left join payment_method as m on m.organization_id = l.organization_id and m.removed_at is null
left join lateral (select a.payment_method_id from payment_attempt as a
                   where a.organization_id = l.organization_id and a.invoice_id = l.invoice_id
                   order by a.attempt_no desc limit 1) as last on true
order by k.place

-- Of those that were tried so often with the method in force: which try must be too old before another is made.
-- name: dunning_tried_enough
select k.organization_id, k.invoice_id, alike.created_at
from unnest(:organizations::uuid[], :invoices::uuid[]) with ordinality as k (organization_id, invoice_id, place)
join invoice as i on i.organization_id = k.organization_id and i.invoice_id = k.invoice_id
join payment_method as m on m.organization_id = k.organization_id and m.removed_at is null
cross join lateral (
  select a.created_at from payment_method as same
  join payment_attempt as a
    on a.organization_id = same.organization_id and a.payment_method_id = same.payment_method_id
  where same.organization_id = k.organization_id and same.provider = m.provider and same.reference = m.reference
    and a.amount = i.amount_due and a.currency = i.currency and a.status in ('failed', 'pending', 'unknown')
    and a.created_at > :since
  order by a.created_at desc offset :most::bigint - 1 limit 1) as alike
where exists (select from payment_attempt as a
              where a.organization_id = k.organization_id and a.invoice_id = k.invoice_id and a.status <> 'withdrawn')
order by k.place

-- name: dunning_case_put
insert into dunning_case (organization_id, invoice_id, step, tries, decline_code, decline_class, currency, next_act,
                          next_at, opened_at)
values (:organization, :invoice, :step, :tries, :decline_code, :decline, :currency, :act, :next_at, :now)
on conflict (organization_id, invoice_id) do update
  set step = excluded.step, tries = excluded.tries, decline_code = excluded.decline_code,
      decline_class = excluded.decline_class, next_act = excluded.next_act, next_at = excluded.next_at, ended_at = null
  where (dunning_case.step, dunning_case.tries, dunning_case.decline_code, dunning_case.decline_class,
         dunning_case.next_act, dunning_case.next_at, dunning_case.ended_at)
        is distinct from
        (excluded.step, excluded.tries, excluded.decline_code, excluded.decline_class, excluded.next_act,
         excluded.next_at, null::timestamptz)

-- name: dunning_case_is_open
select exists (select from dunning_case
               where organization_id = :organization and invoice_id = :invoice and ended_at is null)

-- name: dunning_extension_add
insert into dunning_extension (organization_id, extension_id, invoice_id, until_day, until_at, reason, given_by, given_at)
values (:organization, :extension, :invoice, :day, :until, :reason, :actor, :now)

-- name: dunning_extensions_of_invoice
select extension_id, until_day, until_at, reason, given_by, given_at, revoked_by, revoked_at
from dunning_extension where organization_id = :organization and invoice_id = :invoice
order by given_at desc, extension_id desc

-- What is given and not taken back.
-- name: dunning_extensions_live
select given_at, until_at from dunning_extension
where organization_id = :organization and invoice_id = :invoice and revoked_at is null order by given_at

-- Of which invoice time is given that can still be taken back.
-- name: dunning_extension_given
select invoice_id, until_day, reason from dunning_extension
where organization_id = :organization and extension_id = :extension and revoked_at is null and until_at > :now

-- name: dunning_extension_revoke
update dunning_extension set revoked_by = :actor, revoked_at = :now
where organization_id = :organization and extension_id = :extension and revoked_at is null and until_at > :now
returning invoice_id, reason, until_day
