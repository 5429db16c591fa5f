// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mails/mail_offers.h"
#include "models/connection/rights.h"
#include "models/mails/mail_bulk.h"
#include "ui/lists/list_acts.h"
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct MailOfferWords {
  Q_DECLARE_TR_FUNCTIONS(MailOffers)
};

} // namespace

void offerMails(ListActs &acts, const models::Rights &rights) {
  const auto blocked =
      rights.mayMail
          ? QString()
          : notForGroups(rights.groups, {u"success"_s, u"finance"_s, u"administrator"_s});
  acts.add({.name = MailOfferWords::tr("Send now"),
            .iconName = u"mail"_s,
            .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_M,
            .blocked = blocked,
            .act = [](const QString &) { return models::sendMails(); },
            .question =
                [](qint64 rows) {
                  return MailOfferWords::tr("Send %n mail(s) now", nullptr, int(rows));
                },
            .done =
                [](qint64 rows) {
                  return MailOfferWords::tr("%n mail(s) being sent", nullptr, int(rows));
                },
            .consequence = MailOfferWords::tr(
                "They are sent as they were written, once a daemon has a mail server. A suppressed "
                "address receives mail again. Until then it can be undone.")});
  acts.add(
      {.name = MailOfferWords::tr("Cancel mails"),
       .iconName = u"x"_s,
       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_D,
       .blocked = blocked,
       .act = [](const QString &) { return models::cancelMails(); },
       .question =
           [](qint64 rows) { return MailOfferWords::tr("Cancel %n mail(s)", nullptr, int(rows)); },
       .done =
           [](qint64 rows) {
             return MailOfferWords::tr("%n mail(s) cancelled", nullptr, int(rows));
           },
       .consequence = MailOfferWords::tr(
           "What waits is not sent, and what failed is not sent again. It can be undone.")});
}

} // namespace tenantry::ui
