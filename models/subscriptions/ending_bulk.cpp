// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subscriptions/ending_bulk.h"

#include "models/subscriptions/live_subscriptions.h"
#include "services/payments/adjustment.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

using subscriptions::LiveStanding;
using subscriptions::ScheduledAction;
using subscriptions::Status;

struct EndingWords {
  Q_DECLARE_TR_FUNCTIONS(EndingBulk)
};

billing::ChangeRequest endingOf(const OrganizationId &organization, Ending ending,
                                const QString &reason) {
  billing::ChangeRequest request;
  request.organization = organization;
  request.kind = billing::ChangeRequest::Kind::Cancel;
  request.when =
      ending == Ending::AtPeriodEnd ? subscriptions::When::PeriodEnd : subscriptions::When::Now;
  request.credit = ending == Ending::NowWithCredit;
  request.reason = reason;
  return request;
}

/// Why it cannot wait for its period's end.
std::optional<Error> cannotWait(Status status, ScheduledAction scheduled) {
  if (!subscriptions::isRunning(status))
    return Error{
        u"subscription.ends_at_once"_s,
        u"It is on trial or not running and would end at once: choose that, or leave it out."_s};
  if (scheduled != ScheduledAction::None && scheduled != ScheduledAction::Cancel)
    return Error{u"subscription.scheduled"_s,
                 u"Something else is scheduled for the end of its period; take that back first."_s};
  return {};
}

/// Usage goes on coming until the very end, and is billed as it is counted then: what was shown of
/// it cannot be held to.
bool billsUsage(const billing::ChangePicture &picture) {
  if (!picture.document)
    return false;
  return std::ranges::any_of(picture.document->lines, [](const auto &line) {
    return line.draft.kind == billing::LineKind::Usage;
  });
}

/// What is credited or still billed, by the code that does it. What waits for its period's end
/// moves no money now, and is not held to what was shown.
Result<> lookAtEnd(store::Session &session, business::AppliedBusiness &business, Ending ending,
                   const LiveStanding &one, BulkVerdict &row) {
  const auto picture = billing::SubscriptionChanges(session, business)
                           .preview(endingOf(one.organization, ending, {}));
  if (!picture && picture.error().code.startsWith("store."_L1))
    return tl::unexpected(picture.error());
  if (!picture) {
    row.refusal = picture.error();
    return {};
  }
  row.amount = Money(picture->atOnce().billed, one.currency);
  if (!billsUsage(*picture))
    row.seen = {picture->digest(), picture->at};
  return {};
}

Result<std::vector<BulkVerdict>> verdictsOfEnd(store::Session &session,
                                               business::AppliedBusiness &business,
                                               const QStringList &keys, Ending ending,
                                               bool exactly) {
  return judgeSubscriptions(
      session, keys, [&](const LiveStanding &one, BulkVerdict &row) -> Result<> {
        row.recurring = BulkVerdict::Recurring{one.currency, one.mrrTwelfths, 0};
        row.changes = true;
        if (ending != Ending::AtPeriodEnd)
          return exactly ? lookAtEnd(session, business, ending, one, row) : Result<>();
        row.changes = one.scheduled != ScheduledAction::Cancel;
        row.refusal = cannotWait(one.status, one.scheduled);
        return {};
      });
}

Result<BulkChange> endOne(store::Session &session, business::AppliedBusiness &business,
                          const QString &key, Ending ending, const QString &reason,
                          const Seen &seen) {
  return session.database.transaction([&]() -> Result<BulkChange> {
    TENANTRY_TRY(live, lockLive(session, business, key));
    const bool waits = ending == Ending::AtPeriodEnd;
    if (waits && live.scheduled.action == ScheduledAction::Cancel)
      return BulkChange{};
    if (waits)
      if (auto refusal = cannotWait(live.status, live.scheduled.action))
        return tl::unexpected(std::move(*refusal));
    TENANTRY_CHECK(payments::changeSubscription(
        session, business, endingOf(ownerOf(key), ending, reason), billing::SeenPicture::of(seen)));
    BulkChange change{.changed = true};
    if (waits)
      change.undo = [key](store::Session &later, business::AppliedBusiness &then) {
        return takeBackScheduled(later, then, key, {ScheduledAction::Cancel, {}});
      };
    return change;
  });
}

} // namespace

BulkAct endSubscriptions(Ending ending, const QString &reason) {
  return {.title = EndingWords::tr("Ending subscriptions"),
          .preview =
              [ending](store::Session &session, business::AppliedBusiness &business,
                       const QStringList &keys) {
                return verdictsOfEnd(session, business, keys, ending, true);
              },
          .act =
              [ending, reason](store::Session &session, business::AppliedBusiness &business,
                               const QString &key, const Seen &seen) {
                return endOne(session, business, key, ending, reason, seen);
              },
          .glance =
              [ending](store::Session &session, business::AppliedBusiness &business,
                       const QStringList &keys) {
                return verdictsOfEnd(session, business, keys, ending, false);
              }};
}

} // namespace tenantry::models
