// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/handler.h"

namespace tenantry::audit {

/// Puts waiting audit entries under a seal: one segment per organization, which keeps the digests
/// of its entries by id and whose own is sha256(digest of the segment before ‖ those); before the
/// first stand 32 zero bytes. One sealer works at a time; a second one finds nothing to do. Number
/// of entries sealed, at most `limit`.
[[nodiscard]] Result<std::int64_t> seal(store::Session &session, std::int64_t limit = 50'000);

/// Adds the recurring job "audit.seal", in the queue "audit": it seals whatever waits.
void registerSealing(jobs::HandlerRegistry &registry,
                     std::chrono::seconds every = std::chrono::seconds(60));

} // namespace tenantry::audit
