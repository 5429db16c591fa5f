// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/scenarios/history.h"

#include "services/payments/adjustment.h"
#include "services/subscriptions/redeeming.h"
#include "services/usage/reservations.h"
#include "services/usage/service.h"
#include "tests/services/scenarios/line_text.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::tests {

using billing::ChangeRequest;
using std::chrono::days;
using std::chrono::hours;
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
  if (!oneIn(8))
    m_next += std::chrono::minutes(below(60 * 24 * oneOf({2, 20, 45})));
}

Result<> History::broken(const QString &sentence) const {
  return fail(u"history.broken"_s, sentence);
}

Result<QByteArray> History::footprint() {
  TENANTRY_TRY(rows,
               m_session.database.adHoc(
                   "select (select count(*) from event where organization_id = :organization),"
                   " (select count(*) from audit_entry where organization_id = :organization),"
                   " (select count(*) from usage_event where organization_id = :organization),"
                   " (select count(*) from ledger_entry where organization_id = :organization)",
                   {{"organization", m_id}}));
  QByteArray seen;
  for (int column = 0; column < 4; ++column)
    seen += QByteArray::number(static_cast<qlonglong>(rows[0].get<std::int64_t>(column))) + ' ';
  return seen;
}

Result<> History::attempt(const QString &what, Again again, const Act &act) {
  m_told.push_back(u"%1 %2"_s.arg(toIso(m_session.clock.now()), what));
  TENANTRY_TRY(before, footprint());
  const auto first = act();
  TENANTRY_TRY(after, footprint());
  if (!first) {
    const auto &code = first.error().code;
    m_told.back() += u" → "_s + code;
    if (code.startsWith(u"store."_s) || code.startsWith(u"history."_s))
      return first;
    return after == before ? Result<>() : broken(u"it was refused and something was written"_s);
  }
  ++m_done;
  if (again == Again::IsAnother)
    return {};
  const auto second = act();
  if (!second && second.error().code.startsWith(u"store."_s))
    return second;
  TENANTRY_TRY(twice, footprint());
  if (twice != after)
    return broken(u"said twice it happened twice: %1, then %2"_s.arg(QString::fromLatin1(after),
                                                                     QString::fromLatin1(twice)));
  return {};
}

Result<> History::step() {
  --m_left;
  wait();
  if (m_id.isNull())
    return begin();
  const auto live = SubscriptionService(m_session, m_business).live(m_id);
  if (!live && !oneIn(3))
    return start();
  using Step = Result<> (History::*)();
  // How often each comes is how often it stands here.
  static const std::vector<Step> steps{
      &History::alter,     &History::alter,        &History::alter,        &History::alter,
      &History::alter,     &History::standOrLeave, &History::standOrLeave, &History::planAhead,
      &History::use,       &History::use,          &History::use,          &History::correctUsage,
      &History::reserve,   &History::redeem,       &History::setMethod,    &History::setMethod,
      &History::transfer,  &History::transfer,     &History::refund,       &History::refund,
      &History::credit,    &History::credit,       &History::giveUp,       &History::sellOnce,
      &History::adjust,    &History::start,        &History::moveHouse,    &History::moveAway,
      &History::grant,     &History::moveToNewest, &History::review,       &History::review,
      &History::hold,      &History::bank,         &History::bank,         &History::sortOut,
      &History::issueAgain};
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
  subscriptions::StartRequest request;
  request.organization = m_id;
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
                        .arg(request.planId, toString(request.interval))
                        .arg(request.seats)
                        .arg(request.couponId)
                        .arg(request.trialDays.value_or(0))
                        .arg(request.priceOverride.value_or(-1));
  return attempt(what, Again::ChangesNothing, [&]() -> Result<> {
    TENANTRY_CHECK(SubscriptionService(m_session, m_business).start(request));
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
  const bool isSame = now.status == shown.status && now.planVersion == shown.planVersion &&
                      now.seats == shown.seats && now.interval == shown.interval &&
                      now.period == shown.period && now.mrrTwelfths == shown.mrrTwelfths &&
                      now.scheduled == shown.scheduled;
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
  bool isFirst = true;
  return attempt(what, Again::ChangesNothing, [&]() -> Result<> {
    if (!seen)
      return tl::unexpected(seen.error());
    TENANTRY_TRY(done, payments::changeSubscription(m_session, m_business, request,
                                                    billing::SeenPicture::of(*seen)));
    if (!std::exchange(isFirst, false))
      return {};
    if (done.digest() != seen->digest())
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
  if (oneIn(5))
    request.interval = oneOf({Interval::Year, Interval::Month});
  if (oneIn(3))
    request.seats = 1 + below(9);
  if (oneIn(10))
    request.proration =
        oneOf({business::Proration::Day, business::Proration::Second, business::Proration::None});
  return change(request,
                u"change to “%1”, interval %2, seats %3 %4"_s
                    .arg(request.planId, request.interval ? toString(*request.interval) : u"–"_s)
                    .arg(request.seats.value_or(0))
                    .arg(request.when == When::Now ? u"now"_s : u"at the period's end"_s));
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

Result<> History::planAhead() {
  SubscriptionService service(m_session, m_business);
  if (oneIn(2))
    return attempt(u"unschedule"_s, Again::ChangesNothing, [&]() -> Result<> {
      TENANTRY_CHECK(service.unschedule(m_id));
      return {};
    });
  const bool on = oneIn(2);
  return attempt(u"renew by itself: %1"_s.arg(on), Again::ChangesNothing, [&]() -> Result<> {
    TENANTRY_CHECK(service.setAutoRenew(m_id, on));
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

Result<> History::use() {
  std::vector<usage::UsageEvent> events(static_cast<std::size_t>(1 + below(3)));
  QStringList what;
  for (auto &event : events) {
    event.organization = m_id;
    event.key = key();
    event.metric = oneOf({u"api_calls"_s, u"storage_gb"_s, u"gigabytes"_s, u"level"_s, u"people"_s,
                          u"calls"_s, u"volume"_s});
    event.quantity = below(event.metric == u"level"_s ? 120 : 4'000);
    event.occurredAt = m_session.clock.now() - (oneIn(3) ? hours(below(24 * 65)) : hours(0));
    if (event.metric == u"people"_s)
      event.dimensions[u"user"_s] = oneOf({u"ana"_s, u"ben"_s, u"cem"_s, u"dea"_s});
    what += u"%1 %2 at %3"_s.arg(event.quantity).arg(event.metric, toIso(event.occurredAt));
  }
  usage::UsageService service(m_session, m_business);
  const bool isSingle = events.size() == 1;
  TENANTRY_CHECK(attempt((isSingle ? u"use "_s : u"send a batch: "_s) + what.join(u", "_s),
                         Again::ChangesNothing, [&]() -> Result<> {
                           if (!isSingle) {
                             TENANTRY_CHECK(service.ingest(events));
                             return {};
                           }
                           TENANTRY_TRY(quota, service.record(events.front()));
                           if (quota.hard && quota.isLimited() &&
                               events.front().occurredAt == m_session.clock.now() &&
                               quota.used > *quota.limit && quota.used == events.front().quantity)
                             return broken(u"a hard limit let more in"_s);
                           return {};
                         }));
  for (const auto &event : events)
    m_used.emplace_back(event.metric, event.key);
  return {};
}

Result<> History::correctUsage() {
  if (m_used.empty())
    return use();
  const auto &[metric, corrected] =
      m_used[static_cast<std::size_t>(below(static_cast<int>(m_used.size())))];
  usage::UsageEvent event;
  event.organization = m_id;
  event.key = key();
  event.metric = metric;
  event.quantity = -1 - below(500);
  event.corrects = corrected;
  event.occurredAt = m_session.clock.now();
  return attempt(u"correct %1 by %2"_s.arg(corrected).arg(event.quantity), Again::ChangesNothing,
                 [&] { return usage::UsageService(m_session, m_business).correct(event); });
}

Result<> History::reserve() {
  usage::Reservations reservations(m_session, m_business);
  const auto held = key();
  const usage::ReservationRequest request{held, oneOf({u"calls"_s, u"level"_s, u"api_calls"_s}),
                                          1 + below(90)};
  TENANTRY_CHECK(
      attempt(u"reserve %1"_s.arg(request.metric), Again::ChangesNothing, [&]() -> Result<> {
        TENANTRY_CHECK(reservations.reserve(m_id, {request}, hours(20)));
        return {};
      }));
  if (oneIn(3))
    return attempt(u"release"_s, Again::ChangesNothing, [&]() -> Result<> {
      TENANTRY_CHECK(reservations.release(m_id, {held}));
      return {};
    });
  return attempt(u"commit"_s, Again::ChangesNothing, [&]() -> Result<> {
    TENANTRY_CHECK(reservations.commit(m_id, {{held, {}, {}}}));
    return {};
  });
}

Result<> History::redeem() {
  const auto coupon = oneOf({u"third"_s, u"ever"_s, u"tenner"_s, u"few"_s});
  return attempt(u"redeem "_s + coupon, Again::ChangesNothing,
                 [&] { return subscriptions::redeem(m_session, m_business, m_id, coupon); });
}

} // namespace tenantry::tests
