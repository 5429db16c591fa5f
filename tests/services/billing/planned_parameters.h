// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <map>
#include <string>

namespace tenantry::tests {

struct PlannedParameter {
  QByteArray type;
  QByteArray value;
};

inline const std::map<std::string, PlannedParameter> &plannedParameters() {
  static const std::map<std::string, PlannedParameter> all{
      {"organization", {"uuid", "md5('7')::uuid"}},
      {"organizations", {"uuid[]", "array[md5('7')::uuid, md5('8')::uuid]"}},
      {"invoice", {"uuid", "md5('7')::uuid"}},
      {"attempt", {"uuid", "md5('7')::uuid"}},
      {"payment", {"uuid", "md5('7')::uuid"}},
      {"number", {"text", "'INV-2026-7'"}},
      {"as_of", {"timestamptz", "'2026-02-01Z'"}},
      {"at", {"timestamptz", "'2026-02-01Z'"}},
      {"after", {"uuid", "'00000000-0000-0000-0000-000000000000'"}},
      {"last", {"uuid", "'ffffffff-ffff-ffff-ffff-ffffffffffff'"}},
      {"count", {"bigint", "5000"}},
      {"metrics", {"text[]", "array['users', 'users']"}},
      {"metric", {"text", "'api_calls'"}},
      {"part", {"timestamptz", "'2026-01-01Z'"}},
      {"after_at", {"timestamptz", "'-infinity'"}},
      {"after_key", {"text", "''"}},
      {"key", {"text", "'pay:7'"}},
      {"paid", {"bigint", "0"}},
      {"applied", {"bigint", "0"}},
      {"recovered", {"bigint", "0"}},
      {"since", {"timestamptz", "'2026-01-15Z'"}},
      {"keys", {"text[]", "array['a', 'b']"}},
      {"parts", {"timestamptz[]", "array['2026-02-01Z', '2026-02-01Z']::timestamptz[]"}},
      {"lasts", {"timestamptz[]", "array['2026-02-02Z', '2026-02-02Z']::timestamptz[]"}},
      {"quantities", {"bigint[]", "array[1, 1]"}},
      {"amounts", {"bigint[]", "array[1, 1]"}},
      {"quantities_before", {"bigint[]", "array[1, 1]"}},
      {"amounts_before", {"bigint[]", "array[1, 1]"}},
      {"events", {"bigint[]", "array[1, 1]"}},
      {"counts", {"bigint[]", "array[1, 1]"}},
      {"invoices", {"uuid[]", "array[md5('7')::uuid, md5('8')::uuid]"}},
      {"aggregation", {"text", "'sum'"}},
      {"aggregations", {"text[]", "array['sum']"}},
      {"limit_metrics", {"text[]", "array['users']"}},
      {"scales", {"bigint[]", "array[1]"}},
      {"mosts", {"bigint[]", "array[1000]"}},
      {"split_organizations", {"uuid[]", "array[md5('7')::uuid]"}},
      {"split_parts", {"timestamptz[]", "array['2026-02-01Z']::timestamptz[]"}},
      {"split_periods", {"timestamptz[]", "array['2026-02-01Z']::timestamptz[]"}},
      {"period", {"timestamptz", "'2026-02-01Z'"}},
      {"until", {"timestamptz", "'2026-02-05Z'"}},
      {"before", {"timestamptz", "'2026-02-01Z'"}},
      {"from", {"date", "'2026-02-01'"}},
      {"day", {"date", "'2026-03-01'"}},
      {"most", {"bigint", "10001"}},
      {"value", {"timestamptz", "'2026-02-05Z'"}},
      {"id", {"uuid", "md5('7')::uuid"}},
      {"statuses", {"text[]", "array['active', 'past_due']"}},
      {"plan", {"text", "''"}},
      {"ends_after", {"timestamptz", "'2026-01-01Z'"}},
      {"step", {"text", "''"}},
      {"decline", {"text", "''"}},
      {"currency", {"text", "''"}},
      {"search", {"text", "''"}},
      {"account", {"text", "'cash'"}},
      {"scale", {"bigint", "1"}},
      {"by_share", {"boolean", "true"}},
      {"level", {"bigint", "-1"}},
      {"seconds", {"bigint", "3600"}},
      {"place", {"bigint", "9000000000000000000"}},
      {"first_day", {"date", "'2025-12-01'"}},
      {"end_day", {"date", "'2026-03-01'"}},
      {"transaction", {"uuid", "md5('7')::uuid"}},
      {"entry", {"bigint", "1"}},
      {"of_documents", {"boolean", "false"}},
      {"documents", {"uuid[]", "array[md5('7')::uuid]"}},
      {"month", {"timestamptz", "'2026-01-01Z'"}},
      {"two", {"timestamptz", "'2025-12-01Z'"}},
      {"three", {"timestamptz", "'2025-11-01Z'"}},
      {"now", {"timestamptz", "'2026-02-01Z'"}},
      {"kind", {"text", "'new'"}},
      {"failed_since", {"timestamptz", "'2026-01-01Z'"}},
      {"stuck_before", {"timestamptz", "'2026-01-01Z'"}},
      {"payments_contradicted.kind", {"text", "''"}},
      {"payments_contradicted_counted.kind", {"text", "''"}},
      {"pattern", {"text", "''"}},
      {"beyond", {"uuid", "'00000000-0000-0000-0000-000000000000'"}},
      {"ids", {"uuid[]", "array[md5('7')::uuid]"}},
      {"mails_descending.beyond", {"uuid", "'ffffffff-ffff-ffff-ffff-ffffffffffff'"}},
      {"mails_of_state_descending.beyond", {"uuid", "'ffffffff-ffff-ffff-ffff-ffffffffffff'"}},
      {"mails_of_template_descending.beyond", {"uuid", "'ffffffff-ffff-ffff-ffff-ffffffffffff'"}},
      {"mails_of_state_and_template_descending.beyond",
       {"uuid", "'ffffffff-ffff-ffff-ffff-ffffffffffff'"}},
      {"state", {"text", "'failed'"}},
      {"template", {"text", "'payment-failed'"}},
      {"mails", {"uuid[]", "array[md5('7')::uuid, md5('8')::uuid]"}},
      {"mail", {"uuid", "md5('7')::uuid"}},
      {"provider", {"text", "'stripe'"}},
      {"limit", {"bigint", "100"}},
      {"rows_movements.value", {"date", "'2026-03-01'"}},
      {"own", {"text[]", "array['c']"}},
      {"usage_events_listed.value", {"timestamptz", "'infinity'"}},
      {"usage_events_listed.count", {"bigint", "101"}},
      {"usage_events_listed.parts", {"timestamptz[]", "array['2026-01-01Z']::timestamptz[]"}},
      {"dimension", {"text", "'region'"}},
      {"wanted", {"text", "'eu'"}},
      {"counted", {"text", "'user'"}},
      {"top", {"bigint", "20"}},
      {"usage_by_dimension.counts", {"bigint[]", "array[200000]"}},
      {"usage_by_dimension.parts", {"timestamptz[]", "array['2026-01-01Z']::timestamptz[]"}},
      {"usage_dimensions.counts", {"bigint[]", "array[10000]"}},
      {"usage_dimensions.parts", {"timestamptz[]", "array['2026-01-01Z']::timestamptz[]"}},
      {"usage_events_of_value.parts", {"timestamptz[]", "array['2026-01-01Z']::timestamptz[]"}},
      {"usage_event_found.key", {"text", "'26'"}},
      {"rows_attention.value", {"bigint", "9223372036854775807"}}};
  return all;
}

/// What a query means by a name by itself, else what all mean by it.
inline const PlannedParameter &plannedParameterOf(const std::string &query,
                                                  const std::string &name) {
  const auto own = plannedParameters().find(query + "." + name);
  return own == plannedParameters().end() ? plannedParameters().at(name) : own->second;
}

} // namespace tenantry::tests
