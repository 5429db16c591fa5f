// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_payer.h"
#include "models/billing/invoice_sheet.h"
#include <QDialog>

class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class Card;
class FormField;
class Label;
class MoneyEditor;
class ProgressLine;

/// Records a payment of an invoice, or gives one back: what the amount comes to while one types,
/// and what follows from it. The amount itself is typed, so that it is a deliberate act.
class PayDialog : public QDialog {
  Q_OBJECT

public:
  using Act = models::InvoicePayer::Act;
  PayDialog(models::Connection &connection, Act act, const models::InvoiceSheet &sheet,
            QWidget *window);

  [[nodiscard]] MoneyEditor *amount() const { return m_amount; }
  [[nodiscard]] QLineEdit *text() const { return m_text; } ///< reference, or reason
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString previewText() const { return m_said.join(u'\n'); }
  [[nodiscard]] QString notice() const; ///< what is wrong, or what changed meanwhile

Q_SIGNALS:
  void finishedWith(const QString &what); ///< it is done

private:
  [[nodiscard]] FormField *makeAmount();
  [[nodiscard]] FormField *makeText();
  [[nodiscard]] QWidget *makeFoot();
  void connectPayer();
  void edited();
  void show(const payments::TransferPicture &picture);
  void show(const payments::RefundPicture &picture);
  void clearPreview();
  void addFact(const QString &what, std::int64_t amount, bool isSum = false);
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();
  [[nodiscard]] QString money(std::int64_t minor) const;
  [[nodiscard]] QString obstacle() const;

  const Act m_act;
  const models::InvoiceSheet m_sheet;
  models::InvoicePayer m_payer;
  MoneyEditor *m_amount;
  QLineEdit *m_text;
  Label *m_notice;
  Card *m_preview;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  QStringList m_said;
  QString m_refusal; ///< of what is typed now
};

} // namespace tenantry::ui
