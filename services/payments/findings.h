// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/contradiction_listing.h"
#include "services/payments/service.h"

namespace tenantry::payments {

/// What becomes of a finding. `Booked`: it is in our books; `Closed`: there was nothing to book, or
/// there no longer is.
enum class FindingState { Open, Returning, Booked, Closed };
[[nodiscard]] QString toString(FindingState state);

/// Something that moved, or is contested, at a provider without us: a dispute, a refund that was
/// made there, or a second charge for one attempt. One for each object there.
struct Finding {
  OrganizationId organization;
  QUuid id;
  ContradictionKind kind = ContradictionKind::Dispute;
  QString provider;
  QString reference; ///< the provider's id of it
  QString charge;    ///< … and of the charge that it is about
  PaymentAttemptId attempt;
  InvoiceId invoice;
  Money amount;             ///< once it is booked, as it was booked
  QString said;             ///< the provider's word for its state
  QString reason{};         ///< why, as the provider says
  bool isWithdrawn = false; ///< of a dispute: the money was taken from us
  FindingState state = FindingState::Open;
  QString bookedAs{}; ///< how it stands in the books; empty: it does not
  Instant openedAt{}; ///< by the provider's clock
  int asked = 0;      ///< how often the provider was asked to give it back
  Instant readAt{};   ///< since when that is what the provider says

  /// A dispute that the provider will not speak of any more.
  [[nodiscard]] bool hasEnded() const;
  /// There is nothing to book: a dispute was won or ended as an inquiry, a refund failed, a charge
  /// was given back.
  [[nodiscard]] bool comesToNothing() const;
};

/// Keeps what was found. What is read at the provider counts, whatever was told before: hearing it
/// twice, late or in another order changes nothing (ADR 12).
class Findings {
public:
  Findings(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// As the provider has it now: id, state and `bookedAs` of the argument are not looked at. What
  /// was booked and comes to nothing there is booked back.
  [[nodiscard]] Result<> hear(const Finding &now);
  /// None: nobody found it.
  [[nodiscard]] Result<std::optional<Finding>>
  find(const OrganizationId &organization, const QString &provider, const QString &reference);
  [[nodiscard]] Result<std::optional<Finding>> byId(const OrganizationId &organization,
                                                    const QUuid &id);

private:
  [[nodiscard]] Result<> add(Finding finding);
  [[nodiscard]] Result<> move(const Finding &stored, const Finding &now);
  /// What was told before findings were kept, a person has had to book by hand.
  [[nodiscard]] Result<bool> wasToldBefore(const Finding &finding);
  [[nodiscard]] Result<> tellEnd(const Finding &finding);
  [[nodiscard]] Result<> tellChange(const Finding &finding);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

/// What events say of it.
[[nodiscard]] Json describe(const Finding &finding);

} // namespace tenantry::payments
