// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/place.h"
#include <QList>
#include <functional>

namespace tenantry::ui {

/// Where one has been, as in a browser: going somewhere new from the middle forgets what was ahead.
class History {
public:
  static constexpr qsizetype longest = 100;

  History() = default;
  /// As it was left; the nearest places are the last ones of either list.
  History(std::optional<Place> current, QList<Place> back, QList<Place> forward)
      : m_current(std::move(current)), m_back(std::move(back)), m_forward(std::move(forward)) {}

  [[nodiscard]] const std::optional<Place> &current() const { return m_current; }
  [[nodiscard]] const QList<Place> &back() const { return m_back; }
  [[nodiscard]] const QList<Place> &forward() const { return m_forward; }
  [[nodiscard]] bool hasBack() const { return !m_back.isEmpty(); }
  [[nodiscard]] bool hasForward() const { return !m_forward.isEmpty(); }

  void arrive(const Place &place); ///< nothing new where one is there already
  /// The place now is another one, without having gone there: a step back led to it, or its list
  /// was narrowed by hand.
  void replace(const Place &place) { m_current = place; }
  /// The nearest one behind that `now` says something of is that by now: its list was narrowed from
  /// another place.
  void replaceBehind(const std::function<std::optional<Place>(const Place &)> &now);
  /// The place one step before or after, which then is the current one; none: there is no such.
  [[nodiscard]] std::optional<Place> goBack();
  [[nodiscard]] std::optional<Place> goForward();

private:
  [[nodiscard]] std::optional<Place> go(QList<Place> &from, QList<Place> &to);

  std::optional<Place> m_current;
  QList<Place> m_back;
  QList<Place> m_forward;
};

} // namespace tenantry::ui
