// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/approval_offer.h"
#include "models/billing/approval_bulk.h"
#include "ui/lists/list_acts.h"
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct ApprovalWords {
  Q_DECLARE_TR_FUNCTIONS(ApprovalOffer)
};

} // namespace

void offerApproval(ListActs &acts, const models::Rights &rights) {
  acts.add(
      {.name = ApprovalWords::tr("Approve"),
       .iconName = u"check"_s,
       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_Y,
       .blocked = rights.mayApprove
                      ? QString()
                      : notForGroups(rights.groups, {u"finance"_s, u"administrator"_s}),
       .act = [](const QString &) { return models::approveDrafts(); },
       .question =
           [](qint64 rows) { return ApprovalWords::tr("Approve %n draft(s)", nullptr, int(rows)); },
       .done =
           [](qint64 rows) {
             return ApprovalWords::tr("%n draft(s) approved", nullptr, int(rows));
           },
       .consequence = ApprovalWords::tr("Somebody else can finalize them then. It can be "
                                        "undone.")});
}

} // namespace tenantry::ui
