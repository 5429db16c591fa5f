// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/organizations/values.h"
#include "services/store/session.h"

namespace tenantry::organizations {

struct FoundOrganization {
  OrganizationId id;
  QString name;
  QString email;
  QString url;
  QString customerNumber;
  Status status = Status::Onboarded;
  QString planId;
  std::int64_t mrrTwelfths = 0;
  Currency currency;
  QString vatId;     ///< may be empty
  QString telephone; ///< may be empty
};

struct FoundMember {
  OrganizationId organization;
  QString organizationName;
  QString name; ///< given and family name; may be empty
  QString email;
  MemberId id;
  QString externalId; ///< as another system knows them; may be empty
  QString telephone;  ///< may be empty
};

/// What has all the words that someone typed, for who may read it. Not all: some hundred, those
/// whose name or customer number begins with the text among them. Whoever shows them puts them in
/// order. The same cost with a million organizations. Error `store.cancelled` after two seconds.
class OrganizationSearch {
public:
  explicit OrganizationSearch(store::Session &session) : m_session(session) {}

  /// By name, e-mail, web address, customer number, VAT id or telephone.
  [[nodiscard]] Result<std::vector<FoundOrganization>> organizations(const QString &text);
  /// Active members by name, e-mail, external id or telephone, from three letters on.
  [[nodiscard]] Result<std::vector<FoundMember>> members(const QString &text);

private:
  store::Session &m_session;
};

} // namespace tenantry::organizations
