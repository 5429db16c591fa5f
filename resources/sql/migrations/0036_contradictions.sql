-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-4: what a provider says of a page for payment methods and cannot be waits for a person as attempts and refunds
-- do, and what waits, or is swept up, is found without reading what has ended.

alter table method_setup add column decline_code text not null default '';
comment on column method_setup.decline_code is 'What contradicts, as of attempts and refunds';
alter table method_setup drop constraint method_setup_state_check;
alter table method_setup add constraint method_setup_state_check
  check (state in ('open', 'done', 'expired', 'contradicted', 'settled'));
comment on column method_setup.state is 'settled: a person has looked at what contradicts and ended it';

create index refund_live on refund (organization_id, invoice_id) where status in ('pending', 'unknown');
create index payment_attempt_contradicted on payment_attempt (contradicted_at, payment_attempt_id)
  where status in ('pending', 'unknown') and contradicted_at is not null;
create index refund_contradicted on refund (contradicted_at, refund_id)
  where status in ('pending', 'unknown') and contradicted_at is not null;
create index method_setup_contradicted on method_setup (finished_at, setup_id) where state = 'contradicted';

-- Who sees what waits of attempts and refunds sees these too, and who ends those ends these.
grant select on method_setup to "@prefix@_success", "@prefix@_manager";
create policy success on method_setup to "@prefix@_success" using (true);
create policy manager on method_setup to "@prefix@_manager" using (true);
grant update on method_setup to "@prefix@_finance", "@prefix@_administrator";

update method_setup as m
set decline_code = coalesce((select e.payload ->> 'decline_code' from event as e
                             where e.organization_id = m.organization_id and e.type = 'payment.contradicted'
                               and e.payload ->> 'setup' = m.setup_id::text
                             order by e.sequence desc limit 1), '')
where m.state = 'contradicted';
