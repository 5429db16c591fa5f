// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_runner.h"
#include <QPointer>

class QPushButton;

namespace tenantry::ui {

class QuestionDialog;

/// Issuing what is due today, or drafting it where somebody reviews it first: the button, why it
/// cannot be pressed, the question before it, and what it came to.
class FinalizeAction : public QObject {
  Q_OBJECT

public:
  FinalizeAction(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  [[nodiscard]] QPushButton *button() const { return m_button; }
  [[nodiscard]] models::BillingRunner &runner() { return m_runner; }
  /// What is previewed: up to which day, and how many invoices once that is known, with what they
  /// come to. Reviewed: they become drafts.
  void setPreview(LocalDay day, std::optional<qint64> invoices,
                  const std::map<Currency, std::int64_t> &total, bool isReviewed);
  [[nodiscard]] QuestionDialog *question() const; ///< null while none is open

Q_SIGNALS:
  void finished(); ///< invoices were issued, or would have been

private:
  void showWhetherPossible();
  [[nodiscard]] QString obstacle() const;
  void confirm();
  void showOutcome(const models::RunOutcome &outcome);

  models::Connection &m_connection;
  models::BillingRunner m_runner;
  QWidget *m_pane;
  QPushButton *m_button;
  LocalDay m_day{};
  std::optional<qint64> m_invoices;
  std::map<Currency, std::int64_t> m_total; ///< minor units
  QPointer<QuestionDialog> m_question;
  bool m_isReviewed = false;
};

} // namespace tenantry::ui
