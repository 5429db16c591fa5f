// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history.h"

namespace tenantry::ui {

void History::arrive(const Place &place) {
  if (m_current == place)
    return;
  if (m_current) {
    m_back.append(*m_current);
    if (m_back.size() > longest)
      m_back.removeFirst();
  }
  m_forward.clear();
  m_current = place;
}

void History::replaceBehind(const std::function<std::optional<Place>(const Place &)> &now) {
  for (auto place = m_back.rbegin(); place != m_back.rend(); ++place)
    if (const auto other = now(*place)) {
      *place = *other;
      return;
    }
}

std::optional<Place> History::go(QList<Place> &from, QList<Place> &to) {
  if (from.isEmpty())
    return std::nullopt;
  if (m_current)
    to.append(*m_current);
  m_current = from.takeLast();
  return m_current;
}

std::optional<Place> History::goBack() { return go(m_back, m_forward); }

std::optional<Place> History::goForward() { return go(m_forward, m_back); }

} // namespace tenantry::ui
