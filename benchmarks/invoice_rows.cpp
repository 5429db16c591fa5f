// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/invoice_rows.h"

#include "benchmarks/walked_lists.h"

namespace tenantry::benchmarks {

namespace {

// Four years of days, in no order of organizations; six in a hundred are still to be paid, half of
// them overdue.
constexpr auto invoiceRows = R"(
  insert into invoice (organization_id, invoice_id, number, kind, status, currency, net, tax, total, paid, credited,
                       written_off, customer, issued_on, due_on, due_at, created_at, finalized_at)
  select organization_id, gen_random_uuid(),
         'INV-' || extract(year from day) || '-' || lpad(n::text, greatest(6, length(n::text)), '0'), 'recurring', status, 'EUR', 4900, 931, 5831, case when status = 'paid' then 5831 else 0 end,
         case when status = 'void' then 5831 else 0 end, case when status = 'uncollectible' then 5831 else 0 end,
         json_build_object('name', name), day, due, due::timestamptz, day, day
  from (select organization_id, name, n, day, day + 14 as due,
               case when n % 100 < 3 or day > current_date - 14 and n % 100 < 40 then 'open'
                    when n % 100 < 92 then 'paid' when n % 100 < 97 then 'void' else 'uncollectible' end as status
        from (select organization_id, name, row_number() over () - 1 as place from organization) as owner
        cross join lateral (select place * (:count / (select count(*) from organization)) + k as n,
                                   current_date - (((place * 7919 + k * 29) % 1461)::integer) as day
                            from generate_series(1, :count / (select count(*) from organization)) as k) as one) as row)";

} // namespace

Result<> fillInvoices(store::Database &owner, int count) {
  return fillWithoutIndexes(owner, "invoice", invoiceRows, count);
}

} // namespace tenantry::benchmarks
