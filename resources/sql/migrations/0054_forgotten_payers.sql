-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-4: what a provider knew an organization by is forgotten where it was deleted there, and made anew.

alter table provider_customer drop constraint provider_customer_reference_check;
alter table provider_customer add column forgotten integer not null default 0 check (forgotten >= 0);
alter table provider_customer add column forgotten_because text not null default '';
alter table provider_customer add check (reference <> '' or forgotten > 0);
comment on column provider_customer.reference is 'Empty: it was forgotten, and none was made since';
comment on column provider_customer.forgotten is 'How many of them were forgotten';
comment on column provider_customer.forgotten_because is 'Why the last one was';
grant update on provider_customer to "@prefix@_worker";
