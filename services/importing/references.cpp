// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/references.h"

namespace tenantry::importing {

Result<References> References::load(store::Session &session, const QString &source,
                                    const QString &kind) {
  References loaded;
  loaded.m_source = source;
  loaded.m_kind = kind;
  TENANTRY_TRY(rows,
               session.database.query("import_references", {{"source", source}, {"kind", kind}}));
  loaded.m_known.reserve(rows.size());
  for (const auto row : rows)
    loaded.m_known.insert(row.get<QString>(0), {row.get<OrganizationId>(1), row.get<QUuid>(2)});
  return loaded;
}

const Reference *References::find(const QString &externalId) const {
  const auto found = m_known.constFind(externalId);
  return found == m_known.cend() ? nullptr : &*found;
}

std::vector<OrganizationId> References::organizations() const {
  std::vector<OrganizationId> owners;
  owners.reserve(static_cast<std::size_t>(m_known.size()));
  for (const auto &reference : m_known)
    owners.push_back(reference.organization);
  return owners;
}

void References::add(const QString &externalId, const Reference &reference) {
  m_known.insert(externalId, reference);
  m_added.push_back(externalId);
}

Result<> References::write(store::Session &session) {
  std::vector<OrganizationId> organizations;
  std::vector<QUuid> records;
  for (const auto &externalId : m_added) {
    const auto &reference = m_known[externalId];
    organizations.push_back(reference.organization);
    records.push_back(reference.record);
  }
  TENANTRY_CHECK(
      session.database.execute("import_references_add", {{"source", m_source},
                                                         {"kind", m_kind},
                                                         {"external_ids", m_added},
                                                         {"organizations", organizations},
                                                         {"records", records},
                                                         {"now", session.clock.now()}}));
  m_added.clear();
  return {};
}

} // namespace tenantry::importing
