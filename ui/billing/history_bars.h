// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_view.h"
#include <QWidget>

namespace tenantry::ui {

/// What the invoices before this one came to, and this one at the right.
class HistoryBars : public QWidget {
  Q_OBJECT

public:
  using QWidget::QWidget;

  void show(const models::InvoiceSheet &sheet, bool standsOut);
  [[nodiscard]] QSize sizeHint() const override { return {200, 104}; }

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  struct Bar {
    QString month;
    QString amount;
    double share = 0; ///< of the highest
  };
  std::vector<Bar> m_bars;
  bool m_standsOut = false;
};

} // namespace tenantry::ui
