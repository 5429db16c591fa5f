// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/bank_entry_view.h"
#include "models/matching/bank_unassigner.h"
#include <QDialog>

class QPushButton;

namespace tenantry::ui {

class Card;
class Label;
class ProgressLine;

/// Undoes an assignment, after it was shown what becomes of invoices and balance.
class UnassignDialog : public QDialog {
  Q_OBJECT

public:
  UnassignDialog(models::Connection &connection, const models::BankEntrySheet &sheet,
                 QWidget *window);

  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString previewText() const { return m_said.join(u'\n'); }
  [[nodiscard]] QString notice() const;

Q_SIGNALS:
  void undone(const QString &what); ///< it is done

private:
  [[nodiscard]] QWidget *makeFoot();
  void showPreview();
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();
  void addFact(const QString &what, const QString &value);

  const models::BankEntrySheet m_sheet;
  models::BankUnassigner m_unassigner;
  Card *m_preview;
  Label *m_notice;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  QStringList m_said;
  QString m_refusal;
};

} // namespace tenantry::ui
