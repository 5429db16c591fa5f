// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QVBoxLayout;

namespace tenantry::ui {

/// The bar over a list: what narrows it on the left, how much that leaves on the right. Where there
/// is no room for all, filters go on in further rows.
class FilterBar : public QWidget {
public:
  explicit FilterBar(const QList<QWidget *> &filters, QWidget *result = nullptr);

protected:
  void resizeEvent(QResizeEvent *event) override;
  bool event(QEvent *event) override;

private:
  void arrange();

  QList<QWidget *> m_filters;
  QWidget *m_result;
  QVBoxLayout *m_rows;
  QList<qsizetype> m_breaks; ///< how many filters each row has
};

} // namespace tenantry::ui
