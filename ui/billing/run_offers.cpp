// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/run_offers.h"
#include "models/billing/issue_bulk.h"
#include "models/connection/rights.h"
#include "ui/lists/list_acts.h"
#include "ui/organizations/standing_offers.h"
#include "ui/shell/group_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct RunWords {
  Q_DECLARE_TR_FUNCTIONS(RunOffers)
};

/// Of the key of a previewed invoice.
QString organizationOf(const QString &key) { return key.section(u'/', 0, 0); }

} // namespace

void offerRun(ListActs &acts, const models::Rights &rights) {
  acts.add(
      {.name = RunWords::tr("Finalize selected"),
       .iconName = u"check"_s,
       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_I,
       .blocked = rights.mayIssue ? QString()
                                  : notForGroups(rights.groups,
                                                 {u"finance"_s, u"success"_s, u"administrator"_s}),
       .act = [](const QString &) { return models::issueDue(); },
       .question =
           [](qint64 rows) {
             return RunWords::tr("Finalize what is due of %n organization(s)", nullptr, int(rows));
           },
       .done =
           [](qint64 rows) {
             return RunWords::tr("%n organization(s) billed", nullptr, int(rows));
           },
       .consequence = RunWords::tr(
           "What is due today gets its number and is collected; it cannot be changed then, "
           "only credited. Where invoices are reviewed first, it is drafted. What is due "
           "later stays."),
       .isFinal = true,
       .subject = organizationOf});
  offerInvoiceHolds(acts, rights, organizationOf);
}

} // namespace tenantry::ui
