// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_creditor.h"
#include <QDialog>

class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class Card;
class FormField;
class Label;
class MoneyEditor;
class ProgressLine;

/// Credits an amount of an invoice: what it comes to, line by line, while one types, where the
/// money goes, and that it is final. The amount itself is typed, so that it is a deliberate act.
class CreditDialog : public QDialog {
  Q_OBJECT

public:
  CreditDialog(models::Connection &connection, const models::InvoiceSheet &sheet, QWidget *window);

  [[nodiscard]] MoneyEditor *amount() const { return m_amount; }
  [[nodiscard]] QLineEdit *reason() const { return m_reason; }
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString previewText() const { return m_said.join(u'\n'); }
  [[nodiscard]] QString notice() const; ///< what is wrong, or what changed meanwhile

Q_SIGNALS:
  void credited(const QString &what); ///< it is done

private:
  [[nodiscard]] QWidget *makeFoot();
  void connectCreditor();
  void edited();
  void showPreview();
  void clearPreview();
  void addFact(const QString &what, std::int64_t amount, bool isSum = false);
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();
  [[nodiscard]] QString obstacle() const;

  const models::InvoiceSheet m_sheet;
  models::InvoiceCreditor m_creditor;
  MoneyEditor *m_amount;
  QLineEdit *m_reason;
  Label *m_notice;
  Card *m_preview;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  QStringList m_said;
  QString m_refusal; ///< of what is typed now
};

} // namespace tenantry::ui
