// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/ui/panes/every_pane.h"

namespace tenantry::tests {

/// One for all the rows of a test that only look: most of a row's time goes into making it.
class SharedPanes {
public:
  /// As it was made, but for where it was last.
  EveryPane &get() {
    if (!m_house)
      m_house = std::make_unique<EveryPane>();
    m_house->window->resize(1440, 900);
    return *m_house;
  }
  void reset() { m_house.reset(); } ///< before one of its own is made, and at the end

private:
  std::unique_ptr<EveryPane> m_house;
};

} // namespace tenantry::tests
