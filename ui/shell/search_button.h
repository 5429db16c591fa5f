// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractButton>

namespace tenantry::ui {

/// Looks like a field and opens the palette: "Search", with its keys at the right.
class SearchButton : public QAbstractButton {
  Q_OBJECT

public:
  explicit SearchButton(QWidget *parent = nullptr);

protected:
  void paintEvent(QPaintEvent *event) override;
};

} // namespace tenantry::ui
