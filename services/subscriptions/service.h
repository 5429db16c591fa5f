// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/organizations/service.h"
#include "services/store/session.h"
#include "services/subscriptions/contract.h"
#include <set>

namespace tenantry::subscriptions {

/// What a person asks for: empty and absent mean the organization's and the plan's own.
struct StartRequest {
  OrganizationId organization;
  QString planId;
  Interval interval = Interval::Month;
  std::optional<Currency> currency; ///< of the organization
  int seats = 1;
  std::optional<int> trialDays; ///< none: no trial
  QString couponId;
  std::optional<std::int64_t> priceOverride;
  WantedLimits limits{}; ///< see contract.h
};

/// Subscriptions with a range of organizations, for the billing run: (after, last].
struct DueRange {
  OrganizationId after;
  OrganizationId last;
};

/// Subscriptions (SUB-*). A command locks its organization, applies the pure rules of lifecycle.h
/// and writes state, spans, usage parts, MRR movements, entitlements and events in one transaction.
/// Invoices are the billing domain's: a command leaves them due, and the next run of billing takes
/// them.
class SubscriptionService {
public:
  SubscriptionService(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  [[nodiscard]] Result<Subscription> start(const StartRequest &request);
  [[nodiscard]] Result<Subscription> cancel(const OrganizationId &organization, bool atPeriodEnd);
  [[nodiscard]] Result<Subscription> unschedule(const OrganizationId &organization);
  [[nodiscard]] Result<Subscription> setAutoRenew(const OrganizationId &organization, bool on);

  /// A payment failed or is overdue, is not awaited any longer, or nothing overdue is left; see
  /// lifecycle.h. Only for this subscription, and only where it is the live one.
  [[nodiscard]] Result<> becomePastDue(const OrganizationId &organization,
                                       const SubscriptionId &subscription);
  [[nodiscard]] Result<> suspend(const OrganizationId &organization,
                                 const SubscriptionId &subscription);
  [[nodiscard]] Result<> recover(const OrganizationId &organization);

  /// Lets time pass for those of these organizations whose period has ended, so that what happens
  /// now is counted in the right one; their invoices stay due.
  [[nodiscard]] Result<> rollPeriods(const std::vector<OrganizationId> &organizations);

  /// Something came late to these parts of usage (the same place in both lists), or they are open
  /// again. Those whose subscription has ended or is paused get one more invoice, and a run looks
  /// at those that are suspended, or of which drafts bill usage, once what else comes was awaited:
  /// for the usage's grace, and for a day at least. A run that has read it reads it anew. Whose
  /// those are.
  [[nodiscard]] Result<std::set<OrganizationId>>
  billLate(const std::vector<OrganizationId> &organizations, const std::vector<Instant> &parts);

  /// The one that has not ended; error `subscription.not_found`.
  [[nodiscard]] Result<Subscription> live(const OrganizationId &organization);
  /// The live one, else the one that ended last; error `subscription.not_found`.
  [[nodiscard]] Result<Subscription> latest(const OrganizationId &organization);

  /// Whatever became of it; error `subscription.not_found`.
  [[nodiscard]] Result<Subscription> find(const OrganizationId &organization,
                                          const SubscriptionId &id);

  /// Due up to `asOf`, by organization id; at most `count`.
  [[nodiscard]] Result<std::vector<Subscription>> due(Instant asOf, const DueRange &range,
                                                      int count);
  [[nodiscard]] Result<std::vector<Subscription>>
  dueAmong(Instant asOf, const std::vector<OrganizationId> &organizations);
  /// What the rules need beside each of these subscriptions, by organization.
  struct Around {
    std::map<OrganizationId, organizations::Organization> organizations;
    std::map<OrganizationId, Surroundings> surroundings;
    std::shared_ptr<const business::Applied> applied;
  };
  [[nodiscard]] Result<Around> surroundings(const std::vector<Subscription> &subscriptions);
  /// The same for a command on one, with the latest day that anything of it begins on.
  [[nodiscard]] Result<Around> surroundingsNow(const Subscription &subscription);

  /// Writes what the rules decided, in the running transaction. `store.conflict` if a subscription
  /// was changed since. The events of the changes are appended by the caller, with those it adds
  /// itself.
  [[nodiscard]] Result<> write(const std::vector<Change> &changes, const Around &around);
  /// The bulk path of an import: adopted subscriptions with what lists show of them, entitlements
  /// and events. The status of the organizations stays as it is.
  [[nodiscard]] Result<> importMany(const std::vector<Change> &changes, const Around &around);

private:
  template <typename Rule>
  [[nodiscard]] Result<Subscription> command(const OrganizationId &organization, Rule rule);
  [[nodiscard]] Result<> writeAlone(const Change &change, const Around &around);
  [[nodiscard]] Result<> writeFacts(const std::vector<Change> &changes, const Around &around);
  [[nodiscard]] Result<> writeEntitlements(const Change &change, const business::Applied &applied);
  [[nodiscard]] Result<> moveOrganization(const Change &change, const Around &around);
  using Move = Change (*)(Subscription, const Surroundings &, Instant);
  [[nodiscard]] Result<> follow(const OrganizationId &organization,
                                const std::optional<SubscriptionId> &only, Move move);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::subscriptions
