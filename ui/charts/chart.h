// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/chart_data.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_help.h"
#include <QWidget>

class QAction;

namespace tenantry::ui {

class ChartTable;

/// What every chart can do: the pointer or the arrows read a point out on the line above the plot,
/// Home and End go to the first and last, T shows the same figures as a table, and all of it is
/// said to screen readers. Time runs from left to right in every language.
class Chart : public QWidget, public AnswersKeys {
  Q_OBJECT

public:
  explicit Chart(QWidget *parent = nullptr);

  /// What is read out stays so, where that point is still there.
  void setData(ChartData data);
  [[nodiscard]] const ChartData &data() const { return m_data; }
  /// Shown where there are no figures, with what will bring some.
  void setEmptyText(const QString &text);

  [[nodiscard]] std::optional<std::size_t> point() const { return m_point; }
  void readOut(std::optional<std::size_t> point);
  /// Points lead somewhere: by a click, or by Enter on the one that is read out.
  void setLeads(bool leads);
  [[nodiscard]] bool isTableShown() const;
  void showTable(bool shown);
  /// The area below the line of the read-out.
  [[nodiscard]] QRect plotRect() const;
  [[nodiscard]] QList<KeyHelp> keyHelp() const override;
  [[nodiscard]] QSize sizeHint() const override { return {320, 180}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
  void pointChanged();
  void pointActivated(std::size_t point);

protected:
  virtual void paintPlot(QPainter *painter, const QRect &area, const Theme &theme) = 0;
  [[nodiscard]] virtual std::optional<std::size_t> pointAt(const QPoint &position) const = 0;
  [[nodiscard]] virtual std::size_t pointCount() const { return m_data.labels.size(); }
  [[nodiscard]] virtual QString textOf(std::size_t point) const;
  /// Where an arrow leads from a point; both −1, 0 or 1, upwards is −1.
  [[nodiscard]] virtual std::size_t neighbour(std::size_t point, int right, int down) const;
  /// The line above the plot, read out or not.
  virtual void paintHead(QPainter *painter, const QRect &line, const Theme &theme) const;
  /// What the ring of the keyboard's focus goes round.
  [[nodiscard]] virtual QRect focusRect() const { return rect(); }
  virtual void dataChanged() {}
  /// Rows of the table are the series, not the labels.
  [[nodiscard]] virtual bool hasRowPerSeries() const { return false; }

  bool event(QEvent *event) override;
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;
  void mouseMoveEvent(QMouseEvent *event) override;
  void mouseReleaseEvent(QMouseEvent *event) override;
  void leaveEvent(QEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;

private:
  void describe();
  void moveBy(int right, int down);
  [[nodiscard]] bool leavesByEscape() const { return m_point || isTableShown(); }

  ChartData m_data;
  QString m_emptyText;
  std::optional<std::size_t> m_point;
  bool m_leads = false;
  ChartTable *m_table = nullptr; ///< made when it is first asked for
  QAction *m_showTable;
};

/// The colour of a series: the first main one is the accent, comparison and limit are grey.
[[nodiscard]] QColor seriesColor(const ChartData &data, std::size_t series, const Theme &theme);

} // namespace tenantry::ui
