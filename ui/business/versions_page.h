// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/business/business_versions.h"
#include <QStackedWidget>

namespace tenantry::ui {

class ChangeTable;
class EmptyState;
class FactRows;
class SectionHeader;
class TableView;

/// What was applied, the newest first, and beside it what the chosen version changed.
class VersionsPage : public QStackedWidget {
  Q_OBJECT

public:
  explicit VersionsPage(models::Connection &connection, QWidget *parent = nullptr);

  void begin() { m_versions.begin(); }
  void reload() { m_versions.reload(); }
  [[nodiscard]] bool isSettled() const;
  [[nodiscard]] models::BusinessVersions &versions() { return m_versions; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] ChangeTable *changes() const { return m_changes; }

Q_SIGNALS:
  void settled();

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void showVersions();
  void showChosen();

  const Zone m_zone;
  models::BusinessVersions m_versions;
  std::vector<business::Version> m_shown;
  FactRows *m_rows;
  TableView *m_table;
  SectionHeader *m_head;
  ChangeTable *m_changes;
  EmptyState *m_state;
};

} // namespace tenantry::ui
