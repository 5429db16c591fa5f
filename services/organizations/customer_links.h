// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"

namespace tenantry::organizations {

/// What a link lets its holder do: see and pay one invoice; see all of them and change how they are
/// paid; or only see what came of a payment method that was entered elsewhere.
enum class LinkPurpose { Invoice, Account, Return };

struct CustomerLink {
  OrganizationId organization;
  LinkPurpose purpose = LinkPurpose::Account;
  std::optional<InvoiceId> invoice; ///< of an invoice's link
  Instant expiresAt{};
};

/// Links for customers, who have no password here. The token in a link names its organization and
/// holds 192 random bits; the database keeps its digest only. See ADR 9.
class CustomerLinks {
public:
  explicit CustomerLinks(store::Session &session) : m_session(session) {}

  /// Gives the token, which nobody can be told a second time. Errors `customer_link.expired` (it
  /// would be so at once), `organization.not_found`.
  [[nodiscard]] Result<QByteArray> issue(const CustomerLink &link);
  /// A link for others to lead back with: of the holder of `parent` and one occasion it is the same
  /// however often it is issued, and nothing is learnt from it about the parent.
  [[nodiscard]] Result<QByteArray> issueReturn(const OrganizationId &organization,
                                               const QByteArray &parent, const QUuid &occasion,
                                               Instant expiresAt);
  /// What a token is for; nothing where it is wrong, expired or revoked, whichever it is. Also for
  /// a session of the tenant role, in a transaction: it has entered the link's organization then.
  [[nodiscard]] Result<std::optional<CustomerLink>> find(const QByteArray &token);
  /// That link works no more.
  [[nodiscard]] Result<> revoke(const OrganizationId &organization, const QByteArray &token);
  /// None of the organization's links works any more; gives how many that were.
  [[nodiscard]] Result<std::int64_t> revokeAll(const OrganizationId &organization);

private:
  store::Session &m_session;
};

/// The path of a link's page, from the root of the pages: "/invoice/…", "/account/…" or
/// "/return/…".
[[nodiscard]] QString pathOf(LinkPurpose purpose, const QByteArray &token);

/// Where customers reach the pages, without a slash at its end: "https://pay.example.com". Error
/// `customer_link.address_invalid`.
[[nodiscard]] Result<QString> pagesAddress(const QString &text);

} // namespace tenantry::organizations
