// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/scenarios/history.h"

#include "services/payments/adjustment.h"
#include "tests/services/scenarios/line_text.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tenantry::tests {

using billing::ChangeRequest;
using subscriptions::SubscriptionService;
using subscriptions::When;

History::History(scenarios::ScenarioWorld &world, std::uint64_t seed)
    : m_world(world), m_session(world.session()), m_business(world.business()), m_random(seed),
      m_name(u"Customer %1"_s.arg(seed)), m_next(m_session.clock.now()), m_left(6 + below(10)) {
  wait();
}

// The steps of a life are close together or weeks apart, so that they meet within a period and over
// several; now and then two come in one instant.
void History::wait() {
  if (!m_sequels.empty() && oneIn(2))
    m_next += std::chrono::minutes(below(60 * 30));
  else if (!oneIn(8))
    m_next += std::chrono::minutes(below(60 * 24 * oneOf({2, 20, 45})));
}

Result<> History::broken(const QString &sentence) const {
  return fail(u"history.broken"_s, sentence);
}

Result<> History::refusedAsShown(const std::optional<Error> &shown, const Result<> &done) const {
  const auto expected = shown ? shown->code : QString();
  const auto found = done ? QString() : done.error().code;
  return expected == found ? done
                           : broken(u"it was shown as “%1”, and was “%2”"_s.arg(expected, found));
}

// How much was written, and how everything stands that may be changed where it is.
Result<QByteArray> History::footprint() {
  TENANTRY_TRY(
      rows,
      m_session.database.adHoc(
          "select concat_ws(' ',"
          " (select count(*) from event where organization_id = :organization),"
          " (select count(*) from audit_entry where organization_id = :organization),"
          " (select count(*) from usage_event where organization_id = :organization),"
          " (select count(*) from ledger_entry where organization_id = :organization),"
          " (select count(*) from payment_attempt where organization_id = :organization),"
          " (select sum(hashtext(s::text)) from subscription as s where organization_id = "
          ":organization),"
          " (select sum(hashtext(i::text)) from invoice as i where organization_id = "
          ":organization),"
          " (select sum(hashtext(b::text)) from customer_balance as b where organization_id = "
          ":organization),"
          " (select sum(hashtext(e::text)) from bank_entry as e))",
          {{"organization", m_id}}));
  return rows[0].get<QString>(0).toLatin1();
}

Result<> History::attempt(const QString &what, Again again, const Act &act) {
  m_told.push_back(u"%1 %2"_s.arg(toIso(m_session.clock.now()), what));
  TENANTRY_TRY(before, footprint());
  auto &tally = m_tally[what.section(u' ', 0, 0)];
  ++tally.tried;
  const auto first = act();
  TENANTRY_TRY(after, footprint());
  if (!first) {
    m_told.back() += u" → "_s + first.error().code;
    if (isFatal(first.error()))
      return first;
    return after == before ? Result<>() : broken(u"it was refused and something was written"_s);
  }
  ++m_done;
  ++tally.done;
  if (again == Again::IsAnother)
    return {};
  // What a third time would do the second does; ten times say it those whose answers are lost.
  const int timesSaid = oneIn(8) ? 10 : 2;
  for (int more = 1; more < timesSaid; ++more) {
    const auto repeated = act();
    if (!repeated && repeated.error().code.startsWith(u"store."_s))
      return repeated;
  }
  TENANTRY_TRY(often, footprint());
  if (often != after)
    return broken(u"said %1 times it happened more than once: %2, then %3"_s.arg(timesSaid).arg(
        QString::fromLatin1(after), QString::fromLatin1(often)));
  return {};
}

Result<> History::step() {
  --m_left;
  const auto taken = take();
  wait();
  return taken;
}

Result<> History::take() {
  if (m_id.isNull())
    return begin();
  if (!m_sequels.empty() && !oneIn(3)) {
    const auto sequel = m_sequels.back();
    m_sequels.pop_back();
    return (this->*sequel)();
  }
  const auto live = SubscriptionService(m_session, m_business).live(m_id);
  if (!live && !oneIn(3))
    return start();
  // How often each comes is how often it stands here.
  using H = History;
  static const std::vector<Step> steps{
      &H::alter,        &H::alter,        &H::alter,        &H::alter,        &H::alter,
      &H::alter,        &H::standOrLeave, &H::standOrLeave, &H::standOrLeave, &H::planAhead,
      &H::use,          &H::use,          &H::use,          &H::use,          &H::correctUsage,
      &H::correctUsage, &H::correctUsage, &H::reserve,      &H::redeem,       &H::endCoupon,
      &H::agreePrice,   &H::setMethod,    &H::setMethod,    &H::setMethod,    &H::transfer,
      &H::transfer,     &H::refund,       &H::refund,       &H::credit,       &H::credit,
      &H::giveUp,       &H::giveUp,       &H::sellOnce,     &H::adjust,       &H::start,
      &H::moveHouse,    &H::moveAway,     &H::grant,        &H::moveToNewest, &H::review,
      &H::review,       &H::hold,         &H::bank,         &H::bank,         &H::sortOut,
      &H::sortOut,      &H::issueAgain,   &H::sendBack,     &H::setAside,     &H::tellTwice,
      &H::discard,      &H::discard,      &H::dun,          &H::giveTime,     &H::giveTime,
      &H::contest,      &H::contest,      &H::contest,      &H::contest,      &H::employ,
      &H::standStill,   &H::close,        &H::ask};
  return (this->*steps[static_cast<std::size_t>(below(static_cast<int>(steps.size())))])();
}

Result<> History::begin() {
  organizations::Organization draft;
  draft.name = m_name;
  draft.email = u"customer@example.com"_s;
  draft.addressCountry = oneOf({u"US"_s, u"DE"_s, u"FR"_s});
  draft.zone =
      *Zone::find(oneOf({u"UTC"_s, u"Europe/Berlin"_s, u"America/New_York"_s, u"Asia/Kolkata"_s,
                         u"Pacific/Auckland"_s, u"America/Sao_Paulo"_s}));
  draft.currency =
      *Currency::parse(oneOf({u"USD"_s, u"USD"_s, u"EUR"_s, u"EUR"_s, u"JPY"_s, u"KWD"_s}));
  if (draft.addressCountry == u"DE"_s && oneIn(3))
    draft.vatId = u"DE136695976"_s;
  m_currency = draft.currency;
  TENANTRY_TRY(id, organizations::OrganizationService(m_session).create(draft));
  m_id = id;
  m_told.push_back(u"%1 %2 from %3, %4, %5 %6"_s.arg(toIso(m_session.clock.now()), m_name,
                                                     draft.addressCountry, draft.zone.id(),
                                                     m_currency.code(), draft.vatId));
  if (!oneIn(4))
    TENANTRY_CHECK(setMethod());
  return start();
}

Result<> History::start() {
  ChangeRequest request;
  request.organization = m_id;
  request.kind = ChangeRequest::Kind::Start;
  request.planId = isFar()
                       ? oneOf({u"metered"_s, u"far"_s})
                       : oneOf({u"starter"_s, u"professional"_s, u"enterprise"_s, u"metered"_s});
  request.interval = oneIn(5) ? Interval::Year : Interval::Month;
  request.seats = oneIn(3) ? 1 + below(9) : 1;
  if (oneIn(5))
    request.trialDays = 1 + below(20);
  if (oneIn(4))
    request.couponId = oneOf({u"third"_s, u"ever"_s, u"tenner"_s, u"few"_s});
  if (oneIn(12))
    request.priceOverride = below(50'000);
  const auto what = u"start %1 by the %2, %3 seats, coupon “%4”, trial %5, price %6"_s
                        .arg(request.planId, toString(*request.interval))
                        .arg(*request.seats)
                        .arg(request.couponId)
                        .arg(request.trialDays.value_or(0))
                        .arg(request.priceOverride.value_or(-1));
  if (oneIn(2)) {
    if (oneIn(6))
      request.limits[u"calls"_s] = below(6'000);
    return change(request, what);
  }
  return attempt(what + u" unseen"_s, Again::ChangesNothing, [&]() -> Result<> {
    subscriptions::StartRequest unseen;
    unseen.organization = m_id;
    unseen.planId = request.planId;
    unseen.interval = *request.interval;
    unseen.seats = *request.seats;
    unseen.trialDays = request.trialDays;
    unseen.couponId = request.couponId;
    unseen.priceOverride = request.priceOverride;
    TENANTRY_CHECK(SubscriptionService(m_session, m_business).start(unseen));
    return {};
  });
}

Result<> History::isStored(const billing::PlannedInvoice &document) {
  if (document.lines.empty())
    return {};
  // As they stand in the table: a credit note that is read adds what the lines say that it takes
  // back.
  TENANTRY_TRY(lines,
               billing::BillingService(m_session, m_business).lines(m_id, document.invoice.id));
  const auto shown = lineTexts(document.lines), stored = lineTexts(lines);
  return shown == stored
             ? Result<>()
             : broken(u"the document's lines are not those that were shown: %1 instead of %2"_s.arg(
                   stored.join(u"; "_s), shown.join(u"; "_s)));
}

Result<> History::isStored(const billing::ChangePicture &picture) {
  TENANTRY_TRY(now, SubscriptionService(m_session, m_business).latest(m_id));
  const auto &shown = picture.after;
  const auto untilWhen = [](const subscriptions::Redemption &one) {
    return std::tuple(one.coupon.id, one.fromIndex, one.toIndex);
  };
  const bool isSame =
      now.status == shown.status && now.planVersion == shown.planVersion &&
      now.seats == shown.seats && now.items == shown.items && now.interval == shown.interval &&
      now.period == shown.period && now.mrrTwelfths == shown.mrrTwelfths &&
      now.scheduled == shown.scheduled && now.currency == shown.currency &&
      now.ownLimits == shown.ownLimits && now.priceOverride == shown.priceOverride &&
      now.autoRenew == shown.autoRenew && now.dueAt == shown.dueAt &&
      std::ranges::equal(now.redemptions, shown.redemptions, {}, untilWhen, untilWhen);
  if (!isSame)
    return broken(u"the subscription is not what was shown"_s);
  std::set<InvoiceId> lowered;
  if (picture.document)
    for (const auto &draft : picture.document->lowers) {
      lowered.insert(draft.invoice.id);
      TENANTRY_TRY(lines,
                   billing::BillingService(m_session, m_business).lines(m_id, draft.invoice.id));
      if (lineTexts(lines) != lineTexts(draft.lines))
        return broken(u"a draft was lowered to something else than was shown"_s);
    }
  for (const auto &awaited : picture.awaited)
    if (!lowered.contains(awaited.invoice.id))
      TENANTRY_CHECK(isStored(awaited));
  return picture.document ? isStored(*picture.document) : Result<>();
}

Result<> History::change(const ChangeRequest &request, const QString &what) {
  const auto seen = billing::SubscriptionChanges(m_session, m_business).preview(request);
  return attemptSeen(seen, what, [&](const auto &shown, bool isFirst) -> Result<> {
    TENANTRY_TRY(done, payments::changeSubscription(m_session, m_business, request,
                                                    billing::SeenPicture::of(shown)));
    if (!isFirst)
      return {};
    if (done.after.scheduled.action != subscriptions::ScheduledAction::None && oneIn(3))
      mayFollow(&History::unschedule);
    if (request.kind == ChangeRequest::Kind::Pause && request.when == When::Now)
      mayFollow(&History::resume);
    if (request.kind == ChangeRequest::Kind::Redeem) {
      m_redeemed = request.couponId;
      mayFollow(&History::endCoupon);
    }
    if (done.digest() != shown.digest())
      return broken(u"the change is not what was shown"_s);
    return isStored(done);
  });
}

Result<> History::alter() {
  ChangeRequest request;
  request.organization = m_id;
  request.when = oneIn(4) ? When::PeriodEnd : When::Now;
  if (!oneIn(3))
    request.planId = isFar()
                         ? oneOf({u"metered"_s, u"far"_s})
                         : oneOf({u"starter"_s, u"professional"_s, u"enterprise"_s, u"metered"_s});
  else
    request.toNewestVersion = oneIn(4);
  if (oneIn(5))
    request.interval = oneOf({Interval::Year, Interval::Month});
  if (oneIn(3))
    request.seats = 1 + below(9);
  if (oneIn(9))
    request.currency = *Currency::parse(oneOf({u"USD"_s, u"EUR"_s, u"JPY"_s, u"KWD"_s}));
  if (oneIn(3)) {
    request.addonId = oneOf({u"more"_s, u"more"_s, u"care"_s});
    request.quantity = below(5);
  }
  if (oneIn(10))
    request.proration =
        oneOf({business::Proration::Day, business::Proration::Second, business::Proration::None});
  return change(request,
                u"change to “%1”, interval %2, %7, seats %3, add-ons %5 × “%6”, %4"_s
                    .arg(request.planId, request.interval ? toString(*request.interval) : u"–"_s)
                    .arg(request.seats.value_or(0))
                    .arg(request.when == When::Now ? u"now"_s : u"at the period's end"_s)
                    .arg(request.quantity)
                    .arg(request.addonId)
                    .arg(request.currency ? request.currency->code() : u"–"_s));
}

Result<> History::standOrLeave() {
  ChangeRequest request;
  request.organization = m_id;
  request.kind = oneOf({ChangeRequest::Kind::Pause, ChangeRequest::Kind::Resume,
                        ChangeRequest::Kind::Resume, ChangeRequest::Kind::Cancel});
  request.when = oneIn(2) ? When::PeriodEnd : When::Now;
  request.credit = oneIn(2);
  const auto what = request.kind == ChangeRequest::Kind::Pause    ? u"pause"_s
                    : request.kind == ChangeRequest::Kind::Resume ? u"resume"_s
                    : request.when == When::PeriodEnd             ? u"cancel at the period's end"_s
                    : request.credit                              ? u"cancel with a credit"_s
                                                                  : u"cancel"_s;
  return change(request, what);
}

Result<> History::resume() {
  ChangeRequest request;
  request.organization = m_id;
  request.kind = ChangeRequest::Kind::Resume;
  return change(request, u"resume"_s);
}

Result<> History::planAhead() {
  if (oneIn(4))
    return unschedule();
  ChangeRequest request;
  request.organization = m_id;
  request.kind = ChangeRequest::Kind::Renewal;
  request.renews = oneIn(2);
  return change(request, u"renew by itself: %1"_s.arg(request.renews));
}

Result<> History::unschedule() {
  return attempt(u"unschedule"_s, Again::ChangesNothing, [&]() -> Result<> {
    TENANTRY_CHECK(SubscriptionService(m_session, m_business).unschedule(m_id));
    return {};
  });
}

// To another time zone, in the middle of whatever it is in.
Result<> History::moveHouse() {
  const auto zone = oneOf({u"UTC"_s, u"Europe/Berlin"_s, u"America/New_York"_s,
                           u"Pacific/Kiritimati"_s, u"Pacific/Pago_Pago"_s});
  return attempt(u"move to "_s + zone, Again::ChangesNothing, [&]() -> Result<> {
    organizations::OrganizationService service(m_session);
    TENANTRY_TRY(found, service.find(m_id));
    TENANTRY_CHECK(service.amend(m_id, {{u"timeZone"_s, zone}}, found.revision));
    return {};
  });
}

Result<> History::redeem() {
  ChangeRequest request;
  request.organization = m_id;
  request.kind = ChangeRequest::Kind::Redeem;
  request.couponId = oneOf({u"third"_s, u"ever"_s, u"tenner"_s, u"few"_s});
  return change(request, u"redeem "_s + request.couponId);
}

Result<> History::endCoupon() {
  ChangeRequest request;
  request.organization = m_id;
  request.kind = ChangeRequest::Kind::EndCoupon;
  request.when = oneIn(2) ? When::PeriodEnd : When::Now;
  request.couponId = m_redeemed.isEmpty() || oneIn(4)
                         ? oneOf({u"third"_s, u"ever"_s, u"tenner"_s, u"few"_s})
                         : m_redeemed;
  return change(request, u"end_coupon "_s + request.couponId);
}

Result<> History::agreePrice() {
  ChangeRequest request;
  request.organization = m_id;
  request.when = oneIn(2) ? When::PeriodEnd : When::Now;
  request.price.emplace();
  if (!oneIn(4))
    request.price->minor = below(50'000);
  return change(request, u"agree on %1"_s.arg(request.price->minor.value_or(-1)));
}

} // namespace tenantry::tests
