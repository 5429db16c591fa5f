// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/finalize_offer.h"
#include "models/billing/draft_bulk.h"
#include "models/connection/rights.h"
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct FinalizeWords {
  Q_DECLARE_TR_FUNCTIONS(FinalizeOffer)
};

} // namespace

BulkOffer finalizeOffer(const models::Rights &rights) {
  return {
      .name = FinalizeWords::tr("Finalize"),
      .iconName = u"check"_s,
      .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_A,
      .blocked = rights.mayIssue ? QString()
                                 : notForGroups(rights.groups,
                                                {u"finance"_s, u"success"_s, u"administrator"_s}),
      .act = [](const QString &) { return models::finalizeDrafts(); },
      .question =
          [](qint64 rows) { return FinalizeWords::tr("Finalize %n draft(s)", nullptr, int(rows)); },
      .done =
          [](qint64 rows) {
            return FinalizeWords::tr("%n invoice(s) finalized", nullptr, int(rows));
          },
      .consequence = FinalizeWords::tr("Each gets its number, goes to its customer and is "
                                       "collected. A final invoice cannot be changed, only "
                                       "credited."),
      .isFinal = true};
}

} // namespace tenantry::ui
