// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QWidget>

class QAction;
class QPushButton;

namespace tenantry::ui {

/// Acts beside each other, the first ones first; those without room stand in a menu at the end.
class ActsRow : public QWidget {
  Q_OBJECT

public:
  /// All that it will ever offer: buttons with a ButtonAction each, by which the menu knows them.
  explicit ActsRow(const QList<QPushButton *> &acts);

  void offer(const QList<QPushButton *> &acts); ///< these now, and no others
  [[nodiscard]] const QList<QPushButton *> &offered() const { return m_offered; }
  [[nodiscard]] QList<QAction *> inMenu() const; ///< of those
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

protected:
  void resizeEvent(QResizeEvent *event) override;
  bool event(QEvent *event) override;

private:
  void arrange();
  void popUp();
  [[nodiscard]] qsizetype withRoom() const;

  const QList<QPushButton *> m_acts;
  QList<QPushButton *> m_offered;
  QPushButton *m_more;
};

} // namespace tenantry::ui
