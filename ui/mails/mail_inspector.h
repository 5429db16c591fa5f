// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/mails/mail_view.h"
#include "ui/widgets/surface.h"

class QAction;
class QBoxLayout;
class QStackedLayout;

namespace tenantry::ui {

class Card;
class EmptyState;
class InspectorHead;
class Label;

/// One mail beside the list: its text as it was or will be sent, why it failed, and what else is
/// known of it.
class MailInspector : public Surface {
  Q_OBJECT

public:
  /// In the zone of the business.
  explicit MailInspector(const Zone &zone, QWidget *parent = nullptr);

  void setActs(const QList<QAction *> &acts);
  void showMail(const automation::MailRow &mail);
  void showLoading();
  void showNothing();
  void showError(const Error &error);
  [[nodiscard]] QString subject() const;
  [[nodiscard]] QString text() const; ///< of the mail, as it is shown
  [[nodiscard]] QString reason() const;

Q_SIGNALS:
  void retryRequested(); ///< of what could not be loaded

private:
  void showFacts(const automation::MailRow &mail);

  const Zone &m_zone;
  InspectorHead *m_head;
  QBoxLayout *m_acts;
  Card *m_why;
  Label *m_reason;
  Card *m_text;
  Label *m_subject;
  Label *m_body;
  Card *m_facts;
  EmptyState *m_state;
  QStackedLayout *m_pages;
};

} // namespace tenantry::ui
