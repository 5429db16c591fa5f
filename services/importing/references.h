// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"

#include <QHash>
#include <QUuid>

namespace tenantry::importing {

/// The record that a row of another system became here.
struct Reference {
  OrganizationId organization;
  QUuid record;
};

/// The external ids of one kind of record ("customer", "subscription", "invoice") of one system.
/// They decide what is imported again: nothing that has one.
class References {
public:
  [[nodiscard]] static Result<References> load(store::Session &session, const QString &source,
                                               const QString &kind);

  [[nodiscard]] bool contains(const QString &externalId) const {
    return m_known.contains(externalId);
  }
  [[nodiscard]] const Reference *find(const QString &externalId) const; ///< null: unknown
  [[nodiscard]] std::vector<OrganizationId> organizations() const;

  void add(const QString &externalId, const Reference &reference);
  [[nodiscard]] Result<> write(store::Session &session); ///< those that were added

private:
  QString m_source;
  QString m_kind;
  QHash<QString, Reference> m_known;
  std::vector<QString> m_added;
};

} // namespace tenantry::importing
