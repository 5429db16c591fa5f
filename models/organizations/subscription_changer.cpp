// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/subscription_changer.h"

#include "models/connection/catalog_names.h"
#include "models/connection/when_done.h"
#include "services/organizations/service.h"
#include "services/payments/adjustment.h"

using namespace std::chrono_literals;

namespace tenantry::models {

using billing::ChangePicture;
using billing::ChangeRequest;

namespace {

constexpr auto editPause = 150ms;

ChangeRequest requestOf(const OrganizationId &organization, const WantedChange &wanted) {
  ChangeRequest request;
  request.organization = organization;
  request.when = wanted.now ? subscriptions::When::Now : subscriptions::When::PeriodEnd;
  request.credit = wanted.credit;
  request.proration = wanted.proration;
  request.couponId = wanted.couponId;
  request.renews = wanted.renews;
  request.limits = wanted.limits;
  request.reason = wanted.reason;
  if (const auto &set = wanted.limitsAsSet)
    request.limitsAsSet = {set->subscription, set->planId, set->interval, set->limits};
  switch (wanted.kind) {
  case WantedChange::Kind::Cancel:
    request.kind = ChangeRequest::Kind::Cancel;
    return request;
  case WantedChange::Kind::Pause:
    request.kind = ChangeRequest::Kind::Pause;
    return request;
  case WantedChange::Kind::Resume:
    request.kind = ChangeRequest::Kind::Resume;
    return request;
  case WantedChange::Kind::Redeem:
    request.kind = ChangeRequest::Kind::Redeem;
    return request;
  case WantedChange::Kind::EndCoupon:
    request.kind = ChangeRequest::Kind::EndCoupon;
    return request;
  case WantedChange::Kind::Renewal:
    request.kind = ChangeRequest::Kind::Renewal;
    return request;
  case WantedChange::Kind::Limits:
    request.kind = ChangeRequest::Kind::Limits;
    return request;
  case WantedChange::Kind::Addon:
    request.addonId = wanted.addonId;
    request.quantity = wanted.quantity;
    return request;
  case WantedChange::Kind::Start:
    request.kind = ChangeRequest::Kind::Start;
    request.trialDays = wanted.trialDays;
    request.priceOverride = wanted.price;
    break;
  case WantedChange::Kind::Alter:
    if (wanted.agreesPrice)
      request.price = subscriptions::AgreedPrice{wanted.price};
    request.currency = wanted.currency;
    break;
  case WantedChange::Kind::TakeBack: // is no change of its own
    break;
  }
  request.planId = wanted.planId;
  request.interval = wanted.interval;
  request.seats = wanted.seats;
  return request;
}

std::vector<ChangeLine> linesOf(const billing::PlannedInvoice &planned) {
  std::vector<ChangeLine> lines;
  for (const auto &line : planned.lines)
    lines.push_back({QString::fromStdString(std::string(business::toWord(line.draft.kind))),
                     line.draft.item, line.draft.days,
                     Money(line.draft.amount, planned.invoice.currency),
                     line.detail.is_object() ? line.detail.value("addon", QString()) : QString()});
  return lines;
}

ChangePreview shownOf(const ChangePicture &picture) {
  const auto currency = picture.after.currency;
  const auto money = [&currency](std::int64_t minor) { return Money(minor, currency); };
  ChangePreview shown;
  shown.before = picture.before;
  shown.after = picture.after;
  shown.dueNow = money(picture.dueNow());
  shown.balanceAfter = money(picture.balanceAfter);
  shown.total = shown.fromBalance = shown.toBalance = shown.lowersInvoices = money(0);
  shown.lowersDrafts = money(0);
  if (picture.document) {
    const auto &document = *picture.document;
    shown.lines = linesOf(document);
    shown.lowersDrafts = money(billing::loweredBy(document));
    shown.isCreditNote = document.credit.has_value();
    shown.staysDraft = document.staysDraft;
    shown.total = money(shown.isCreditNote ? -document.invoice.total : document.invoice.total);
    shown.fromBalance = money(document.balanceUsed);
    if (document.credit) {
      shown.toBalance = money(document.credit->toBalance);
      shown.lowersInvoices = money(document.credit->reducesDue());
    }
  }
  shown.awaited = money(picture.atOnce().billed - picture.total());
  for (const auto &planned : picture.awaited)
    if (const auto &before = planned.invoice; before.currency != currency)
      shown.awaitedBefore = Money(before.total, before.currency) +
                            shown.awaitedBefore.value_or(Money(0, before.currency));
  if (picture.next) {
    shown.next = Money(picture.next->invoice.total, picture.next->invoice.currency);
    shown.nextOn = picture.next->invoice.issuedOn;
  }
  shown.uncharged = {picture.uncharged.begin(), picture.uncharged.end()};
  if (picture.nextWithout)
    shown.nextWithout =
        Money(picture.nextWithout->invoice.total, picture.nextWithout->invoice.currency);
  return shown;
}

QList<PlanOffer> offersOf(const business::Applied &applied, Currency currency) {
  QList<PlanOffer> offers;
  for (const auto &[id, version] : applied.current) {
    const auto &plan = applied.planVersion(version).plan;
    PlanOffer offer{id, plan.name.in(readersLanguage()), {}, plan.trialDays, plan.limits};
    for (const auto interval : {Interval::Month, Interval::Year}) {
      const auto price = subscriptions::recurringPrice(plan, currency, interval, {});
      if (price.plan || price.perSeat)
        offer.intervals.append(interval);
    }
    if (!offer.intervals.isEmpty())
      offers.append(offer);
  }
  return offers;
}

} // namespace

struct SubscriptionChanger::Seen {
  ChangeRequest request;
  billing::SeenPicture picture;
  ChangePreview shown;
};

SubscriptionChanger::SubscriptionChanger(Connection &connection, const OrganizationId &organization,
                                         QObject *parent)
    : QObject(parent), m_connection(connection), m_organization(organization) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(editPause);
  m_pause.callOnTimeout(this, &SubscriptionChanger::look);
  const auto again = [this] {
    if (m_wanted && !m_isBusy)
      preview(*m_wanted);
  };
  connect(&m_connection, &Connection::caughtUp, this, again);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this, again](const QList<OrganizationId> &changed) {
            if (changed.contains(m_organization))
              again();
          });
}

struct SubscriptionChanger::Offers {
  QList<PlanOffer> plans;
  QList<Currency> currencies;
  business::Proration proration;
  QStringList metrics;
  subscriptions::OwnLimits planLimits;
  QList<AddonOffer> addons{};
};

namespace {

QList<Currency> currenciesOf(const business::Applied &applied) {
  QList<Currency> currencies;
  for (const auto &[id, version] : applied.current)
    for (const auto &price : applied.planVersion(version).plan.prices)
      if (!currencies.contains(price.amount.currency()))
        currencies.append(price.amount.currency());
  std::sort(currencies.begin(), currencies.end());
  return currencies;
}

/// What it has stays offered as it was sold, also where it is not sold any more.
QList<AddonOffer> addonsOf(const business::Business &business,
                           const subscriptions::Subscription &live) {
  QList<AddonOffer> addons;
  const auto add = [&](const business::Addon &addon, int held) {
    if (const auto each = subscriptions::priceOf(addon, live.currency, live.interval))
      addons.append({addon.id, addon.name.in(readersLanguage()), held, std::max(held, addon.most),
                     Money(*each, live.currency)});
  };
  for (const auto &[id, item] : live.items)
    add(item.addon, item.quantity);
  for (const auto &[id, addon] : business.addons)
    if (!live.items.contains(id))
      add(addon, 0);
  std::ranges::sort(addons, {}, &AddonOffer::name);
  return addons;
}

QStringList metricsOf(const business::Applied &applied) {
  QStringList metrics;
  for (const auto &[id, metric] : applied.business.metrics)
    metrics.append(id);
  return metrics;
}

} // namespace

void SubscriptionChanger::readOffers() {
  auto read = m_connection.read(
      [id = m_organization](store::Session &session,
                            business::AppliedBusiness &business) -> Result<Offers> {
        TENANTRY_TRY(organization, organizations::OrganizationService(session).find(id));
        auto currency = organization.currency;
        const auto live = subscriptions::SubscriptionService(session, business).live(id);
        if (live)
          currency = live->currency;
        else if (live.error().code != QLatin1StringView("subscription.not_found"))
          return tl::unexpected(live.error());
        TENANTRY_TRY(applied, business.current(session));
        Offers offers{offersOf(*applied, currency),
                      currenciesOf(*applied),
                      applied->business.invoice.proration,
                      metricsOf(*applied),
                      {}};
        if (live) {
          offers.planLimits = applied->planVersion(live->planVersion).plan.limits;
          offers.addons = addonsOf(applied->business, *live);
        }
        return offers;
      });
  whenDone(read, this, [this](const Result<Offers> &offers) {
    if (!offers)
      return Q_EMIT refused(offers.error());
    m_usualProration = offers->proration;
    m_currencies = offers->currencies;
    m_metrics = offers->metrics;
    m_planLimits = offers->planLimits;
    m_addons = offers->addons;
    Q_EMIT offered(offers->plans);
  });
}

void SubscriptionChanger::preview(const WantedChange &wanted) {
  cancelLook();
  m_wanted = wanted;
  m_pause.start();
}

void SubscriptionChanger::forget() {
  cancelLook();
  m_pause.stop();
  m_wanted.reset();
}

void SubscriptionChanger::cancelLook() {
  ++m_generation;
  m_looking.cancel();
  m_seen.reset();
  m_shown.reset();
}

void SubscriptionChanger::look() {
  m_looking = m_connection.read(
      [request = requestOf(m_organization, *m_wanted)](
          store::Session &session,
          business::AppliedBusiness &business) -> Result<std::shared_ptr<const Seen>> {
        TENANTRY_TRY(picture, billing::SubscriptionChanges(session, business).preview(request));
        return std::make_shared<const Seen>(
            Seen{request, billing::SeenPicture::of(picture), shownOf(picture)});
      });
  whenDone(m_looking, this,
           [this, generation = m_generation](const Result<std::shared_ptr<const Seen>> &seen) {
             if (generation != m_generation)
               return;
             if (!seen)
               return Q_EMIT refused(seen.error());
             m_seen = *seen;
             m_shown = m_seen->shown;
             Q_EMIT previewed(*m_shown);
           });
}

void SubscriptionChanger::confirm() {
  if (!m_seen || m_isBusy)
    return;
  setBusy(true);
  auto acted = m_connection.work([seen = m_seen](store::Session &session,
                                                 business::AppliedBusiness &business) -> Result<> {
    TENANTRY_CHECK(payments::changeSubscription(session, business, seen->request, seen->picture));
    return {};
  });
  whenDone(acted, this, [this](const Result<> &result) {
    setBusy(false);
    if (result) {
      m_wanted.reset();
      return Q_EMIT done();
    }
    if (result.error().code == QLatin1StringView("subscription.picture_changed")) {
      Q_EMIT outdated(result.error());
      return preview(*m_wanted);
    }
    Q_EMIT refused(result.error());
  });
}

template <typename Act> void SubscriptionChanger::act(Act act) {
  if (m_isBusy)
    return;
  setBusy(true);
  whenDone(m_connection.work(std::move(act)), this, [this](const Result<> &result) {
    setBusy(false);
    if (result)
      Q_EMIT done();
    else
      Q_EMIT refused(result.error());
  });
}

void SubscriptionChanger::takeBack(const std::optional<subscriptions::Scheduled> &only) {
  act([id = m_organization, only](store::Session &session,
                                  business::AppliedBusiness &business) -> Result<> {
    subscriptions::SubscriptionService service(session, business);
    TENANTRY_TRY(live, service.live(id));
    if (only && live.scheduled != *only)
      return fail(QStringLiteral("subscription.picture_changed"),
                  tr("Something else is scheduled by now; look at it again."));
    TENANTRY_CHECK(service.unschedule(id));
    return {};
  });
}

void SubscriptionChanger::undo(const WantedChange &by) {
  if (by.kind == WantedChange::Kind::TakeBack)
    return takeBack(by.scheduled);
  act([request = requestOf(m_organization, by)](store::Session &session,
                                                business::AppliedBusiness &business) -> Result<> {
    TENANTRY_CHECK(payments::changeSubscription(session, business, request));
    return {};
  });
}

void SubscriptionChanger::setBusy(bool busy) {
  m_isBusy = busy;
  Q_EMIT busyChanged(busy);
}

} // namespace tenantry::models
