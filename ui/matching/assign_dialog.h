// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/bank_assigner.h"
#include "models/matching/bank_entry_view.h"
#include "ui/widgets/snug_dialog.h"

class QPushButton;
class QVBoxLayout;

namespace tenantry::ui {

class Card;
class Label;
class MoneyEditor;
class ProgressLine;
class SearchField;

/// Lets an entry of the bank pay: invoices that are proposed or looked for, each with its amount,
/// and the rest for the balance. What it comes to is shown while one chooses. What was typed stays
/// where somebody else was faster.
class AssignDialog : public SnugDialog {
  Q_OBJECT

public:
  AssignDialog(models::Connection &connection, const models::BankEntrySheet &sheet,
               QWidget *window);

  void choose(const payments::NamedInvoice &invoice) { m_assigner.choose(invoice); }
  [[nodiscard]] models::BankAssigner &assigner() { return m_assigner; }
  [[nodiscard]] SearchField *search() const { return m_search; }
  [[nodiscard]] QList<QWidget *> offers() const; ///< what can be chosen, in their order
  [[nodiscard]] const QList<MoneyEditor *> &amounts() const { return m_amounts; }
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString previewText() const { return m_said.join(u'\n'); }
  [[nodiscard]] QString notice() const;

Q_SIGNALS:
  void assigned(const QString &what); ///< it is done

private:
  [[nodiscard]] QWidget *makeFoot();
  void connectAssigner();
  void offerProposals();
  void offerFound(const payments::Candidates &candidates);
  void addOffer(const payments::NamedInvoice &invoice, const QString &how);
  void showChoices();
  void takeAmount(std::size_t choice);
  void showPreview();
  void clearPreview();
  void addFact(const QString &what, const QString &value, bool isSum = false);
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();
  [[nodiscard]] QString money(std::int64_t minor) const;
  [[nodiscard]] QString obstacle() const;

  const models::BankEntrySheet m_sheet;
  models::BankAssigner m_assigner;
  SearchField *m_search;
  Card *m_offers;
  Card *m_choices;
  Card *m_preview;
  Label *m_notice;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  QList<MoneyEditor *> m_amounts;
  QStringList m_said;
  QString m_refusal; ///< of what is chosen now
};

} // namespace tenantry::ui
