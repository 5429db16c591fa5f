-- SPDX-License-Identifier: GPL-3.0-or-later
-- People are found by the number another system knows them by and by their telephone as well. The statement repeats the
-- expression as it is here.

drop index member_search;
create index member_search on member using gin
  (lower(given_name || ' ' || family_name || ' ' || email || ' ' || external_id || ' ' || telephone) gin_trgm_ops)
  where active;
call settle_ownership();
