// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"

#include <QTest>

namespace tenantry::tests {

/// A mail that was sent and one that waits, and a page of a provider that said something else than
/// we know: what the demo book has none of.
inline void fillLists(store::Database &owner) {
  constexpr auto mails = R"(
    insert into mail (organization_id, mail_id, event_sequence, template, recipient, language, subject, body, link,
                      priority, state, attempts, due_at, last_error, created_at, sent_at)
    select organization_id, gen_random_uuid(), n, kind, 'billing@customer.example', 'en', kind, 'Hello,', 'account', 10,
           state, n, now(), error, now(), case when state = 'sent' then now() end
    from (select organization_id from organization order by name limit 1) as one
    cross join (values (1, 'organization-welcome', 'sent', ''), (2, 'payment-failed', 'queued', 'The server is busy'))
      as mails (n, kind, state, error))";
  constexpr auto contradictions = R"(
    insert into method_setup (organization_id, setup_id, provider, session_reference, state, decline_code, created_at,
                              expires_at, finished_at)
    select organization_id, gen_random_uuid(), 'stripe', 'cs_live_b1x', 'contradicted', 'another_payer', now(),
           now() + interval '1 hour', now()
    from organization order by name limit 1)";
  for (const auto *sql : {mails, contradictions}) {
    const auto filled = owner.adHoc(sql);
    QVERIFY2(filled, filled ? "" : qPrintable(filled.error().toString()));
  }
}

} // namespace tenantry::tests
