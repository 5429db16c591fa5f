// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/contradiction_offers.h"
#include "models/connection/rights.h"
#include "models/contradictions/contradiction_bulk.h"
#include "ui/lists/list_acts.h"
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct ActText {
  Q_DECLARE_TR_FUNCTIONS(ContradictionOffers)
};

BulkOffer askAgainOffer() {
  return {.name = ActText::tr("Ask again"),
          .iconName = u"refresh"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_R,
          .act = [](const QString &) { return models::askContradictedAgain(); },
          .question =
              [](qint64 rows) {
                return ActText::tr("Ask again about %n contradiction(s)", nullptr, int(rows));
              },
          .done =
              [](qint64 rows) {
                return ActText::tr("%n contradiction(s) asked about again", nullptr, int(rows));
              },
          .consequence =
              ActText::tr("Do it once what was wrong is mended at the provider. A worker asks at "
                          "once; what still contradicts comes back here.")};
}

BulkOffer carriedOutOffer() {
  return {.name = ActText::tr("Was carried out"),
          .iconName = u"check"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_Y,
          .act = [](const QString &reason) { return models::settleContradicted(true, reason); },
          .question =
              [](qint64 rows) {
                return ActText::tr("Settle %n contradiction(s) as carried out", nullptr, int(rows));
              },
          .done =
              [](qint64 rows) {
                return ActText::tr("%n contradiction(s) settled as carried out", nullptr,
                                   int(rows));
              },
          .consequence = ActText::tr("You saw at the provider that exactly this amount was "
                                     "charged or given back: it is booked, and the invoice is "
                                     "paid or credited."),
          .needsReason = true,
          .draft = u"moved"_s,
          .isFinal = true};
}

BulkOffer notCarriedOutOffer() {
  return {.name = ActText::tr("Was not carried out"),
          .iconName = u"x"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_D,
          .act = [](const QString &reason) { return models::settleContradicted(false, reason); },
          .question =
              [](qint64 rows) {
                return ActText::tr("Settle %n contradiction(s) as not carried out", nullptr,
                                   int(rows));
              },
          .done =
              [](qint64 rows) {
                return ActText::tr("%n contradiction(s) settled as not carried out", nullptr,
                                   int(rows));
              },
          .consequence =
              ActText::tr("You saw at the provider that nothing was charged, given back or set "
                          "up. What is due is charged anew, a refund has failed; money that did "
                          "move would then be missing in the books."),
          .needsReason = true,
          .draft = u"none"_s,
          .isFinal = true};
}

} // namespace

void offerContradictions(ListActs &acts, const models::Rights &rights) {
  const auto blocked =
      rights.mayPay ? QString() : notForGroups(rights.groups, {u"finance"_s, u"administrator"_s});
  for (auto offer : {askAgainOffer(), carriedOutOffer(), notCarriedOutOffer()}) {
    offer.blocked = blocked;
    acts.add(offer);
  }
}

} // namespace tenantry::ui
