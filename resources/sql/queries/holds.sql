-- SPDX-License-Identifier: GPL-3.0-or-later
-- Holds of drafts and organizations.

-- name: invoice_hold_add
insert into invoice_hold (organization_id, hold_id, invoice_id, reason, held_by, held_at)
values (:organization, :hold, :invoice, :reason, :actor, :now)

-- name: invoice_hold_release
update invoice_hold set released_by = :actor, released_at = :now
where organization_id = :organization and invoice_id is not distinct from :invoice and released_at is null
returning reason

-- The live ones of a draft and of its organization; without an invoice only those.
-- name: invoice_holds_live
select invoice_id, reason, held_by, held_at from invoice_hold
where organization_id = :organization and released_at is null and (invoice_id = :invoice or invoice_id is null)
order by held_at, hold_id

-- name: organizations_to_hold
select k.organization_id, o.name, coalesce(h.reason, '')
from unnest(:organizations::uuid[]) with ordinality as k (organization_id, place)
join organization as o on o.organization_id = k.organization_id
left join invoice_hold as h
  on h.organization_id = k.organization_id and h.invoice_id is null and h.released_at is null
order by k.place

-- name: organizations_on_hold
select organization_id from invoice_hold
where organization_id = any(:organizations) and invoice_id is null and released_at is null

-- Few, in an index of the live ones alone.
-- name: organizations_held
select organization_id from invoice_hold where invoice_id is null and released_at is null
