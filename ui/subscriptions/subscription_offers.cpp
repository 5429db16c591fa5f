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

QList<BulkWay> waysToMove() {
  return {
      {periodEnd, Offered::tr("At the end of each one's period"),
       Offered::tr("Each gets the features, limits and prices of the version that is sold now "
                   "when it renews. A contract's own price and limits stay. Until then it can be "
                   "undone."),
       [](qint64 rows) {
         return Offered::tr("%n subscription(s) move with their renewal", nullptr, int(rows));
       }},
      {atOnce, Offered::tr("Now"),
       Offered::tr("Each gets the features, limits and prices of the version that is sold now at "
                   "once. The rest of its period is prorated and issued, which is final. A "
                   "contract's own price and limits stay. It cannot be undone."),
       [](qint64 rows) { return Offered::tr("%n subscription(s) moved", nullptr, int(rows)); },
       true}};
}

QList<BulkWay> waysToEnd() {
  return {{periodEnd, Offered::tr("At the end of each one's period"),
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
                          "used until then is billed as ever. It can be undone.")};
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
          .consequence =
              Offered::tr("Each goes on after its period and is invoiced then, but those whose "
                          "end is scheduled. It can be undone.")};
}

BulkOffer movingVersionsOffer(const QString &blocked) {
  return {.name = Offered::tr("Move to the newest version"),
          .iconName = u"chevron-up"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_M,
          .blocked = blocked,
          .question =
              [](qint64 rows) {
                return Offered::tr("Move %n subscription(s) to the newest version", nullptr,
                                   int(rows));
              },
          .actInWay =
              [](const BulkAnswer &answer) {
                return models::moveVersions(answer.way == atOnce ? subscriptions::When::Now
                                                                 : subscriptions::When::PeriodEnd);
              },
          .wayName = Offered::tr("When"),
          .ways = waysToMove(),
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
