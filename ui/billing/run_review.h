// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/preview_list.h"

class QAction;

namespace tenantry::ui {

class RecordList;

/// Says that somebody has looked at the findings that a run's list shows, or at those of the rows
/// that are selected; where all of them are looked at, takes that back. It says how many before and
/// after, and undoes what it changed and nothing else.
class RunReview : public QObject {
  Q_OBJECT

public:
  RunReview(models::PreviewList &list, RecordList &records, models::Connection &connection,
            QWidget *pane);

  [[nodiscard]] QAction *action() const { return m_action; }
  void show(); ///< after other rows are shown, or somebody else may

private:
  [[nodiscard]] QString obstacle() const;
  void act();
  void tell(const models::ReviewChange &change);
  void tellUndone(const models::ReviewChange &change);
  [[nodiscard]] QString where() const;

  models::PreviewList &m_list;
  RecordList &m_records;
  models::Connection &m_connection;
  QWidget *m_pane;
  QAction *m_action;
  models::ShownFindings m_shown;
};

} // namespace tenantry::ui
