// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/form_state.h"
#include "models/organizations/subscription_changer.h"
#include <QWidget>

class QComboBox;
class QSpinBox;

namespace tenantry::ui {

/// What is sold: plan, interval, seats.
class PlanFields : public QWidget {
  Q_OBJECT

public:
  explicit PlanFields(QWidget *parent = nullptr);

  /// What there is already: it stays offered, also where it is not sold any more.
  void setCurrent(const subscriptions::Subscription &subscription, const QString &planName);
  void setOffers(const QList<models::PlanOffer> &offers);
  [[nodiscard]] const models::PlanOffer *offer() const; ///< null: not sold, or not known yet
  void addTo(models::WantedChange &wanted) const;
  void addTo(models::FormValues &typed) const;
  void fill(const models::FormValues &typed); ///< says nothing

  [[nodiscard]] QComboBox *plan() const { return m_plan; }
  [[nodiscard]] QComboBox *interval() const { return m_interval; }
  [[nodiscard]] QSpinBox *seats() const { return m_seats; }

Q_SIGNALS:
  void planChanged();
  void edited();

private:
  void showIntervals();

  QComboBox *m_plan;
  QComboBox *m_interval;
  QSpinBox *m_seats;
  std::optional<Interval> m_current;
  QList<models::PlanOffer> m_offers;
};

} // namespace tenantry::ui
