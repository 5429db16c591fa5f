// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/label.h"
#include <QTextOption>

namespace tenantry::ui {

/// A text that takes as many lines as it needs where there is no room for it in one: between its
/// parts where it has several ("plan · 23 Nov 2026 to 08 Dec 2026": no date is torn), else between
/// words, behind the signs of an address on the web (a number is never torn), and anywhere in a
/// word longer than a line.
class WrappedLabel : public Label {
public:
  explicit WrappedLabel(TextStyle style, Tone tone = Tone::Text, QWidget *parent = nullptr);

  /// As wide as one line, as high as its width now needs: cards are as high as what they hold.
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return false; }

protected:
  void resizeEvent(QResizeEvent *event) override;
  void paintEvent(QPaintEvent *event) override;

private:
  [[nodiscard]] QString breakable() const;
  [[nodiscard]] int wholeWidth() const;
  [[nodiscard]] int neededHeight() const;
  [[nodiscard]] QTextOption wrapping() const;
};

} // namespace tenantry::ui
