// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/billing/line_words.h"
#include <QAbstractButton>

namespace tenantry::ui {

/// A line of an invoice in the inspector; one with events behind it can be opened.
class LineRow : public QAbstractButton {
  Q_OBJECT

public:
  LineRow(const LineText &text, const QString &amount, bool hasEvidence, QWidget *parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent *event) override;
  void enterEvent(QEnterEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;

private:
  [[nodiscard]] QStringList howIn(int width) const;

  LineText m_text;
  QString m_amount;
};

} // namespace tenantry::ui
