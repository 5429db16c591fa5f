// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/business/business_plan.h"
#include <QStackedWidget>

namespace tenantry::ui {

class ChangeTable;
class EmptyState;
class FactRows;
class TableView;

/// What the chosen folder would change; or what is wrong with its files, or why they cannot be
/// applied to this book.
class ChangesPage : public QStackedWidget {
  Q_OBJECT

public:
  explicit ChangesPage(QWidget *parent = nullptr);

  void show(const models::BusinessPlan &plan);
  using QWidget::show;
  [[nodiscard]] ChangeTable *changes() const { return m_changes; }
  [[nodiscard]] TableView *mistakes() const { return m_mistakeTable; }

Q_SIGNALS:
  void folderRequested();

private:
  [[nodiscard]] QWidget *makeTables();
  void showMistakes(const std::vector<Error> &mistakes);

  FactRows *m_mistakes;
  TableView *m_mistakeTable;
  ChangeTable *m_changes;
  EmptyState *m_state;
};

} // namespace tenantry::ui
