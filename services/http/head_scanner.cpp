// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/head_scanner.h"

namespace tenantry::http {

namespace {

bool isControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

} // namespace

bool HeadScanner::isLineGood(std::string_view line) const {
  if (m_lines == 0) // the request line
    return !line.empty() && line.front() >= 'A' && line.front() <= 'Z' &&
           line.find('\t') == std::string_view::npos;
  const auto colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         line.substr(0, colon).find_first_of(" \t") == std::string_view::npos;
}

HeadScanner::State HeadScanner::look(std::string_view bytes) {
  for (; m_at < bytes.size(); ++m_at) {
    if (m_at >= m_mostBytes)
      return State::TooLarge;
    const char c = bytes[m_at];
    const bool followsReturn = m_at > m_lineBegin && bytes[m_at - 1] == '\r';
    if (followsReturn != (c == '\n'))
      return State::Malformed; // LF alone, or CR alone
    if (c != '\n') {
      if (c != '\r' && isControl(c))
        return State::Malformed;
      continue;
    }
    const auto line = bytes.substr(m_lineBegin, m_at - 1 - m_lineBegin);
    if (line.empty() && m_lines > 0) {
      ++m_at;
      return State::Complete;
    }
    if (!isLineGood(line))
      return State::Malformed;
    if (++m_lines > mostLines)
      return State::TooLarge;
    m_lineBegin = m_at + 1;
  }
  return State::Incomplete;
}

} // namespace tenantry::http
