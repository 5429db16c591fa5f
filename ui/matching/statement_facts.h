// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/statement_import.h"
#include "ui/widgets/scroll_page.h"

namespace tenantry::ui {

class Card;

/// What is in the statements of a file, and what becomes of it: one with its sums, several briefly,
/// and which of their accounts do not follow each other.
class StatementFacts : public ScrollPage {
  Q_OBJECT

public:
  explicit StatementFacts(QWidget *parent = nullptr);

  void show(const importing::BankReport &report);
  [[nodiscard]] QString summary() const { return m_said.join(u'\n'); }

private:
  void showStatement(const importing::StatementReport &statement);
  void showBriefly(const importing::StatementReport &statement); ///< of several
  void showGaps(const importing::BankReport &report);
  void addFact(const QString &what, const QString &value, bool isSum = false);

  Card *m_card;
  QStringList m_said;
};

} // namespace tenantry::ui
