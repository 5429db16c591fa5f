// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/home/figure_rows_model.h"
#include "ui/home/figure_places.h"
#include "ui/lists/list_page.h"

namespace tenantry::ui {

/// The rows behind one figure of the home, in full: each leads to its record.
class FigurePage : public ListPage {
  Q_OBJECT

public:
  FigurePage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void show(const FigurePlace &place);
  using QWidget::show;
  [[nodiscard]] const QString &heading() const { return m_heading; } ///< "Renewals within 30 days"
  [[nodiscard]] QString fact() const;                                ///< how many there are
  /// Stops the loading, unless nobody can have noticed it, or ends a selection of several; false
  /// where the figures come next.
  bool stepUp();
  [[nodiscard]] models::FigureRowsModel &rows() { return m_rows; }

Q_SIGNALS:
  void counted();

protected:
  void showCount() override { Q_EMIT counted(); }
  void act(EmptyState::Kind kind) override;

private:
  FigurePage(models::Connection &connection, models::RunningWork &work,
             models::FigureRowsModel *rows, QWidget *pane);
  [[nodiscard]] static ListSpec specOf();

  models::FigureRowsModel &m_rows;
  QString m_heading;
};

} // namespace tenantry::ui
