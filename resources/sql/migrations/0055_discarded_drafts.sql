-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-3: a draft that review decided against is void, and never had a number.

do $$
declare
  rule text;
begin
  select conname into strict rule from pg_constraint
  where conrelid = 'invoice'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) = 'CHECK (((status = ''draft''::text) = (number IS NULL)))';
  execute format('alter table invoice drop constraint %I', rule);
end
$$;
alter table invoice add constraint invoice_numbered
  check ((number is null) = (status = 'draft') or (number is null and status = 'void' and finalized_at is null));

-- It stays discarded.
create function invoice_discarded() returns trigger
  language plpgsql as $$
begin
  perform refuse('invoice.not_draft', 'A draft that was discarded stays so.');
  return null;
end
$$;
create trigger invoice_discarded before update on invoice
  for each row when (old.number is null and old.status = 'void'
                     and (new.status <> 'void' or new.number is not null)) execute function invoice_discarded();
call settle_ownership();
