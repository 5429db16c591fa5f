-- SPDX-License-Identifier: GPL-3.0-or-later
-- People are found by any part of name and e-mail. An index on an expression, for a stored column would stand in every
-- audit entry as well. The statement repeats the expression as it is here.

create index member_search on member using gin (lower(given_name || ' ' || family_name || ' ' || email) gin_trgm_ops)
  where active;
