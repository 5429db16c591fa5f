// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include <QWidget>

class QPushButton;

namespace tenantry::ui {

class Stepper;

/// How far the run of today has come: computed, looked through, issued; where somebody reviews,
/// drafted and finalized. Drafts that wait are one step away.
class RunSteps : public QWidget {
  Q_OBJECT

public:
  explicit RunSteps(QWidget *parent = nullptr);

  void show(const models::BillingPreview &preview, LocalDay today);
  [[nodiscard]] Stepper *stepper() const { return m_stepper; }
  [[nodiscard]] QPushButton *drafts() const { return m_drafts; }

Q_SIGNALS:
  void draftsRequested();

private:
  Stepper *m_stepper;
  QPushButton *m_drafts;
};

} // namespace tenantry::ui
