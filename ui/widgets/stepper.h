// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QWidget>
#include <array>

namespace tenantry::ui {

/// How far something has come: what is done has a check, the current step its number filled, what
/// comes next its number outlined. Where there is little room the lines between them shrink, and
/// then only the current step has its word: none is cut.
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
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] QStringList shownWords() const; ///< in the width that it has

protected:
  void paintEvent(QPaintEvent *event) override;
  bool event(QEvent *event) override;

private:
  /// How the steps stand in a row.
  struct Spread {
    int line, gap; ///< between two, and on both sides of it
    bool hasAllWords;
  };
  static const std::array<Spread, 4> spreads; ///< from the widest
  [[nodiscard]] bool hasWord(int step, const Spread &spread) const;
  [[nodiscard]] int widthOf(int step, const Spread &spread) const;
  [[nodiscard]] int widthOf(const Spread &spread) const;
  [[nodiscard]] const Spread &spread() const;

  QList<Step> m_steps;
};

} // namespace tenantry::ui
