-- SPDX-License-Identifier: GPL-3.0-or-later
-- A contract may grant limits of its own (SUB-8): by metric in whole units, −1 is unlimited. The part of usage in which
-- they were in force keeps them: what comes late is rated by them too.

alter table subscription add column own_limits jsonb
  check (jsonb_typeof(own_limits) = 'object' and own_limits <> '{}'
         and not jsonb_path_exists(own_limits, '$.* ? (@.type() != "number" || @ < -1 || @ > 9223372036854775807
                                                       || @.floor() != @)'));
comment on column subscription.own_limits is 'Instead of the plan''s limits, by metric; null: the plan''s hold';

alter table usage_part add column own_limits jsonb check (jsonb_typeof(own_limits) = 'object');
comment on column usage_part.own_limits is 'Those of the contract that were in force; null: the plan version''s';
