// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/limit_fields.h"
#include "ui/organizations/limit_editor.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/form_field.h"
#include <QGridLayout>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int limitColumns = 3;

QString limitField(const QString &metric) { return u"limit/"_s + metric; }

std::optional<std::int64_t> limitIn(const subscriptions::OwnLimits &limits, const QString &metric) {
  const auto found = limits.find(metric);
  return found == limits.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

LimitFields::LimitFields(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setSpacing(space::x3);
}

void LimitFields::setMetrics(const QStringList &metrics, const subscriptions::OwnLimits &own) {
  for (const auto &metric : metrics) {
    if (m_fields.contains(metric))
      continue;
    const auto place = static_cast<int>(m_fields.size());
    auto *field = m_fields[metric] = new LimitEditor;
    field->setLimit(limitIn(own, metric));
    m_grid->addWidget(new FormField(metricName(metric), field), place / limitColumns,
                      place % limitColumns);
    connect(field, &QDoubleSpinBox::valueChanged, this, &LimitFields::edited);
  }
}

void LimitFields::setOfPlan(const subscriptions::OwnLimits &limits) {
  for (const auto &[metric, field] : m_fields)
    field->setOfPlan(limitIn(limits, metric));
}

models::WantedLimits LimitFields::wanted(const subscriptions::OwnLimits &own) const {
  models::WantedLimits wanted;
  for (const auto &[metric, field] : m_fields)
    if (field->limit() != limitIn(own, metric))
      wanted[metric] = field->limit();
  return wanted;
}

void LimitFields::addTo(models::FormValues &typed, const subscriptions::OwnLimits &own) const {
  for (const auto &[metric, limit] : wanted(own))
    typed[limitField(metric)] = limit ? QString::number(*limit) : QString();
}

void LimitFields::fill(const models::FormValues &typed) {
  for (const auto &[metric, field] : m_fields) {
    if (!typed.contains(limitField(metric)))
      continue;
    const QSignalBlocker quiet(field);
    bool isNumber = false;
    const auto limit = typed.value(limitField(metric)).toLongLong(&isNumber);
    field->setLimit(isNumber ? std::optional<std::int64_t>(limit) : std::nullopt);
  }
}

LimitEditor *LimitFields::field(const QString &metric) const {
  const auto found = m_fields.find(metric);
  return found == m_fields.end() ? nullptr : found->second;
}

} // namespace tenantry::ui
