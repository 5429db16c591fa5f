// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/form_state.h"
#include "models/organizations/subscription_changer.h"
#include <QWidget>

class QGridLayout;

namespace tenantry::ui {

class LimitEditor;

/// The limits that a contract grants, one of each metric of the business.
class LimitFields : public QWidget {
  Q_OBJECT

public:
  explicit LimitFields(QWidget *parent = nullptr);

  /// Says nothing. What is not in `own` is as the plan says.
  void setMetrics(const QStringList &metrics, const subscriptions::OwnLimits &own);
  void setOfPlan(const subscriptions::OwnLimits &limits); ///< of another plan: the rest stays
  /// What differs from what the contract grants.
  [[nodiscard]] models::WantedLimits wanted(const subscriptions::OwnLimits &own) const;
  /// What differs from that alone: the others may be set by somebody else meanwhile.
  void addTo(models::FormValues &typed, const subscriptions::OwnLimits &own) const;
  void fill(const models::FormValues &typed);                    ///< says nothing
  [[nodiscard]] LimitEditor *field(const QString &metric) const; ///< null: no such metric

Q_SIGNALS:
  void edited();

private:
  QGridLayout *m_grid;
  std::map<QString, LimitEditor *> m_fields;
};

} // namespace tenantry::ui
