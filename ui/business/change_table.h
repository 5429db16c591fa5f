// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/business/business_versions.h"
#include "ui/widgets/table_view.h"

namespace tenantry::ui {

class FactRows;

/// What changes from one business to the other, fact by fact.
class ChangeTable : public TableView {
public:
  explicit ChangeTable(const QString &name, QWidget *parent = nullptr);

  void show(const std::vector<business::Change> &changes);
  using QWidget::show;

private:
  FactRows *m_rows;
};

} // namespace tenantry::ui
