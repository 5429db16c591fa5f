// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/dismiss_offers.h"
#include "models/connection/rights.h"
#include "models/matching/dismiss_bulk.h"
#include "ui/lists/list_acts.h"
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct DismissWords {
  Q_DECLARE_TR_FUNCTIONS(DismissOffers)
};

} // namespace

void offerDismissals(ListActs &acts, const models::Rights &rights) {
  const auto blocked =
      rights.mayPay ? QString() : notForGroups(rights.groups, {u"finance"_s, u"administrator"_s});
  acts.add({.name = DismissWords::tr("Not a customer's"),
            .iconName = u"x"_s,
            .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_D,
            .blocked = blocked,
            .act = models::dismissEntries,
            .question =
                [](qint64 rows) {
                  return DismissWords::tr("%n entry(ies): not a customer's", nullptr, int(rows));
                },
            .done =
                [](qint64 rows) {
                  return DismissWords::tr("%n entry(ies) dismissed", nullptr, int(rows));
                },
            .consequence = DismissWords::tr("They wait no more and pay nothing. It can be undone."),
            .needsReason = true,
            .draft = u"dismiss"_s});
  acts.add({.name = DismissWords::tr("Let it wait again"),
            .iconName = u"repeat"_s,
            .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_B,
            .blocked = blocked,
            .act = [](const QString &) { return models::takeBackEntries(); },
            .question =
                [](qint64 rows) {
                  return DismissWords::tr("Let %n entry(ies) wait again", nullptr, int(rows));
                },
            .done =
                [](qint64 rows) {
                  return DismissWords::tr("%n entry(ies) wait again", nullptr, int(rows));
                },
            .consequence = DismissWords::tr(
                "What was dismissed or set aside waits for somebody again. It can be undone.")});
  acts.add({.name = DismissWords::tr("Another payment"),
            .iconName = u"check"_s,
            .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_P,
            .blocked = blocked,
            .act = [](const QString &) { return models::otherEntries(); },
            .question =
                [](qint64 rows) {
                  return DismissWords::tr("%n entry(ies): another payment", nullptr, int(rows));
                },
            .done =
                [](qint64 rows) {
                  return DismissWords::tr("%n entry(ies) can be assigned", nullptr, int(rows));
                },
            .consequence =
                DismissWords::tr("Another statement has one that looks the same. These are "
                                 "payments of their own and can be assigned. It can be undone.")});
  acts.add({.name = DismissWords::tr("The same, told again"),
            .iconName = u"copy"_s,
            .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_S,
            .blocked = blocked,
            .act = [](const QString &) { return models::sameEntries(); },
            .question =
                [](qint64 rows) {
                  return DismissWords::tr("%n entry(ies): the same, told again", nullptr,
                                          int(rows));
                },
            .done =
                [](qint64 rows) {
                  return DismissWords::tr("%n entry(ies) set aside", nullptr, int(rows));
                },
            .consequence = DismissWords::tr("The money came once, by another statement. These "
                                            "pay nothing. It can be undone.")});
}

} // namespace tenantry::ui
