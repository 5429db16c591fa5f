-- SPDX-License-Identifier: GPL-3.0-or-later
-- Dunning as a board shows it: how each unpaid invoice stands, the time that was given, and what came of it.

create table dunning_case (
  organization_id uuid not null,
  invoice_id uuid not null,
  step text not null check (step in ('retrying', 'exhausted', 'suspended', 'extended', 'final')),
  tries integer not null check (tries >= 0),
  decline_code text not null default '',
  decline_class text not null check (decline_class in ('none', 'soft', 'hard', 'action')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  next_act text not null check (next_act in ('none', 'past_due', 'retry', 'suspend', 'finish', 'resume')),
  next_at timestamptz not null,
  opened_at timestamptz not null,
  recovered bigint not null default 0 check (recovered >= 0),
  lost bigint not null default 0 check (lost >= 0),
  ended_at timestamptz,
  primary key (organization_id, invoice_id),
  constraint dunning_case_invoice foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id)
);
comment on column dunning_case.next_at is 'When that comes; infinity: nothing more does';
comment on column dunning_case.recovered is 'What payments and the balance brought in since it opened';
comment on column dunning_case.lost is 'What was written off, or still due when the invoice was voided';
create index dunning_case_next on dunning_case (next_at, organization_id, invoice_id) where ended_at is null;
create index dunning_case_opened on dunning_case (opened_at, organization_id, invoice_id) where ended_at is null;
create index dunning_case_ended on dunning_case (ended_at) where ended_at is not null;

-- What becomes of the invoice becomes of its case, whoever does it. Security definer: who pays need not see the board.
create function dunning_case_followed() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  update dunning_case
  set recovered = greatest(0, recovered + new.paid - old.paid + new.balance_applied - old.balance_applied),
      lost = lost + new.written_off - old.written_off + case when new.status = 'void' then old.amount_due else 0 end,
      ended_at = case when new.status <> 'open' then coalesce(new.closed_at, new.paid_at) end
  where organization_id = new.organization_id and invoice_id = new.invoice_id and ended_at is null;
  return null;
end
$$;
create trigger dunning_case_followed after update on invoice
  for each row when (old.status = 'open') execute function dunning_case_followed();

-- Time that was given: the plan waits.
create table dunning_extension (
  organization_id uuid not null,
  extension_id uuid not null,
  invoice_id uuid not null,
  until_day date not null,
  until_at timestamptz not null,
  reason text not null check (reason <> ''),
  given_by text not null,
  given_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  primary key (organization_id, extension_id),
  constraint dunning_extension_invoice
    foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id),
  check (until_at > given_at),
  check ((revoked_by is null) = (revoked_at is null))
);
comment on column dunning_extension.until_day is 'The last day of it, where the customer lives; until_at is its end';
create index dunning_extension_of_invoice on dunning_extension (organization_id, invoice_id) where revoked_at is null;

create function dunning_extension_kept() returns trigger
  language plpgsql as $$
begin
  if old.revoked_at is not null
     or (new.organization_id, new.extension_id, new.invoice_id, new.until_day, new.until_at, new.reason, new.given_by,
         new.given_at)
        is distinct from
        (old.organization_id, old.extension_id, old.invoice_id, old.until_day, old.until_at, old.reason, old.given_by,
         old.given_at) then
    perform tenantry.refuse('store.append_only', 'An extension is taken back once and not changed otherwise.');
  end if;
  return new;
end
$$;
create trigger dunning_extension_kept before update on dunning_extension
  for each row execute function dunning_extension_kept();

-- What a row of the board shows, for whoever may read all of it.
create view dunning_listed with (security_invoker = true) as
  select c.organization_id, c.invoice_id, o.name, o.name_normalized, i.number, i.amount_due, c.currency, c.step, c.tries,
         c.decline_code, c.decline_class, c.next_act, c.next_at, c.opened_at,
         o.subscription_status = 'suspended' as is_suspended,
         exists (select from payment_attempt as a
                 where a.organization_id = c.organization_id and a.invoice_id = c.invoice_id
                   and a.status in ('pending', 'unknown')) as is_trying
  from dunning_case as c
  join organization as o on o.organization_id = c.organization_id
  join invoice as i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id
  where c.ended_at is null;

-- Cases are opened by the job that follows an invoice: it looks at every one that waits for money.
insert into job (job_id, queue, kind, key, payload, run_at, created_at)
select gen_random_uuid(), 'payments', 'payment.dunning', invoice_id::text,
       jsonb_build_object('organization', organization_id, 'invoice', invoice_id), finalized_at, finalized_at
from invoice where status = 'open' and kind <> 'imported'
order by invoice_id
on conflict (kind, key) where state = 'ready' do update set run_at = excluded.run_at;

call audit('dunning_case', 'dunning_case');
call audit('dunning_extension', 'dunning_extension');
grant select on dunning_listed to "@prefix@_worker", "@prefix@_success", "@prefix@_finance", "@prefix@_manager",
  "@prefix@_administrator";
call protect('dunning_case', tenant => '', worker => 'riu', success => 'riu', finance => 'riu', support => '',
             manager => 'r', administrator => 'riu');
call protect('dunning_extension', tenant => '', worker => 'riu', success => 'riu', finance => 'riu', support => '',
             manager => 'r', administrator => 'riu');
call settle_ownership();
