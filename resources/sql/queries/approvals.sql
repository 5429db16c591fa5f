-- SPDX-License-Identifier: GPL-3.0-or-later
-- Approvals of drafts by a second person.

-- Nothing where the same person has approved it already.
-- name: invoice_approve
insert into invoice_approval (organization_id, approval_id, invoice_id, total, approved_by, approved_at)
values (:organization, :approval, :invoice, :total, session_user, :now)
on conflict do nothing

-- name: invoice_approval_withdraw
update invoice_approval set withdrawn_at = :now
where organization_id = :organization and invoice_id = :invoice and approved_by = session_user and withdrawn_at is null

-- name: invoice_approvals_live
select approved_by, approved_at, total from invoice_approval
where organization_id = :organization and invoice_id = :invoice and withdrawn_at is null
order by approved_at, approval_id

-- What the same person approved of a draft that comes to something else by now.
-- name: invoice_approval_outdated
update invoice_approval set withdrawn_at = :now
where organization_id = :organization and invoice_id = :invoice and approved_by = session_user and withdrawn_at is null
  and total <> :total
