// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"

namespace tenantry::audit {

enum class Damage {
  EntryChanged,    ///< its content does not have the digest that was sealed
  EntryMissing,    ///< a segment seals it, and it is not there
  EntryUnsealed,   ///< no segment seals it, and it does not wait for one
  SegmentBroken,   ///< its digest is not that of its entries' digests
  SegmentUnlinked, ///< it does not follow from the digest of the segment before
  SegmentMissing   ///< the numbers of an organization's segments jump before this one
};

struct Difference {
  Damage damage = Damage::EntryChanged;
  OrganizationId organization; ///< null: rows of global tables
  std::int64_t number = 0;     ///< of the entry or segment

  [[nodiscard]] QString toString() const; ///< a sentence
  bool operator==(const Difference &) const = default;
};

struct AuditReport {
  std::int64_t entries = 0;
  std::int64_t segments = 0;
  std::int64_t waiting = 0;            ///< entries that are not sealed yet
  std::vector<Difference> differences; ///< at most `limit` of each kind

  [[nodiscard]] bool isSound() const { return differences.empty(); }
};

/// Computes every digest of the audit trail again. Reads all of it: minutes for millions of
/// entries. What was cut off at the end of a chain together with its segments cannot be seen from
/// the inside.
[[nodiscard]] Result<AuditReport> verify(store::Session &session, std::int64_t limit = 1000);

} // namespace tenantry::audit
