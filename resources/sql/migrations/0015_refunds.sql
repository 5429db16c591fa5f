-- SPDX-License-Identifier: GPL-3.0-or-later
-- Money given back. A refund is of one payment of one invoice; once it has gone, a credit note stands beside it.

alter table credit_note drop constraint credit_note_kind_check;
alter table credit_note add constraint credit_note_kind_check check (kind in ('change', 'by_hand', 'refund'));

create table refund (
  organization_id uuid not null,
  refund_id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  channel text not null check (channel in ('provider', 'by_hand')),
  idempotency_key text not null,
  amount bigint not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  reason text not null default '',
  status text not null check (status in ('pending', 'unknown', 'succeeded', 'failed')),
  decline_code text not null default '',
  provider_reference text not null default '',
  inquiries integer not null default 0,
  credit_note_id uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (organization_id, refund_id),
  foreign key (organization_id, payment_id, invoice_id) references payment_allocation (organization_id, payment_id, invoice_id),
  constraint refund_credit_note
    foreign key (organization_id, credit_note_id) references credit_note (organization_id, credit_note_id),
  constraint refund_key unique (organization_id, idempotency_key),
  check ((status in ('pending', 'unknown')) = (finished_at is null)),
  check ((status = 'succeeded') = (credit_note_id is not null)),
  check (channel = 'provider' or status = 'succeeded')
);
create index refund_by_payment on refund (organization_id, payment_id);
create index refund_by_invoice on refund (organization_id, invoice_id);
comment on column refund.idempotency_key is 'Of this refund for ever: the provider gives back once under it, however often it is asked';

-- BILL-6: what is given back of a payment is never more than it paid, what is on its way included.
create function refund_within() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  paid bigint;
  back bigint;
begin
  select amount into paid from payment_allocation
  where organization_id = new.organization_id and payment_id = new.payment_id and invoice_id = new.invoice_id
  for update;
  select coalesce(sum(amount), 0) into back from refund
  where organization_id = new.organization_id and payment_id = new.payment_id and invoice_id = new.invoice_id
    and status <> 'failed';
  if back > paid then
    perform refuse('payment.refund_exceeds_paid',
                   format('%s would be given back of a payment of %s.', back, paid));
  end if;
  return null;
end
$$;
create trigger refund_within after insert or update on refund
  for each row execute function refund_within();

-- What a real provider keeps on its side of the wire.
alter table simulator_charge add column answer_is_lost boolean not null default false;
create table simulator_refund (
  idempotency_key text primary key,
  charge_key text not null references simulator_charge (idempotency_key),
  amount bigint not null,
  outcome text not null,
  decline_code text not null default '',
  refunded_at timestamptz not null
);
comment on table simulator_refund is 'The simulated provider: not a tenant''s data, found by idempotency key only';
create index simulator_refund_by_charge on simulator_refund (charge_key);

call audit('refund', 'refund');
call protect('refund', tenant => 'r', worker => 'riu', success => 'r', finance => 'riu', support => '',
             manager => 'r', administrator => 'riu');
call protect('simulator_refund', tenant => '', worker => 'ri', success => '', finance => 'ri', support => '',
             manager => '', administrator => 'ri');
call settle_ownership();
