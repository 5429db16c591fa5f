// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/drafts.h"

namespace tenantry::billing {

/// Why a draft waits; without an invoice all that is drafted for the organization does.
struct Hold {
  std::optional<InvoiceId> invoice;
  QString reason;
  QString heldBy;
  Instant heldAt{};
};

/// Whether all that is drafted for an organization waits.
struct OrganizationStanding {
  OrganizationId organization;
  QString name;
  QString hold; ///< why; empty: it is not on hold
};

/// Drafts are kept from being finalized, by a run, in bulk or by hand, until they are released.
/// What becomes due for an organization on hold is drafted, also where invoices are issued at once;
/// once it is released that is finalized by hand.
class Holds {
public:
  explicit Holds(store::Session &session) : m_session(session) {}

  /// False where it is on hold already, whatever the reason. Errors `invoice.not_found`,
  /// `invoice.not_draft`, `hold.reason_missing`.
  [[nodiscard]] Result<bool> hold(const InvoiceKey &draft, const QString &reason);
  /// The reason that it waited for; none where it was not on hold. What holds the organization
  /// stays.
  [[nodiscard]] Result<std::optional<QString>> release(const InvoiceKey &draft);
  /// The same of an organization. Errors `organization.not_found`, `hold.reason_missing`.
  [[nodiscard]] Result<bool> holdOrganization(const OrganizationId &organization,
                                              const QString &reason);
  [[nodiscard]] Result<std::optional<QString>>
  releaseOrganization(const OrganizationId &organization);

  /// In the order of the ids; what is not there is left out.
  [[nodiscard]] Result<std::vector<OrganizationStanding>>
  standings(const std::vector<OrganizationId> &organizations);

  /// Every organization that is on hold.
  [[nodiscard]] Result<std::vector<OrganizationId>> heldOrganizations();

  /// Those of the draft and of its organization, the oldest first.
  [[nodiscard]] Result<std::vector<Hold>> of(const InvoiceKey &draft);

private:
  [[nodiscard]] Result<bool> add(const OrganizationId &organization,
                                 const std::optional<InvoiceId> &draft, const QString &reason);
  [[nodiscard]] Result<std::optional<QString>> end(const OrganizationId &organization,
                                                   const std::optional<InvoiceId> &draft);
  store::Session &m_session;
};

} // namespace tenantry::billing
