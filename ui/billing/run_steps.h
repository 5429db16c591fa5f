// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include <QWidget>

class QAction;
class QPushButton;

namespace tenantry::ui {

class ElidedLabel;
class Stepper;

/// How far the run of today has come: computed, looked through, issued; where somebody reviews,
/// drafted and finalized. Drafts that wait are one step away. One that has findings is looked
/// through once somebody says so of each: whoever it was, and until something else is found.
class RunSteps : public QWidget {
  Q_OBJECT

public:
  /// `review` says of findings that somebody has looked at them.
  explicit RunSteps(QAction *review, QWidget *parent = nullptr);

  void show(const models::BillingPreview &preview, const Zone &zone, LocalDay today);
  [[nodiscard]] Stepper *stepper() const { return m_stepper; }
  [[nodiscard]] QPushButton *drafts() const { return m_drafts; }

Q_SIGNALS:
  void draftsRequested();

private:
  void showReview(const models::BillingPreview &preview, const Zone &zone);

  Stepper *m_stepper;
  QPushButton *m_mark;
  QPushButton *m_drafts;
  ElidedLabel *m_by; ///< who looked last, and when
};

} // namespace tenantry::ui
