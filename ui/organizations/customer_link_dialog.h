// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/typed_draft.h"
#include "models/organizations/customer_link_act.h"
#include "ui/widgets/snug_dialog.h"

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace tenantry::ui {

class FormField;
class Label;
class ProgressLine;
class QuestionDialog;

/// Whom a link is for, as one reads it.
struct LinkSubject {
  models::LinkedTo target;
  QString organization; ///< its name
  QString number;       ///< of the invoice; empty: the link leads to all
};

/// Makes a link for a customer and gives it to the clipboard: it is shown here only. Of an
/// organization, ends all that were sent.
class CustomerLinkDialog : public SnugDialog {
  Q_OBJECT

public:
  CustomerLinkDialog(models::Connection &connection, const LinkSubject &subject, QWidget *window);

  /// The address of the pages, which is the same the next time.
  void keepAddressIn(models::DraftStore &drafts);

  [[nodiscard]] QLineEdit *address() const { return m_address; }
  [[nodiscard]] QSpinBox *days() const { return m_days; }
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QPushButton *ending() const { return m_end; }
  [[nodiscard]] QuestionDialog *question() const; ///< whether to end all; null while not asked
  [[nodiscard]] QString link() const;             ///< empty: none was made yet
  [[nodiscard]] QString notice() const;

Q_SIGNALS:
  void ended(const QString &what); ///< links work no more

private:
  void layOut(const LinkSubject &subject);
  [[nodiscard]] QWidget *makeFoot();
  void connectAct();
  void confirm();
  void askWhetherToEnd();
  void take(const QString &url, const LocalDay &lastDay);
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();

  const QString m_organization;
  models::CustomerLinkAct m_act;
  QLineEdit *m_address;
  QSpinBox *m_days;
  QLineEdit *m_link;
  FormField *m_linkField;
  Label *m_notice;
  ProgressLine *m_progress;
  QPushButton *m_end;
  QPushButton *m_confirm;
  QPointer<QuestionDialog> m_question;
  models::TypedDraft *m_draft = nullptr;
};

} // namespace tenantry::ui
