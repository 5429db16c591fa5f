// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string_view>

namespace tenantry::http {

/// Looks at the head of a request as its bytes arrive, before anything interprets them, and refuses
/// what programs in a row may read differently: lines that go on in the next (obs-fold, RFC 9112
/// section 5.2), line ends other than CR LF, control characters, a blank before the colon.
class HeadScanner {
public:
  enum class State { Incomplete, Complete, Malformed, TooLarge };
  static constexpr std::size_t mostLines = 100;

  explicit HeadScanner(std::size_t mostBytes) : m_mostBytes(mostBytes) {}

  /// `bytes` is all that has arrived so far; what was looked at is not looked at again.
  [[nodiscard]] State look(std::string_view bytes);
  /// With the empty line, once it is complete.
  [[nodiscard]] std::size_t size() const { return m_at; }

private:
  [[nodiscard]] bool isLineGood(std::string_view line) const;
  std::size_t m_mostBytes;
  std::size_t m_at = 0; ///< the first byte not looked at
  std::size_t m_lineBegin = 0;
  std::size_t m_lines = 0;
};

} // namespace tenantry::http
