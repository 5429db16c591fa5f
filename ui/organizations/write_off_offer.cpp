// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/write_off_offer.h"
#include "models/billing/write_off_bulk.h"
#include "models/connection/rights.h"
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct WriteOffWords {
  Q_DECLARE_TR_FUNCTIONS(WriteOffOffer)
};

} // namespace

BulkOffer writeOffOffer(const models::Rights &rights) {
  return {.name = WriteOffWords::tr("Write off"),
          .iconName = u"x"_s,
          .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_W,
          .blocked = rights.mayWriteOff ? QString()
                                        : notForGroups(rights.groups, {u"finance"_s, u"success"_s,
                                                                       u"administrator"_s}),
          .act = [](const QString &) { return models::writeOffInvoices(); },
          .question =
              [](qint64 rows) {
                return WriteOffWords::tr("Write off %n invoice(s)", nullptr, int(rows));
              },
          .done =
              [](qint64 rows) {
                return WriteOffWords::tr("%n invoice(s) written off", nullptr, int(rows));
              },
          .consequence = WriteOffWords::tr("What is still open of them is given up and booked as a "
                                           "loss. Nobody is asked for it any more."),
          .isFinal = true};
}

} // namespace tenantry::ui
