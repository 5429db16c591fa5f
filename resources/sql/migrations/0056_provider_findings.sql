-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-4, BILL-6: what moved, or is contested, at a provider without us is a record that waits for a person until it is
-- booked or comes to nothing.

create table provider_finding (
  organization_id uuid not null references organization,
  finding_id uuid not null,
  kind text not null check (kind in ('dispute', 'refunded_elsewhere', 'second_charge')),
  provider text not null check (provider in ('stripe')),
  reference text not null check (reference <> ''),
  charge_reference text not null check (charge_reference <> ''),
  payment_attempt_id uuid not null,
  invoice_id uuid not null,
  amount bigint not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  said text not null,
  reason text not null default '',
  is_withdrawn boolean not null default false,
  state text not null check (state in ('open', 'returning', 'booked', 'closed')),
  booked_as text not null default ''
    check (booked_as in ('', 'refund', 'payout', 'reopen', 'write_off', 'balance', 'give_back')),
  asked integer not null default 0,
  opened_at timestamptz not null,
  closed_at timestamptz,
  read_at timestamptz not null,
  primary key (organization_id, finding_id),
  constraint provider_finding_object unique (organization_id, provider, reference),
  constraint provider_finding_attempt
    foreign key (organization_id, payment_attempt_id) references payment_attempt (organization_id, payment_attempt_id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id),
  check ((state in ('open', 'returning')) = (closed_at is null)),
  check (state <> 'booked' or booked_as <> '')
);
comment on table provider_finding is 'What moved or is contested at a provider without us, one row per object there';
comment on column provider_finding.reference is 'The provider''s id of the dispute, the refund or the second charge';
comment on column provider_finding.charge_reference is 'The provider''s id of the charge that it is about';
comment on column provider_finding.said is 'The state that the provider said last';
comment on column provider_finding.is_withdrawn is 'Of a dispute: the provider has taken the money from us';
comment on column provider_finding.asked is 'How often the provider was asked to give it back: each time under a key of its own';
comment on column provider_finding.read_at is 'When it was read there last: what was read before that is no news';
comment on column provider_finding.opened_at is 'When it came to be at the provider';
create index provider_finding_open on provider_finding (opened_at, finding_id) where state = 'open';
create index provider_finding_returning on provider_finding (opened_at) where state = 'returning';

call audit('provider_finding', 'provider_finding');
call protect('provider_finding', tenant => 'r', worker => 'riu', success => 'r', finance => 'ru', support => '',
             manager => 'r', administrator => 'ru');

-- Beside what a provider says and cannot be: what it did without us. Both wait for a person.
create or replace view contradicted with (security_invoker = true) as
  select c.organization_id, c.kind, c.id, o.name, coalesce(i.number, '') as number, c.amount, c.currency, c.code,
         c.reference, c.since,
         c.kind = 'setup' and exists (select from method_setup as m
                                      where m.organization_id = c.organization_id and m.state = 'open') as is_superseded,
         o.name_normalized, c.reason, c.is_withdrawn
  from (
    select organization_id, 'attempt' as kind, payment_attempt_id as id, invoice_id, amount, currency,
           decline_code as code, provider_reference as reference, contradicted_at as since, '' as reason,
           false as is_withdrawn
    from payment_attempt where status in ('pending', 'unknown') and contradicted_at is not null
    union all
    select organization_id, 'refund', refund_id, invoice_id, amount, currency, decline_code, provider_reference,
           contradicted_at, '', false
    from refund where status in ('pending', 'unknown') and contradicted_at is not null
    union all
    select organization_id, 'setup', setup_id, null, 0, '', decline_code, session_reference, finished_at, '', false
    from method_setup where state = 'contradicted'
    union all
    select organization_id, kind, finding_id, invoice_id, amount, currency,
           case when kind = 'dispute' then said when kind = 'refunded_elsewhere' and said <> 'succeeded' then 'refund_pending'
              else kind end, reference, opened_at, reason, is_withdrawn
    from provider_finding where state = 'open') as c
  join organization as o on o.organization_id = c.organization_id
  left join invoice as i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id;

call settle_ownership();
