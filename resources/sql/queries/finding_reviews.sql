-- SPDX-License-Identifier: GPL-3.0-or-later
-- Findings of billing runs that somebody has looked at.

-- name: finding_reviews_of
select organization_id, issued_on, finding, currency, total, reviewed_by, reviewed_at
from finding_review
where organization_id = any(:organizations::uuid[]) and issued_on >= :day
order by organization_id, issued_on

-- Who looked first stays; those that are new come back.
-- name: finding_reviews_add
insert into finding_review (organization_id, issued_on, finding, currency, total, reviewed_by, reviewed_at)
select organization_id, day, finding, currency, total, reviewed_by, reviewed_at
from unnest(:organizations::uuid[], :days::date[], :findings::text[], :currencies::text[], :totals::bigint[],
            :reviewers::text[], :times::timestamptz[])
  as found (organization_id, day, finding, currency, total, reviewed_by, reviewed_at)
order by organization_id, day
on conflict (organization_id, issued_on, finding, currency, total) do nothing
returning organization_id, issued_on, finding, currency, total, reviewed_by, reviewed_at

-- Those that were there come back, with who had looked.
-- name: finding_reviews_remove
delete from finding_review as r
using unnest(:organizations::uuid[], :days::date[], :findings::text[], :currencies::text[], :totals::bigint[])
  as found (organization_id, day, finding, currency, total)
where r.organization_id = found.organization_id and r.issued_on = found.day and r.finding = found.finding
  and r.currency = found.currency and r.total = found.total
returning r.organization_id, r.issued_on, r.finding, r.currency, r.total, r.reviewed_by, r.reviewed_at

-- These looks alone: one that somebody took since stays.
-- name: finding_reviews_take_back
delete from finding_review as r
using unnest(:organizations::uuid[], :days::date[], :findings::text[], :currencies::text[], :totals::bigint[],
             :reviewers::text[], :times::timestamptz[])
  as found (organization_id, day, finding, currency, total, reviewed_by, reviewed_at)
where r.organization_id = found.organization_id and r.issued_on = found.day and r.finding = found.finding
  and r.currency = found.currency and r.total = found.total and r.reviewed_by = found.reviewed_by
  and r.reviewed_at = found.reviewed_at
returning r.organization_id, r.issued_on, r.finding, r.currency, r.total, r.reviewed_by, r.reviewed_at
