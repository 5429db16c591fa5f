-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: exchange_rates_put
insert into exchange_rate (base, quote, day, rate, recorded_at, recorded_by)
select :base::text, given.quote, given.day, given.rate::numeric, :now, :actor
from unnest(:quotes::text[], :days::date[], :rates::text[]) as given (quote, day, rate)
order by given.quote, given.day
on conflict (base, quote, day) do update set
  rate = excluded.rate, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
where exchange_rate.rate <> excluded.rate

-- The latest of each pair that is not after the day. One step of the index for each pair, however many days are known.
-- name: exchange_rates_on
with recursive pair (base, quote) as (
  (select base, quote from exchange_rate order by base, quote limit 1)
  union all
  select following.base, following.quote
  from pair cross join lateral (
    select base, quote from exchange_rate
    where (base, quote) > (pair.base, pair.quote) order by base, quote limit 1) as following
)
select pair.base, pair.quote, latest.day, latest.rate::text
from pair cross join lateral (
  select day, rate from exchange_rate
  where base = pair.base and quote = pair.quote and day <= :day
  order by day desc limit 1) as latest
order by pair.base, pair.quote
