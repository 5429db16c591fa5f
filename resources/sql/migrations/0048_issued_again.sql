-- SPDX-License-Identifier: GPL-3.0-or-later
-- A void invoice is issued again, once.

alter table invoice add column instead_of uuid check (instead_of <> invoice_id),
  add constraint invoice_instead_of
    foreign key (organization_id, instead_of) references invoice (organization_id, invoice_id);
comment on column invoice.instead_of is 'The void invoice that it was issued in place of';
create unique index invoice_issued_again on invoice (organization_id, instead_of) where instead_of is not null;
