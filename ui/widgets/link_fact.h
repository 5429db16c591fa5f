// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractButton>

namespace tenantry::ui {

class FactRow;

/// A fact that leads to what is behind it, when clicked. Beside others it stands out by `outset` to
/// both sides, so that its ground is wider than the texts.
class LinkFact : public QAbstractButton {
  Q_OBJECT

public:
  enum class Long { KeyGivesWay, StaysWhole }; ///< where both are: the value is whole in any case
  LinkFact(const QString &key, const QString &value, Long room = Long::KeyGivesWay);

  static constexpr int outset = 8;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tenantry::ui
