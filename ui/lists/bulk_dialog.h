// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_run.h"
#include "ui/lists/bulk_offer.h"
#include <QDialog>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tenantry::ui {

class FormField;
class Label;
class ProgressLine;

/// Before an action on many rows: how many will change and which, how many stay or are refused and
/// why, and what it means. What cannot be undone is confirmed by typing how many.
class BulkDialog : public QDialog {
  Q_OBJECT

public:
  BulkDialog(const BulkOffer &offer, models::BulkRun &run, const models::BulkTarget &target,
             QWidget *window);

  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QLineEdit *reason() const { return m_reason; }    ///< null where none is needed
  [[nodiscard]] QLineEdit *deliberate() const { return m_typed; } ///< null where it can be undone
  [[nodiscard]] QString text() const;                             ///< what the preview says
  [[nodiscard]] bool isSettled() const { return m_changes.has_value(); }

Q_SIGNALS:
  void confirmed(const QString &reason);

private:
  void addFields(QVBoxLayout *layout);
  [[nodiscard]] QWidget *makeFoot();
  void showPreview(const models::BulkPreview &preview);
  void showError(const Error &error);
  void showWhetherPossible();
  [[nodiscard]] QString obstacle() const;

  const BulkOffer m_offer;
  models::BulkRun &m_run;
  Label *m_title;
  Label *m_text;
  Label *m_consequence;
  ProgressLine *m_progress;
  QLineEdit *m_reason = nullptr;
  FormField *m_typedField = nullptr;
  QLineEdit *m_typed = nullptr;
  QPushButton *m_confirm;
  std::optional<qint64> m_changes; ///< once they are known
};

} // namespace tenantry::ui
