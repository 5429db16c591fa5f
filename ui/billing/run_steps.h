// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include <QWidget>

class QAction;
class QPushButton;

namespace tenantry::ui {

class Stepper;

/// How far the run of today has come: computed, looked through, issued; where somebody reviews,
/// drafted and finalized. Drafts that wait are one step away. One that has findings is looked
/// through once somebody says so: of these rows, not of those that are computed later.
class RunSteps : public QWidget {
  Q_OBJECT

public:
  explicit RunSteps(QWidget *parent = nullptr);

  void show(const models::BillingPreview &preview, LocalDay today);
  [[nodiscard]] Stepper *stepper() const { return m_stepper; }
  [[nodiscard]] QPushButton *drafts() const { return m_drafts; }
  [[nodiscard]] QAction *reviewing() const { return m_review; } ///< says so, or takes it back

Q_SIGNALS:
  void draftsRequested();
  void reviewed(); ///< or not any more: to be shown again

private:
  void showReview(const models::BillingPreview &preview);

  Stepper *m_stepper;
  QAction *m_review;
  QPushButton *m_mark;
  QPushButton *m_drafts;
  std::optional<Instant> m_computedAt; ///< what is shown
  std::optional<Instant> m_reviewed;   ///< when that was computed which somebody looked through
};

} // namespace tenantry::ui
