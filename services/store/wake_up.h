// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::store {

/// A descriptor that one thread polls and another one makes readable, once and for good: "end now".
class WakeUp {
public:
  WakeUp();
  ~WakeUp();
  WakeUp(const WakeUp &) = delete;
  WakeUp &operator=(const WakeUp &) = delete;

  [[nodiscard]] int descriptor() const { return m_descriptor; }
  void raise() const;

private:
  int m_descriptor;
};

} // namespace tenantry::store
