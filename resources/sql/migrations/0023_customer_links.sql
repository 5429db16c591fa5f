-- SPDX-License-Identifier: GPL-3.0-or-later
-- Links that are sent to customers: whoever has one may see, and do, what it is for, without signing in.

create table customer_link (
  organization_id uuid not null references organization,
  digest bytea not null check (length(digest) = 32),
  purpose text not null check (purpose in ('invoice', 'account')),
  invoice_id uuid,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organization_id, digest),
  constraint customer_link_invoice
    foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id),
  check ((purpose = 'invoice') = (invoice_id is not null)),
  check (expires_at > created_at)
);
comment on column customer_link.digest is
  'SHA-256 of the token in the link: who reads this table cannot make the link from it';

call audit('customer_link', 'customer_link');
call protect('customer_link', tenant => 'r', worker => 'riu', success => 'riu', finance => 'riu', support => 'r',
             manager => 'r', administrator => 'riu');
call settle_ownership();
