// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/preview_words.h"
#include "ui/billing/billing_pane.h"
#include "ui/shell/group_words.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using PreviewState = models::BillingPreview::State;

namespace {

QString cannotBillNotice(const models::CannotBill &who) {
  return BillingPane::tr("%n organization(s) cannot be billed, and are not in this preview. The "
                         "first is %1: %2 Reference: %3.",
                         nullptr, who.organizations)
      .arg(who.name, said(who.why), who.why.code);
}

} // namespace

/// What could not be computed leaves the rows that were there.
QString previewNotice(const models::BillingPreview &preview, const Zone &zone,
                      const QLocale &locale) {
  const auto at = preview.computedAt();
  if (preview.cannotBill().organizations > 0)
    return cannotBillNotice(preview.cannotBill());
  if (preview.state() != PreviewState::Failed || preview.totals().empty() || !at)
    return {};
  return BillingPane::tr("The preview could not be computed: %1 Below is the one to the end of %2, "
                         "as of %3. Reference: %4.")
      .arg(said(preview.error()), formatDay(preview.day(), locale),
           formatInstant(*at, zone, locale), preview.error().code);
}

EmptyStateContent noInvoices(const models::BillingPreview &preview, const QStringList &groups) {
  if (preview.state() == PreviewState::Failed)
    return {BillingPane::tr("The preview is not for your login"),
            notForGroups(groups, {u"finance"_s, u"success"_s, u"manager"_s, u"administrator"_s}),
            {},
            u"lock"_s};
  if (!preview.lowered().empty())
    return {BillingPane::tr("No invoice is due by then"),
            BillingPane::tr("A run only lowers what is drafted, as said above."),
            BillingPane::tr("Choose a day"), u"calendar"_s};
  return {BillingPane::tr("Nothing is due by then"),
          BillingPane::tr("Choose a later day to see what the next run will issue."),
          BillingPane::tr("Choose a day"), u"calendar"_s};
}

EmptyStateContent noSuchInvoice(const QString &search) {
  return {search.isEmpty() ? BillingPane::tr("Nothing of this kind was found")
                           : BillingPane::tr("Nothing matches “%1”").arg(search),
          search.isEmpty()
              ? BillingPane::tr("No previewed invoice matches.")
              : BillingPane::tr("No previewed invoice is for an organization of that name."),
          BillingPane::tr("Clear filter")};
}

QString reviewObstacle(const models::Connection &connection) {
  const auto &rights = connection.rights();
  if (!rights.mayIssue)
    return notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s});
  return connection.isConnected() ? QString() : offLineReason();
}

} // namespace tenantry::ui
