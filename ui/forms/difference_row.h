// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace tenantry::ui {

class Label;

/// Below a field that somebody else has written meanwhile as well: both texts, and which one holds.
class DifferenceRow : public QWidget {
  Q_OBJECT

public:
  explicit DifferenceRow(const QString &label);

  void show(const QString &mine, const QString &theirs);
  [[nodiscard]] QString text() const;

Q_SIGNALS:
  void mineChosen();
  void theirsChosen();

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  Label *m_mine;
  Label *m_theirs;
};

} // namespace tenantry::ui
