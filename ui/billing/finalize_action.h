// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_runner.h"
#include <QPointer>

class QPushButton;

namespace tenantry::ui {

class QuestionDialog;

/// Issuing what is due now, or drafting it where somebody reviews it first: the button, why it
/// cannot be pressed, the question before it, and what it came to. The question is about what is
/// due when it is asked, and nothing else is issued.
class FinalizeAction : public QObject {
  Q_OBJECT

public:
  FinalizeAction(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  [[nodiscard]] QPushButton *button() const { return m_button; }
  [[nodiscard]] models::BillingRunner &runner() { return m_runner; }
  /// What the list shows: up to which day, and how many invoices once that is known. Reviewed: they
  /// become drafts. `lowered`: drafts that come to less.
  void setPreview(LocalDay day, std::optional<qint64> invoices, std::size_t lowered,
                  bool isReviewed);
  [[nodiscard]] QuestionDialog *question() const; ///< null while none is open
  bool stop();                                    ///< looking what is due; false: it did not

Q_SIGNALS:
  void finished(); ///< invoices were issued, or what is due is not what the list shows

private:
  void showWhetherPossible();
  [[nodiscard]] QString obstacle() const;
  void confirm();
  void ask(const billing::RunPicture &picture);
  void showFailure(const Error &error);
  [[nodiscard]] QString doneBy(const models::RunOutcome &outcome) const;
  void showOutcome(const models::RunOutcome &outcome);

  models::Connection &m_connection;
  models::BillingRunner m_runner;
  QWidget *m_pane;
  QPushButton *m_button;
  LocalDay m_day{};
  std::optional<qint64> m_invoices;
  std::size_t m_lowered = 0;
  QPointer<QuestionDialog> m_question;
  bool m_isReviewed = false;
};

} // namespace tenantry::ui
