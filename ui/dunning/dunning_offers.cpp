// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dunning/dunning_offers.h"
#include "models/dunning/dunning_bulk.h"
#include "ui/lists/list_acts.h"
#include "ui/organizations/write_off_offer.h"
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int proposedDays = 7;

struct OfferWords {
  Q_DECLARE_TR_FUNCTIONS(DunningOffers)
};

} // namespace

void offerDunning(ListActs &acts, const models::Connection &connection) {
  const auto &rights = connection.rights();
  const auto blocked =
      rights.mayDun ? QString()
                    : notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s});
  acts.add(
      {.name = OfferWords::tr("Retry now"),
       .iconName = u"refresh"_s,
       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_R,
       .blocked = blocked,
       .act = [](const QString &) { return models::retryDunned(); },
       .question =
           [](qint64 rows) { return OfferWords::tr("Retry %n payment(s)", nullptr, int(rows)); },
       .done =
           [](qint64 rows) {
             return OfferWords::tr("%n payment(s) being tried", nullptr, int(rows));
           },
       .consequence = OfferWords::tr("The payment method in force is charged once more, at once. "
                                     "The planned tries stay as they are.")});
  acts.add(
      {.name = OfferWords::tr("Extend"),
       .iconName = u"clock"_s,
       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_E,
       .blocked = blocked,
       .question =
           [](qint64 rows) {
             return OfferWords::tr("Give %n customer(s) time", nullptr, int(rows));
           },
       .done =
           [](qint64 rows) { return OfferWords::tr("%n case(s) extended", nullptr, int(rows)); },
       .consequence = OfferWords::tr("Until then nothing is tried or suspended, and every step "
                                     "comes that much later. It can be undone."),
       .needsReason = true,
       .draft = u"extend"_s,
       .actWithDay = models::extendDunned,
       .dayName = OfferWords::tr("Last day"),
       .proposedDay =
           [&connection] { return connection.today() + std::chrono::days(proposedDays); }});
  acts.add(writeOffOffer(rights));
}

} // namespace tenantry::ui
