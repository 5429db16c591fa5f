-- SPDX-License-Identifier: GPL-3.0-or-later
-- Credit notes are listed over all organizations, found by their number, and kept as papers.

create index credit_note_by_issue on credit_note (issued_on desc, organization_id, credit_note_id);
create index credit_note_by_number on credit_note (number text_pattern_ops, organization_id);

-- The columns of invoice_listed: a credit note waits for nothing.
create view credit_note_listed with (security_invoker = true) as
  select organization_id, credit_note_id as invoice_id, number,
         case kind when 'change' then 'change' else 'one_off' end as kind, 'paid' as status, currency, total,
         0::bigint as amount_due, issued_on, null::date as due_on, created_at as due_at
  from credit_note;

-- A note with the numbers of the invoices whose lines it takes back, one a line.
create view credit_note_stored with (security_invoker = true) as
  select n.organization_id, n.credit_note_id, n.number, n.kind, n.currency, n.net, n.tax, n.total, n.to_balance,
         n.reverse_charge, n.customer, n.reason, n.issued_on, n.created_at, coalesce(corrected.numbers, '') as corrects
  from credit_note as n
  cross join lateral (
    select string_agg(distinct i.number, e'\n' order by i.number) as numbers
    from invoice_line as l
    join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.credits_invoice_id
    where l.organization_id = n.organization_id and l.invoice_id = n.credit_note_id) as corrected;

create table credit_note_pdf (
  organization_id uuid not null,
  credit_note_id uuid not null,
  content bytea not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  primary key (organization_id, credit_note_id),
  constraint credit_note_pdf_note
    foreign key (organization_id, credit_note_id) references credit_note (organization_id, credit_note_id)
);

grant select on credit_note_listed, credit_note_stored to "@prefix@_tenant", "@prefix@_worker", "@prefix@_success", "@prefix@_finance",
  "@prefix@_support", "@prefix@_manager", "@prefix@_administrator";
call protect('credit_note_pdf', tenant => 'r', worker => 'ri', success => 'ri', finance => 'ri', support => 'r',
             manager => 'r', administrator => 'ri');
call settle_ownership();
