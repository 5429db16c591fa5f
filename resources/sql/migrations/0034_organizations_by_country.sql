-- SPDX-License-Identifier: GPL-3.0-or-later
-- Organizations of one country or currency, in each order that a list of them has. What else narrows such a list is
-- carried along: it is told from the index alone, so that a page of a large country that has few of a plan does not
-- look each of its organizations up.
create index organization_by_country_name on organization (address_country, name_normalized, organization_id)
  include (currency, status, plan_id);
create index organization_by_country_mrr on organization (address_country, mrr_twelfths desc, organization_id)
  include (currency, status, plan_id);
create index organization_by_country_created on organization (address_country, created_at desc, organization_id)
  include (currency, status, plan_id);
create index organization_by_currency_name on organization (currency, name_normalized, organization_id)
  include (status, plan_id);
create index organization_by_currency_mrr on organization (currency, mrr_twelfths desc, organization_id)
  include (status, plan_id);
create index organization_by_currency_created on organization (currency, created_at desc, organization_id)
  include (status, plan_id);
