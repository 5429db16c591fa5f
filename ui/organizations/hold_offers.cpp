// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/hold_offers.h"
#include "models/billing/hold_bulk.h"
#include "ui/lists/list_acts.h"
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct HoldWords {
  Q_DECLARE_TR_FUNCTIONS(HoldOffers)
};

} // namespace

void offerHolds(ListActs &acts, const models::Rights &rights) {
  const auto blocked =
      rights.mayIssue
          ? QString()
          : notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s});
  acts.add(
      {.name = HoldWords::tr("Hold"),
       .iconName = u"pause"_s,
       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_H,
       .blocked = blocked,
       .act = models::holdDrafts,
       .question =
           [](qint64 rows) { return HoldWords::tr("Hold %n draft(s)", nullptr, int(rows)); },
       .done =
           [](qint64 rows) { return HoldWords::tr("%n draft(s) put on hold", nullptr, int(rows)); },
       .consequence = HoldWords::tr("Nobody finalizes them until they are released. It can be "
                                    "undone."),
       .needsReason = true,
       .draft = u"hold"_s});
  acts.add(
      {.name = HoldWords::tr("Release"),
       .iconName = u"play"_s,
       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_L,
       .keysBeside = Qt::CTRL | Qt::ALT | Qt::Key_U,
       .blocked = blocked,
       .act = [](const QString &) { return models::releaseDrafts(); },
       .question =
           [](qint64 rows) { return HoldWords::tr("Release %n draft(s)", nullptr, int(rows)); },
       .done =
           [](qint64 rows) { return HoldWords::tr("%n draft(s) released", nullptr, int(rows)); },
       .consequence = HoldWords::tr("They can be finalized again. It can be undone.")});
}

} // namespace tenantry::ui
