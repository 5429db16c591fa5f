// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/verifier.h"

using namespace Qt::StringLiterals;

namespace tenantry::audit {

namespace {

struct Check {
  Damage damage;
  const char *query;
  QString sentence; ///< %1 the number, %2 the organization
};

const std::vector<Check> &checks() {
  static const std::vector<Check> all{
      {Damage::EntryChanged, "audit_changed_entries",
       u"Entry %1 of %2 was changed after it was sealed."_s},
      {Damage::EntryMissing, "audit_missing_entries",
       u"Entry %1 of %2 was sealed, but is missing now."_s},
      {Damage::EntryUnsealed, "audit_unsealed_entries",
       u"Entry %1 of %2 belongs to no segment and is not waiting for one."_s},
      {Damage::SegmentBroken, "audit_broken_segments",
       u"The digest of segment %1 of %2 does not match its entries."_s},
      {Damage::SegmentUnlinked, "audit_unlinked_segments",
       u"Segment %1 of %2 does not follow from the segment before it."_s},
      {Damage::SegmentMissing, "audit_segment_gaps",
       u"A segment is missing before segment %1 of %2."_s}};
  return all;
}

Result<> run(store::Session &session, const Check &check, std::int64_t limit,
             std::vector<Difference> &differences) {
  TENANTRY_TRY(rows, session.database.query(check.query, {{"limit", limit}}));
  for (const auto row : rows)
    differences.push_back({check.damage, row.get<OrganizationId>(0), row.get<std::int64_t>(1)});
  return {};
}

} // namespace

QString Difference::toString() const {
  const auto where = organization.isNull() ? u"the global tables"_s
                                           : u"organization %1"_s.arg(organization.toString());
  const auto found = std::find_if(checks().begin(), checks().end(),
                                  [this](const Check &check) { return check.damage == damage; });
  return found->sentence.arg(number).arg(where);
}

Result<AuditReport> verify(store::Session &session, std::int64_t limit) {
  AuditReport report;
  TENANTRY_TRY(sizes,
               (session.database.one<std::int64_t, std::int64_t, std::int64_t>("audit_sizes")));
  std::tie(report.entries, report.segments, report.waiting) = sizes.value();
  for (const auto &check : checks())
    TENANTRY_CHECK(run(session, check, limit, report.differences));
  return report;
}

} // namespace tenantry::audit
