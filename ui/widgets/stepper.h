// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QWidget>

namespace tenantry::ui {

/// How far something has come: what is done has a check, the current step its number filled, what
/// comes next its number outlined.
class Stepper : public QWidget {
public:
  enum class State { Done, Current, Next };
  struct Step {
    QString text;
    State state = State::Next;
    bool operator==(const Step &) const = default;
  };

  explicit Stepper(QWidget *parent = nullptr);

  void setSteps(const QList<Step> &steps);
  [[nodiscard]] const QList<Step> &steps() const { return m_steps; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  [[nodiscard]] int widthOf(int step) const;

  QList<Step> m_steps;
};

} // namespace tenantry::ui
