-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was sold in advance becomes revenue as its days pass, month by month; a month that is closed takes no postings.

-- How much of a line (of an invoice or a credit note) is revenue by now. A row comes with the first month-end after its
-- document.
create table revenue_recognition (
  organization_id uuid not null references organization,
  document_id uuid not null,
  line_no integer not null,
  recognized bigint not null,
  is_done boolean not null,
  primary key (organization_id, document_id, line_no),
  constraint revenue_recognition_line foreign key (organization_id, document_id, line_no)
    references invoice_line (organization_id, invoice_id, line_no)
);
comment on column revenue_recognition.recognized is 'Minor units, net of discount; negative for credits';
create index revenue_recognition_running on revenue_recognition (organization_id) where not is_done;

create table recognized_month (
  ends_on date primary key check (extract(day from ends_on) = 1),
  recognized_at timestamptz not null
);
comment on column recognized_month.ends_on is 'The first day after it';

-- The latest row says through which day the books are closed; an earlier day than before opens them again.
create table book_closing (
  closing_no bigint generated always as identity primary key,
  closed_through date not null,
  reason text not null default '',
  actor text not null,
  closed_at timestamptz not null
);

create function closed_through() returns date
  language sql stable security definer set search_path = tenantry, pg_temp as $$
  select closed_through from book_closing order by closing_no desc limit 1
$$;

create function ledger_open() returns trigger
  language plpgsql as $$
declare
  closed constant date := tenantry.closed_through();
begin
  if exists (select from new_rows where business_day <= closed) then
    perform tenantry.refuse('ledger.closed', format('The books are closed through %s.', closed));
  end if;
  return null;
end
$$;
create trigger ledger_open after insert on ledger_entry referencing new table as new_rows
  for each statement execute function ledger_open();

create trigger append_only before update or delete on book_closing
  for each statement execute function append_only('book_closing');

call protect('revenue_recognition', tenant => '', worker => 'riu', success => 'r', finance => 'riu', support => '',
             manager => 'r', administrator => 'riu');
call protect('recognized_month', tenant => '', worker => 'ri', success => 'r', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call protect('book_closing', tenant => '', worker => 'ri', success => 'r', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call settle_ownership();
