// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/standing_offers.h"
#include "models/billing/hold_bulk.h"
#include "models/connection/rights.h"
#include "models/organizations/standing_bulk.h"
#include "ui/lists/list_acts.h"
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(StandingOffers)
};

} // namespace

void offerInvoiceHolds(ListActs &acts, const models::Rights &rights,
                       models::BulkTarget::Subject organization) {
  const auto blocked =
      rights.mayIssue
          ? QString()
          : notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s});
  acts.add({.name = Words::tr("Hold invoices"),
            .iconName = u"lock"_s,
            .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_H,
            .blocked = blocked,
            .act = models::holdOrganizations,
            .question =
                [](qint64 rows) {
                  return Words::tr("Hold the invoices of %n organization(s)", nullptr, int(rows));
                },
            .done =
                [](qint64 rows) {
                  return Words::tr("Invoices of %n organization(s) on hold", nullptr, int(rows));
                },
            .consequence = Words::tr("What becomes due is only drafted, and nobody finalizes it "
                                     "until they are released. It can be undone."),
            .needsReason = true,
            .draft = u"hold-invoices"_s,
            .subject = organization});
  acts.add({.name = Words::tr("Release invoices"),
            .iconName = u"play"_s,
            .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_L,
            .blocked = blocked,
            .act = [](const QString &) { return models::releaseOrganizations(); },
            .question =
                [](qint64 rows) {
                  return Words::tr("Release the invoices of %n organization(s)", nullptr,
                                   int(rows));
                },
            .done =
                [](qint64 rows) {
                  return Words::tr("Invoices of %n organization(s) released", nullptr, int(rows));
                },
            .consequence = Words::tr("What was drafted meanwhile is finalized by hand. It can be "
                                     "undone."),
            .subject = organization});
}

void offerStandingActs(ListActs &acts, const models::Rights &rights) {
  const auto blocked =
      rights.maySuspend
          ? QString()
          : notForGroups(rights.groups, {u"success"_s, u"finance"_s, u"administrator"_s});
  acts.add(
      {.name = Words::tr("Suspend"),
       .iconName = u"pause"_s,
       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_S,
       .blocked = blocked,
       .act = models::suspendOrganizations,
       .question =
           [](qint64 rows) { return Words::tr("Suspend %n organization(s)", nullptr, int(rows)); },
       .done =
           [](qint64 rows) {
             return Words::tr("%n organization(s) suspended", nullptr, int(rows));
           },
       .consequence = Words::tr("Each is suspended until somebody reactivates it. "
                                "Its subscription goes on. It can be undone."),
       .needsReason = true,
       .draft = u"suspend"_s});
  acts.add({.name = Words::tr("Reactivate"),
            .iconName = u"play"_s,
            .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_R,
            .blocked = blocked,
            .act = models::reactivateOrganizations,
            .question =
                [](qint64 rows) {
                  return Words::tr("Reactivate %n organization(s)", nullptr, int(rows));
                },
            .done =
                [](qint64 rows) {
                  return Words::tr("%n organization(s) reactivated", nullptr, int(rows));
                },
            .consequence = Words::tr("Each goes back to what it was before. It can be undone."),
            .needsReason = true,
            .draft = u"reactivate"_s});
  offerInvoiceHolds(acts, rights);
}

} // namespace tenantry::ui
