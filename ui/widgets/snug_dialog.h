// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

namespace tenantry::ui {

/// A dialog of one width, and as high as what it shows, which changes with every look. (Qt would
/// take the height that texts need in the width that they would like, and two thirds of the screen
/// at the most: rows were squeezed.)
class SnugDialog : public QDialog {
public:
  using QDialog::QDialog;

protected:
  bool event(QEvent *event) override;
};

} // namespace tenantry::ui
