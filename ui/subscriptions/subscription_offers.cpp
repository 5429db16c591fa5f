// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/subscriptions/subscription_offers.h"
#include "models/subscriptions/ending_bulk.h"
#include "models/subscriptions/renewal_bulk.h"
#include "models/subscriptions/unschedule_bulk.h"
#include "models/subscriptions/version_bulk.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct Offered {
  Q_DECLARE_TR_FUNCTIONS(SubscriptionOffers)
};

const QString periodEnd = u"period_end"_s, atOnce = u"now"_s, withCredit = u"credit"_s;

models::Ending endingAs(const QString &way) {
  if (way == atOnce)
    return models::Ending::Now;
  return way == withCredit ? models::Ending::NowWithCredit : models::Ending::AtPeriodEnd;
}

QString endedText(qint64 rows) {
  return Offered::tr("%n subscription(s) ended", nullptr, int(rows));
}

const QString addonsLater = u"addons_period_end"_s, addonsNow = u"addons_now"_s,
              bothLater = u"both_period_end"_s, bothNow = u"both_now"_s;

/// What stays, and what becomes of who is moved then.
QString movedThen(const QString &what, const QString &stays) {
  return what + u' ' + stays + u' ' +
         Offered::tr("It happens when each renews. Until then it can be undone.");
}

QString movedNow(const QString &what, const QString &stays) {
  return what + u' ' + stays + u' ' +
         Offered::tr("It happens at once: the rest of each period is prorated and invoiced. It "
                     "cannot be undone.");
}

QList<BulkWay> waysToMove(const std::function<bool()> &hasAddons) {
  const auto plan =
      Offered::tr("Each gets the features, limits and prices of the version of its plan that is "
                  "sold now.");
  const auto addons =
      Offered::tr("Each gets the features, limits and prices of its add-ons as they are sold now, "
                  "and as many of them as it has.");
  const auto both =
      Offered::tr("Each gets the features, limits and prices of its plan and of its add-ons as "
                  "they are sold now, and as many of them as it has.");
  const auto addonsStay =
      Offered::tr("Add-ons stay as they were sold, and a contract's own price and limits stay.");
  const auto planStays =
      Offered::tr("The version of its plan stays, and so do add-ons that are no longer sold.");
  const auto contractStays = Offered::tr(
      "A contract's own price and limits stay, and so do add-ons that are no longer sold.");
  const auto later = [](qint64 rows) {
    return Offered::tr("%n subscription(s) move with their renewal", nullptr, int(rows));
  };
  const auto now = [](qint64 rows) {
    return Offered::tr("%n subscription(s) moved", nullptr, int(rows));
  };
  return {
      {periodEnd, Offered::tr("The plan, at the end of each period"), movedThen(plan, addonsStay),
       later},
      {atOnce, Offered::tr("The plan, now"), movedNow(plan, addonsStay), now, true},
      {addonsLater, Offered::tr("Add-ons, at the end of each period"), movedThen(addons, planStays),
       later, false, hasAddons},
      {addonsNow, Offered::tr("Add-ons, now"), movedNow(addons, planStays), now, true, hasAddons},
      {bothLater, Offered::tr("Plan and add-ons, at the end of each period"),
       movedThen(both, contractStays), later, false, hasAddons},
      {bothNow, Offered::tr("Plan and add-ons, now"), movedNow(both, contractStays), now, true,
       hasAddons}};
}

models::BulkAct movingAs(const QString &way) {
  using subscriptions::When;
  const bool isNow = way == atOnce || way == addonsNow || way == bothNow;
  const auto what = way == addonsLater || way == addonsNow ? models::Moving::Addons
                    : way == bothLater || way == bothNow   ? models::Moving::PlanAndAddons
                                                           : models::Moving::Plan;
  return models::moveVersions(isNow ? When::Now : When::PeriodEnd, what);
}

QList<BulkWay> waysToEnd() {
  return {{periodEnd, Offered::tr("At the end of each period"),
           Offered::tr("Each goes on until its period is over, and no further period is charged. "
                       "Until then it can be undone."),
           [](qint64 rows) {
             return Offered::tr("%n subscription(s) end with the period", nullptr, int(rows));
           }},
          {atOnce, Offered::tr("Now, without a credit"),
           Offered::tr("Access ends at once, and what was used is billed. Nothing that was paid is "
                       "given back. It cannot be undone."),
           endedText, true},
          {withCredit, Offered::tr("Now, and credit the remaining days"),
           Offered::tr("Access ends at once, and what was used is billed. What was paid for the "
                       "remaining days is credited. It cannot be undone."),
           endedText, true}};
}

} // namespace

BulkOffer takingBackOffer(const QString &blocked) {
  return {
      .name = Offered::tr("Take back scheduled change"),
      .iconName = u"x"_s,
      .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_U,
      .blocked = blocked,
      .act = [](const QString &) { return models::unscheduleChanges(); },
      .question =
          [](qint64 rows) {
            return Offered::tr("Take back %n scheduled change(s)", nullptr, int(rows));
          },
      .done =
          [](qint64 rows) { return Offered::tr("%n change(s) taken back", nullptr, int(rows)); },
      .consequence =
          Offered::tr("The subscriptions go on as they are. A change is scheduled anew in the "
                      "organization's record.")};
}

BulkOffer endingWithThePeriodOffer(const QString &blocked) {
  return {.name = Offered::tr("Do not renew"),
          .iconName = u"clock"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_D,
          .blocked = blocked,
          .act = [](const QString &) { return models::renewSubscriptions(false); },
          .question =
              [](qint64 rows) {
                return Offered::tr("Do not renew %n subscription(s)", nullptr, int(rows));
              },
          .done =
              [](qint64 rows) {
                return Offered::tr("%n subscription(s) end with the period", nullptr, int(rows));
              },
          .consequence =
              Offered::tr("Each ends with its period, and no further period is charged. What is "
                          "used until then is billed as usual. It can be undone.")};
}

BulkOffer renewingAgainOffer(const QString &blocked) {
  return {.name = Offered::tr("Renew again"),
          .iconName = u"repeat"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_R,
          .blocked = blocked,
          .act = [](const QString &) { return models::renewSubscriptions(true); },
          .question =
              [](qint64 rows) {
                return Offered::tr("Renew %n subscription(s) again", nullptr, int(rows));
              },
          .done =
              [](qint64 rows) {
                return Offered::tr("%n subscription(s) renew again", nullptr, int(rows));
              },
          .consequence = Offered::tr("Each goes on after its period and is invoiced then, except "
                                     "those whose end is scheduled. It can be undone.")};
}

BulkOffer movingVersionsOffer(const QString &blocked, const std::function<bool()> &hasAddons) {
  return {.name = Offered::tr("Move to the newest version"),
          .iconName = u"chevron-up"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_M,
          .blocked = blocked,
          .question =
              [](qint64 rows) {
                return Offered::tr("Move %n subscription(s) to the newest version", nullptr,
                                   int(rows));
              },
          .actInWay = [](const BulkAnswer &answer) { return movingAs(answer.way); },
          .wayName = Offered::tr("What and when"),
          .ways = waysToMove(hasAddons),
          .amounts = Offered::tr("Due at once: %1.")};
}

BulkOffer endingOffer(const QString &blocked) {
  return {.name = Offered::tr("End subscriptions"),
          .iconName = u"x"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_E,
          .blocked = blocked,
          .question =
              [](qint64 rows) { return Offered::tr("End %n subscription(s)", nullptr, int(rows)); },
          .needsReason = true,
          .draft = u"end"_s,
          .actInWay =
              [](const BulkAnswer &answer) {
                return models::endSubscriptions(endingAs(answer.way), answer.reason);
              },
          .wayName = Offered::tr("When"),
          .ways = waysToEnd(),
          .amounts = Offered::tr("Billed at once, less what is credited: %1.")};
}

} // namespace tenantry::ui
