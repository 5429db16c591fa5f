-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-3: who looked at which finding of which invoice of a run. The invoice is not written yet: what was looked at says
-- which it was, and what is found anew is another.

create table finding_review (
  organization_id uuid not null references organization,
  issued_on date not null,
  finding text not null check (finding <> ''),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  total bigint not null,
  reviewed_by text not null,
  reviewed_at timestamptz not null,
  primary key (organization_id, issued_on, finding, currency, total)
);
comment on table finding_review is 'Findings of billing runs that somebody has looked at';
comment on column finding_review.finding is 'Its kind, and the fields that are missing';
comment on column finding_review.total is 'What the invoice came to then, in minor units: of another it says nothing';

call audit('finding_review', 'finding_review');
call protect('finding_review', tenant => '', worker => 'r', success => 'rid', finance => 'rid', support => '',
             manager => 'r', administrator => 'rid');
call settle_ownership();
