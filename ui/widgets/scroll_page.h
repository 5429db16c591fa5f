// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMargins>
#include <QPointer>
#include <QScrollArea>

namespace tenantry::ui {

/// A page as wide as there is room that scrolls up and down, by keys too: it says when they are its
/// own. The bar stands in the margin of the page: with it and without, what it holds ends where
/// heads and buttons around it do.
class ScrollPage : public QScrollArea {
public:
  /// `name`: for who cannot see it.
  explicit ScrollPage(const QString &name, QWidget *parent = nullptr);

protected:
  void focusInEvent(QFocusEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  void changeEvent(QEvent *event) override;

private:
  void fitMargins();

  QPointer<QWidget> m_content; ///< whose margins are known
  QMargins m_margins;          ///< of it, without the bar
  QWidget *m_ring;             ///< above the page, while the focus is here by keys
};

} // namespace tenantry::ui
