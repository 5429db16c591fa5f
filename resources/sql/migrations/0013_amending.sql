-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people write of an organization has a revision, counted here whoever writes it: who saves names the one they read.

alter table organization add column revision bigint not null default 1 check (revision > 0);

create function organization_counts_revisions() returns trigger
  language plpgsql as $$
begin
  new.revision := old.revision + 1;
  return new;
end
$$;
create trigger counts_revisions before update of name, description, url, email, telephone, number_of_employees,
    founding_date, industry, street_address, address_locality, address_region, postal_code, address_country, time_zone,
    date_format, currency, language, vat_id, customer_number on organization
  for each row
  when ((old.name, old.description, old.url, old.email, old.telephone, old.number_of_employees, old.founding_date,
         old.industry, old.street_address, old.address_locality, old.address_region, old.postal_code,
         old.address_country, old.time_zone, old.date_format, old.currency, old.language, old.vat_id,
         old.customer_number)
        is distinct from
        (new.name, new.description, new.url, new.email, new.telephone, new.number_of_employees, new.founding_date,
         new.industry, new.street_address, new.address_locality, new.address_region, new.postal_code,
         new.address_country, new.time_zone, new.date_format, new.currency, new.language, new.vat_id,
         new.customer_number))
  execute function organization_counts_revisions();

-- What was sold and billed stays in one currency, whoever writes it.
create function organization_keeps_its_currency() returns trigger
  language plpgsql as $$
begin
  if exists (select from subscription where organization_id = old.organization_id)
     or exists (select from invoice where organization_id = old.organization_id) then
    perform tenantry.refuse('organization.currency_fixed',
                            format('The currency of “%s” stays %s: it has a subscription or invoices.',
                                   old.name, old.currency));
  end if;
  return new;
end
$$;
create trigger keeps_its_currency before update of currency on organization
  for each row when (old.currency is distinct from new.currency) execute function organization_keeps_its_currency();

call settle_ownership();
