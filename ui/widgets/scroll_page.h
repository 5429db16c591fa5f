// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QScrollArea>

namespace tenantry::ui {

/// A page as wide as there is room that scrolls up and down, by keys too: it says when they are its
/// own.
class ScrollPage : public QScrollArea {
public:
  /// `name`: for who cannot see it.
  explicit ScrollPage(const QString &name, QWidget *parent = nullptr);

protected:
  void focusInEvent(QFocusEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;

private:
  QWidget *m_ring; ///< above the page, while the focus is here by keys
};

} // namespace tenantry::ui
