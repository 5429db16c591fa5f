// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/usage_batch.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

constexpr qsizetype batchBlock = 64 * 1024;
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// RFC 8259 §2.
bool isJsonSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Finds the end of a value without knowing what it says.
class ValueScanner {
public:
  enum class Step { Inside, AtEnd, Wrong };

  Step take(char c) {
    if (m_isText)
      return takeText(c);
    if (m_open.isEmpty() && (c == ',' || c == ']'))
      return Step::AtEnd;
    if (c == '"')
      m_isText = true;
    else if (c == '{' || c == '[')
      m_open.append(c);
    else if (c == '}' || c == ']')
      return close(c == '}' ? '{' : '[');
    return Step::Inside;
  }

private:
  // A line cannot end within a text: a quote is missing, and what follows would be misread.
  Step takeText(char c) {
    if (c == '\n')
      return Step::Wrong;
    if (m_isEscaped)
      m_isEscaped = false;
    else if (c == '\\')
      m_isEscaped = true;
    else
      m_isText = c != '"';
    return Step::Inside;
  }

  Step close(char bracket) {
    if (!m_open.endsWith(bracket))
      return Step::Wrong;
    m_open.chop(1);
    return Step::Inside;
  }

  QByteArray m_open; ///< brackets that wait for theirs
  bool m_isText = false;
  bool m_isEscaped = false;
};

} // namespace

bool isUsageBatch(QIODevice &device) {
  const QByteArray head = device.peek(batchBlock);
  QByteArrayView rest = head;
  if (rest.startsWith(byteOrderMark))
    rest = rest.sliced(byteOrderMark.size());
  while (!rest.isEmpty() && isJsonSpace(rest.front()))
    rest = rest.sliced(1);
  return rest.startsWith('[');
}

UsageBatch::UsageBatch(QIODevice &device, QString file, UsageChecks checks)
    : m_device(device), m_file(std::move(file)), m_checks(std::move(checks)) {}

Result<std::optional<UsageLine>> UsageBatch::next() {
  if (m_isBroken || m_isOver)
    return std::nullopt;
  if (m_after == '\0')
    TENANTRY_CHECK(begin());
  if (m_after == ']')
    return readEnd();
  const bool isFirst = m_after == '[';
  TENANTRY_CHECK(readEvent());
  if (m_event.isEmpty() && isFirst && m_after == ']')
    return readEnd();
  ++m_index;
  if (m_event.isEmpty())
    return fail(u"json_invalid"_s, u"An event is missing here: there is one comma too many"_s,
                m_start);
  return parseUsageLine(m_event, m_checks, m_start);
}

std::optional<char> UsageBatch::take() {
  if (m_position == m_buffer.size()) {
    m_buffer = m_device.read(batchBlock);
    m_position = 0;
    if (m_buffer.isEmpty())
      return std::nullopt;
  }
  const char c = m_buffer.at(m_position++);
  if (c == '\n') {
    ++m_line;
    m_column = 0;
  } else if ((static_cast<uchar>(c) & 0xc0) != 0x80) {
    ++m_column;
  }
  return c;
}

/// Of what was taken last.
Place UsageBatch::here() const {
  constexpr std::int64_t most = std::numeric_limits<int>::max();
  return {m_file, m_line, static_cast<int>(std::min(m_column, most)), u"[%1]"_s.arg(m_index)};
}

Failure UsageBatch::broken(const QString &message) {
  m_isBroken = true;
  return fail(u"json_invalid"_s, message, here());
}

Failure UsageBatch::cutOff() {
  m_isBroken = true;
  if (!m_device.isReadable() || !m_device.atEnd())
    return fail(u"text.unreadable"_s,
                u"The file cannot be read further: %1"_s.arg(m_device.errorString()), here());
  return fail(u"json_invalid"_s,
              u"The file ends here, within its array of events; it was cut off: fetch it whole and "
              u"import it again"_s,
              here());
}

Result<> UsageBatch::begin() {
  if (m_device.peek(byteOrderMark.size()) == byteOrderMark)
    m_device.skip(byteOrderMark.size());
  for (;;) {
    const auto c = take();
    if (!c)
      return cutOff();
    if (isJsonSpace(*c))
      continue;
    if (*c != '[')
      return broken(u"The file is no array of events"_s);
    m_after = *c;
    return {};
  }
}

Result<> UsageBatch::readEvent() {
  m_event.clear();
  ValueScanner scanner;
  for (;;) {
    const auto c = take();
    if (!c)
      return cutOff();
    if (m_event.isEmpty()) {
      if (isJsonSpace(*c))
        continue;
      m_start = here();
    }
    switch (scanner.take(*c)) {
    case ValueScanner::Step::AtEnd:
      m_after = *c;
      return {};
    case ValueScanner::Step::Wrong:
      return broken(u"A bracket or quote is missing before this place, so that nobody can tell "
                    u"where the event ends; correct it and import the file again"_s);
    case ValueScanner::Step::Inside:
      m_event.append(*c);
    }
    if (m_event.size() <= longestEvent)
      continue;
    m_isBroken = true;
    return fail(u"text.line_too_long"_s,
                u"The event is longer than 1 MiB, which none should be; a bracket or quote may be "
                u"missing"_s,
                m_start);
  }
}

Result<std::optional<UsageLine>> UsageBatch::readEnd() {
  for (auto c = take(); c; c = take())
    if (!isJsonSpace(*c))
      return broken(u"The array of events has ended, and something follows it; a file holds one "
                    u"array"_s);
  if (!m_device.isReadable() || !m_device.atEnd())
    return cutOff();
  m_isOver = true;
  return std::nullopt;
}

} // namespace tenantry::importing
