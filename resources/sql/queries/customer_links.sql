-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: customer_link_add
insert into customer_link (organization_id, digest, purpose, invoice_id, created_at, created_by, expires_at)
values (:organization, :digest, :purpose, :invoice, :now, :actor, :expires_at)

-- name: customer_link_keep
insert into customer_link (organization_id, digest, purpose, created_at, created_by, expires_at)
values (:organization, :digest, :purpose, :now, :actor, :expires_at)
on conflict (organization_id, digest) do nothing

-- name: customer_link_find
select purpose, invoice_id, expires_at from customer_link
where organization_id = :organization and digest = :digest and revoked_at is null and expires_at > :now

-- name: customer_link_revoke
update customer_link set revoked_at = :now
where organization_id = :organization and digest = :digest and revoked_at is null

-- name: customer_links_revoke
update customer_link set revoked_at = :now
where organization_id = :organization and revoked_at is null and expires_at > :now
