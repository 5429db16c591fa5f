// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/sealer.h"

using namespace Qt::StringLiterals;

namespace tenantry::audit {

namespace {

Result<> sealAll(store::Session &session, jobs::JobProgress &progress) {
  for (std::int64_t total = 0;;) {
    TENANTRY_TRY(sealed, seal(session));
    if (sealed == 0)
      return {};
    total += sealed;
    TENANTRY_CHECK(progress.report(total, total));
  }
}

} // namespace

Result<std::int64_t> seal(store::Session &session, std::int64_t limit) {
  return session.database.transaction([&]() -> Result<std::int64_t> {
    TENANTRY_TRY(locked, session.database.one<bool>("audit_try_lock"));
    if (!std::get<0>(locked.value()))
      return 0;
    TENANTRY_TRY(sealed, session.database.one<std::int64_t>(
                             "audit_seal", {{"limit", limit}, {"now", session.clock.now()}}));
    return std::get<0>(sealed.value());
  });
}

void registerSealing(jobs::HandlerRegistry &registry, std::chrono::seconds every) {
  registry.addRecurring({u"audit.seal"_s, u"audit"_s, every},
                        [](store::Session &session, const jobs::Job &,
                           jobs::JobProgress &progress) { return sealAll(session, progress); });
}

} // namespace tenantry::audit
