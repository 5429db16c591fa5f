// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/charge_act.h"
#include "models/forms/typed_draft.h"
#include "ui/widgets/snug_dialog.h"

class QPushButton;
class QVBoxLayout;

namespace tenantry::ui {

class Card;
class ChargeLine;
class Label;
class ProgressLine;

/// Invoices an organization for what is sold once: lines as they are typed, and beside them what
/// they come to with tax and balance. Nothing is issued by Enter alone.
class ChargeDialog : public SnugDialog {
  Q_OBJECT

public:
  ChargeDialog(models::Connection &connection, const organizations::Organization &organization,
               QWidget *window);

  /// What is typed outlives the program, and is there again until it is issued.
  void keepDraftIn(models::DraftStore &drafts);

  [[nodiscard]] const QList<ChargeLine *> &lines() const { return m_lines; }
  [[nodiscard]] QPushButton *adding() const { return m_add; }
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QString previewText() const { return m_said.join(u'\n'); }
  [[nodiscard]] QString notice() const; ///< what is wrong, or what changed meanwhile

Q_SIGNALS:
  /// It is issued under that number; empty: it is a draft.
  void issued(const QString &number);

private:
  void layOut();
  [[nodiscard]] QWidget *makeFoot();
  void connectAct();
  void addLine();
  void removeLine(ChargeLine *line);
  void edited();
  void keepDraft();
  void restore(const models::FormValues &typed);
  void showPreview();
  void addFact(const QString &what, std::int64_t amount, bool isSum = false);
  void clearPreview();
  void showNotice(const QString &text, bool isError);
  void showWhetherPossible();
  [[nodiscard]] QString obstacle() const;

  const OrganizationId m_organization;
  const QString m_name;
  const Currency m_currency;
  models::ChargeAct m_act;
  QList<ChargeLine *> m_lines;
  QVBoxLayout *m_lineRows;
  QPushButton *m_add;
  Label *m_notice;
  Card *m_preview;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  QStringList m_said;
  QString m_refusal; ///< of what is typed now
  models::TypedDraft *m_draft = nullptr;
};

} // namespace tenantry::ui
