-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-4: the charges and refunds of which nobody knows yet what became of them, and that no provider contradicts: those
-- wait for a person (see contradicted). Both are found through indexes of what is under way.

create view unanswered with (security_invoker = true) as
  select organization_id, 'attempt' as kind, payment_attempt_id as id, invoice_id, payment_method_id, amount, currency,
         status, inquiries, created_at as since
  from payment_attempt where status in ('pending', 'unknown') and contradicted_at is null
  union all
  select r.organization_id, 'refund', r.refund_id, r.invoice_id, t.payment_method_id, r.amount, r.currency, r.status,
         r.inquiries, r.created_at
  from refund as r
  left join payment as p on p.organization_id = r.organization_id and p.payment_id = r.payment_id
  left join payment_attempt as t
    on t.organization_id = p.organization_id and t.payment_attempt_id = p.payment_attempt_id
  where r.status in ('pending', 'unknown') and r.contradicted_at is null;

grant select on unanswered to "@prefix@_worker", "@prefix@_success", "@prefix@_finance", "@prefix@_manager",
  "@prefix@_administrator";
call settle_ownership();
