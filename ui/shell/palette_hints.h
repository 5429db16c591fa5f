// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace tenantry::ui {

/// The foot of the palette: its keys at the left, how much was found at the right.
class PaletteHints : public QWidget {
  Q_OBJECT

public:
  static constexpr int high = 36;

  explicit PaletteHints(QWidget *parent = nullptr);

  /// An error is told in its colour.
  void setOutcome(const QString &text, bool isError);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  QString m_outcome;
  bool m_isError = false;
};

} // namespace tenantry::ui
