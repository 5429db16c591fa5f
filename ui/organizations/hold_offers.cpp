// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/hold_offers.h"
#include "models/billing/draft_bulk.h"
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
  acts.add(
      {.name = HoldWords::tr("Discard"),
       .iconName = u"x"_s,
       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_D,
       .keysBeside = Qt::CTRL | Qt::ALT | Qt::Key_D,
       .blocked = blocked,
       .act = models::discardDrafts,
       .question =
           [](qint64 rows) { return HoldWords::tr("Discard %n draft(s)", nullptr, int(rows)); },
       .done =
           [](qint64 rows) { return HoldWords::tr("%n draft(s) discarded", nullptr, int(rows)); },
       .consequence = HoldWords::tr(
           "They take no number. Usage that they bill is on the next invoice; what is sold in "
           "advance is not billed for those days, unless it is issued again from the draft's "
           "page."),
       .needsReason = true,
       .draft = u"discard"_s,
       .isFinal = true});
}

} // namespace tenantry::ui
