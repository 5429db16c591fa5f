// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/importing/import_draft.h"
#include "ui/widgets/scroll_page.h"

class QGridLayout;

namespace tenantry::ui {

/// Which column of a file means which field, with the first record as an example; what is needed
/// and has no column says so, and so does a choice that cannot be.
class MappingForm : public ScrollPage {
  Q_OBJECT

public:
  explicit MappingForm(QWidget *parent = nullptr);

  void show(const models::ImportSheet &sheet);
  void setSampleTitle(const QString &title) { m_sampleTitle = title; } ///< of several records

Q_SIGNALS:
  void columnChosen(const QString &field, const QString &column);

private:
  void addHead();
  void addField(int row, const models::ImportSheet &sheet, const importing::ImportField &field);

  QGridLayout *m_grid = nullptr;
  QString m_sampleTitle;
};

} // namespace tenantry::ui
