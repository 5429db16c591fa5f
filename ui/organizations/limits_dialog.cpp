// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/limits_dialog.h"
#include "ui/organizations/limit_fields.h"
#include "ui/organizations/words.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include <QBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int longestReason = 200;
const QString limitsReason = u"reason"_s;
} // namespace

LimitsDialog::LimitsDialog(models::Connection &connection, const models::OrganizationFacts &facts,
                           QWidget *window)
    : SubscriptionDialog(connection, facts,
                         {tr("Limits of the contract of %1").arg(facts.organization.name),
                          tr("Set limits"), u"chart-line"_s, ButtonVariant::Primary},
                         window),
      m_limits(new LimitFields), m_reason(new QLineEdit) {
  m_reason->setMaxLength(longestReason);
  fields()->addWidget(m_limits);
  auto *reason = new FormField(tr("Reason"), m_reason);
  reason->setHint(tr("It appears in the timeline."));
  fields()->addWidget(reason);
  connect(m_limits, &LimitFields::edited, this, &LimitsDialog::edited);
  connect(m_reason, &QLineEdit::textChanged, this, &LimitsDialog::edited);
  begin(Offers::Needed);
}

const subscriptions::OwnLimits &LimitsDialog::own() const {
  return facts().subscription->ownLimits;
}

/// One that is not counted any more is there for as long as the contract limits it.
void LimitsDialog::showOffers(const QList<models::PlanOffer> &) {
  auto metrics = changer().metrics();
  for (const auto &[metric, limit] : own())
    if (!metrics.contains(metric))
      metrics.append(metric);
  m_limits->setMetrics(metrics, own());
  m_limits->setOfPlan(changer().planLimits());
}

models::WantedChange LimitsDialog::wanted() const {
  models::WantedChange wanted;
  wanted.kind = models::WantedChange::Kind::Limits;
  wanted.limits = m_limits->wanted(own());
  wanted.reason = m_reason->text().trimmed();
  return wanted;
}

QString LimitsDialog::objection() const {
  return wanted().limits.empty() ? tr("No limit is changed") : QString();
}

QString LimitsDialog::missing() const {
  return m_reason->text().trimmed().isEmpty() ? tr("A reason is needed") : QString();
}

/// Also who is above what is granted now.
QString LimitsDialog::meaning(const Preview &preview) const {
  const bool standsStill = preview.after.status == subscriptions::Status::Paused;
  QStringList said{
      standsStill
          ? tr("They hold from now on, until the plan or the interval is changed. What was used "
               "before the pause is billed under the former limits. It can be undone.")
          : tr("They hold from now on, and for what was used in the running period, until the "
               "plan or the interval is changed. It can be undone.")};
  for (const auto &figure : facts().usage) {
    const auto limit = preview.after.ownLimits.find(figure.quota.metric);
    if (limit == preview.after.ownLimits.end() || limit->second < 0)
      continue;
    std::int64_t used = figure.quota.used;
    for (int i = 0; i < figure.decimals; ++i)
      used /= 10;
    if (used > limit->second)
      said += tr("%1: %2 are used already.")
                  .arg(metricName(figure.quota.metric), formatNumber(used, locale()));
  }
  return said.join(u' ');
}

QString LimitsDialog::doneText(const Preview &) const { return tr("Limits of the contract set"); }

std::optional<models::WantedChange> LimitsDialog::undo() const {
  auto back = wanted();
  back.reason = tr("Undone: %1").arg(back.reason);
  const auto &shown = changer().shown(); // somebody may have set others since this was opened
  if (!shown)
    return {};
  const auto &were = shown->before.ownLimits;
  const auto &set = shown->after;
  back.limitsAsSet = {set.id, set.planId, set.interval, set.ownLimits};
  for (auto &[metric, limit] : back.limits) {
    const auto before = were.find(metric);
    limit = before == were.end() ? std::nullopt : std::optional(before->second);
  }
  return back;
}

models::FormValues LimitsDialog::typed() const {
  models::FormValues typed{{limitsReason, m_reason->text()}};
  m_limits->addTo(typed, own());
  return typed;
}

void LimitsDialog::fill(const models::FormValues &typed) {
  const QSignalBlocker quiet(m_reason);
  m_reason->setText(typed.value(limitsReason));
  m_limits->fill(typed);
}

} // namespace tenantry::ui
