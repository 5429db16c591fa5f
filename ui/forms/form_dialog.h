// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/form.h"
#include "ui/forms/field_spec.h"
#include <QDialog>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace tenantry::ui {

class EmptyState;
class FormView;
class Label;
class RestoredNotice;
class ScrollPage;

/// What a form says around its fields.
struct FormWords {
  QString title;  ///< "Edit organization"
  QString about;  ///< below it: "Kestrel Bank"
  QString submit; ///< "Save"
  QString done;   ///< "Organization saved": the toast
  QString iconName{};
  int width = 0; ///< 0: that of dialogs
};

/// A form over the window: its fields, why it cannot be saved, and what was put in from a draft.
/// Whoever leaves it without saving finds what was typed the next time. Deletes itself when closed.
class FormDialog : public QDialog {
  Q_OBJECT

public:
  FormDialog(models::Connection &connection, models::DraftStore *drafts, const models::FormAct &act,
             const FormWords &words, const QList<FieldGroup> &fields, QWidget *window);

  [[nodiscard]] models::Form &form() { return m_form; }
  [[nodiscard]] FormView *view() const { return m_view; }
  [[nodiscard]] QPushButton *submission() const { return m_submit; }
  [[nodiscard]] QPushButton *discarding() const; ///< of what was restored
  [[nodiscard]] QString reason() const;          ///< why it cannot be saved, as it is shown
  [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
  void saved(const QString &record);
  void settled();

protected:
  void keyPressEvent(QKeyEvent *event) override;
  void done(int result) override;

private:
  void addHead(QVBoxLayout *layout);
  void addBody(QVBoxLayout *layout);
  void addFoot(QVBoxLayout *layout);
  void showForm();
  void showTrouble();
  void fit();
  void tellSaved();
  void tellKept();

  models::Connection &m_connection;
  models::DraftStore *m_drafts;
  const models::DraftKey m_key;
  const FormWords m_words;
  models::Form m_form;
  FormView *m_view;
  RestoredNotice *m_restored;
  EmptyState *m_state;
  QStackedWidget *m_pages;
  ScrollPage *m_scroll;
  Label *m_reason;
  QPushButton *m_submit;
  bool m_isShown = false;  ///< the record was there once
  bool m_isSaving = false; ///< when it was shown the last time
};

} // namespace tenantry::ui
