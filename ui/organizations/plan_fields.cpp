// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/plan_fields.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/form_field.h"
#include <QBoxLayout>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int mostSeats = 1'000'000;
} // namespace

PlanFields::PlanFields(QWidget *parent)
    : QWidget(parent), m_plan(new QComboBox), m_interval(new QComboBox), m_seats(new QSpinBox) {
  m_seats->setRange(1, mostSeats);
  m_seats->setGroupSeparatorShown(true);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(space::x3);
  layout->addWidget(new FormField(tr("Plan"), m_plan));
  auto *row = new QHBoxLayout;
  row->setSpacing(space::x3);
  row->addWidget(new FormField(tr("Billed"), m_interval), 1);
  row->addWidget(new FormField(tr("Seats"), m_seats), 1);
  layout->addLayout(row);
  connect(m_plan, &QComboBox::currentIndexChanged, this, [this] {
    showIntervals();
    Q_EMIT planChanged();
    Q_EMIT edited();
  });
  connect(m_interval, &QComboBox::currentIndexChanged, this, &PlanFields::edited);
  connect(m_seats, &QSpinBox::valueChanged, this, &PlanFields::edited);
}

void PlanFields::setCurrent(const subscriptions::Subscription &subscription,
                            const QString &planName) {
  const QSignalBlocker quiet(this);
  m_current = subscription.interval;
  m_plan->addItem(planName, subscription.planId);
  m_seats->setValue(subscription.seats);
}

void PlanFields::setOffers(const QList<models::PlanOffer> &offers) {
  m_offers = offers;
  const QSignalBlocker quiet(this);
  for (const auto &offer : offers)
    if (m_plan->findData(offer.id) < 0)
      m_plan->addItem(offer.name, offer.id);
  showIntervals();
}

const models::PlanOffer *PlanFields::offer() const {
  const auto chosen = m_plan->currentData().toString();
  const auto found = std::find_if(m_offers.begin(), m_offers.end(),
                                  [&](const models::PlanOffer &one) { return one.id == chosen; });
  return found == m_offers.end() ? nullptr : &*found;
}

void PlanFields::showIntervals() {
  const QSignalBlocker quiet(m_interval);
  const auto chosen = m_interval->currentData().toInt();
  m_interval->clear();
  if (const auto *sold = offer())
    for (const auto interval : sold->intervals)
      m_interval->addItem(intervalWord(interval), int(interval));
  if (m_interval->count() == 0 && m_current)
    m_interval->addItem(intervalWord(*m_current), int(*m_current));
  m_interval->setCurrentIndex(std::max(0, m_interval->findData(chosen)));
}

void PlanFields::addTo(models::WantedChange &wanted) const {
  wanted.planId = m_plan->currentData().toString();
  wanted.interval = Interval(m_interval->currentData().toInt());
  wanted.seats = m_seats->value();
}

void PlanFields::addTo(models::FormValues &typed) const {
  typed[u"plan"_s] = m_plan->currentData().toString();
  typed[u"interval"_s] = toString(Interval(m_interval->currentData().toInt()));
  typed[u"seats"_s] = QString::number(m_seats->value());
}

void PlanFields::fill(const models::FormValues &typed) {
  const QSignalBlocker quiet(this);
  m_plan->setCurrentIndex(std::max(0, m_plan->findData(typed.value(u"plan"_s))));
  showIntervals();
  for (int i = 0; i < m_interval->count(); ++i)
    if (toString(Interval(m_interval->itemData(i).toInt())) == typed.value(u"interval"_s))
      m_interval->setCurrentIndex(i);
  m_seats->setValue(typed.value(u"seats"_s).toInt());
}

} // namespace tenantry::ui
