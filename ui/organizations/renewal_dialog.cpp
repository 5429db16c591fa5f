// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/renewal_dialog.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

RenewalDialog::RenewalDialog(models::Connection &connection, const models::OrganizationFacts &facts,
                             bool renews, QWidget *window)
    : SubscriptionDialog(connection, facts,
                         {(renews ? tr("Renew the subscription of %1 again")
                                  : tr("Do not renew the subscription of %1"))
                              .arg(facts.organization.name),
                          renews ? tr("Renew again") : tr("Do not renew"),
                          renews ? u"repeat"_s : u"clock"_s, ButtonVariant::Primary},
                         window),
      m_renews(renews) {
  begin(Offers::Unneeded);
}

models::WantedChange RenewalDialog::wanted() const {
  models::WantedChange wanted;
  wanted.kind = models::WantedChange::Kind::Renewal;
  wanted.renews = m_renews;
  return wanted;
}

std::optional<models::WantedChange> RenewalDialog::undo() const {
  auto wanted = this->wanted();
  wanted.renews = !m_renews;
  return wanted;
}

QString RenewalDialog::meaning(const Preview &preview) const {
  using subscriptions::ScheduledAction;
  const auto end = formatDay(preview.after.period.to, locale());
  if (!m_renews)
    return tr("It ends on %1, and no further period is charged. What is used until then is billed "
              "as usual. Until then it can be renewed again.")
        .arg(end);
  if (preview.after.scheduled.action == ScheduledAction::Cancel)
    return tr("It still ends on %1, because its end is scheduled.").arg(end);
  return tr("It renews on %1 and is invoiced then.").arg(end);
}

QString RenewalDialog::doneText(const Preview &preview) const {
  return m_renews
             ? tr("The subscription renews again")
             : tr("The subscription ends on %1").arg(formatDay(preview.after.period.to, locale()));
}

} // namespace tenantry::ui
