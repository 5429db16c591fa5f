// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/organization_rows.h"

#include "benchmarks/walked_lists.h"

namespace tenantry::benchmarks {

namespace {

// Names in no order, as they come; what lists do not read is left to its default.
constexpr auto fill = R"(
  insert into organization (organization_id, name, email, address_country, time_zone, currency, status, created_at,
                            updated_at, plan_id, mrr_twelfths)
  select gen_random_uuid(), 'Firm ' || md5(n::text), 'ops' || n || '@firm.example',
         (array['DE', 'AT', 'CH', 'FR', 'GB', 'US', 'NL', 'IT'])[1 + n % 8], 'UTC',
         (array['EUR', 'EUR', 'CHF', 'USD', 'GBP'])[1 + n % 5],
         (array['onboarding', 'onboarded', 'active', 'churned'])[1 + n % 4],
         '2020-01-01Z'::timestamptz + n * interval '1 minute', now(), (array['', 'starter', 'gold'])[1 + n % 3],
         (n::bigint * 7919) % 1000000
  from generate_series(1, :count) as n)";

} // namespace

Result<> fillOrganizations(store::Database &owner, int count) {
  return fillWithoutIndexes(owner, "organization", fill, count);
}

} // namespace tenantry::benchmarks
