// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/text_lines.h"

#include <QByteArrayView>
#include <string_view>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

constexpr qsizetype blockSize = 64 * 1024;

int columnAfter(QByteArrayView validPart) {
  return static_cast<int>(QString::fromUtf8(validPart).toUcs4().size()) + 1;
}

/// How many bytes of the line come before the first that is no UTF-8.
qsizetype validPrefix(QByteArrayView bytes) {
  qsizetype position = 0;
  while (position < bytes.size()) {
    qsizetype length = 1;
    while (position + length < bytes.size() &&
           (static_cast<uchar>(bytes[position + length]) & 0xc0) == 0x80)
      ++length;
    if (!bytes.sliced(position, length).isValidUtf8())
      break;
    position += length;
  }
  return position;
}

Result<> checkText(QByteArrayView bytes, const Place &line) {
  Place place = line;
  if (!bytes.isValidUtf8()) {
    place.column = columnAfter(bytes.first(validPrefix(bytes)));
    return fail(u"text.utf8_invalid"_s,
                u"The text is not UTF-8 from here on; save the file with the encoding UTF-8"_s,
                place);
  }
  if (const auto nul = bytes.indexOf('\0'); nul >= 0) {
    place.column = columnAfter(bytes.first(nul));
    return fail(u"text.nul"_s,
                u"The text contains a NUL byte: the file is binary or UTF-16; save "
                u"it as UTF-8 text"_s,
                place);
  }
  return {};
}

} // namespace

TextLines::TextLines(QIODevice &device, QString file) : m_device(device), m_file(std::move(file)) {}

bool TextLines::fill() {
  if (m_atEnd)
    return false;
  m_buffer.remove(0, m_position);
  m_position = 0;
  const QByteArray block = m_device.read(blockSize);
  m_atEnd = block.isEmpty();
  m_buffer += block;
  return !m_atEnd;
}

/// Position after the terminator of the line at m_position, of the buffer's end at the end of the
/// file, or -1 where the line is too long.
qsizetype TextLines::endOfLine() {
  qsizetype scanned = 0;
  for (;;) {
    const std::string_view rest(m_buffer.constData() + m_position,
                                static_cast<std::size_t>(m_buffer.size() - m_position));
    const auto found = rest.find_first_of("\r\n", static_cast<std::size_t>(scanned));
    const auto end = static_cast<qsizetype>(found);
    if (found != std::string_view::npos && rest[found] == '\n')
      return m_position + end + 1;
    const bool pairMayFollow = found != std::string_view::npos;
    if (pairMayFollow && found + 1 < rest.size())
      return m_position + end + (rest[found + 1] == '\n' ? 2 : 1);
    scanned = pairMayFollow ? end : static_cast<qsizetype>(rest.size());
    if (scanned > longestLine)
      return -1;
    if (!fill())
      return m_buffer.size();
  }
}

Result<std::optional<TextLine>> TextLines::skipLongLine(qsizetype end) {
  const Place place{m_file, m_line, static_cast<int>(longestLine), {}};
  while (end < 0) {
    m_position = m_buffer.size();
    end = endOfLine();
  }
  m_position = end;
  return fail(u"text.line_too_long"_s,
              u"The line is longer than 1 MiB, which no row or event should be; "
              u"check the line endings of the file"_s,
              place);
}

Result<std::optional<TextLine>> TextLines::next() {
  if (m_line == 0) {
    fill();
    if (m_buffer.startsWith("\xEF\xBB\xBF"))
      m_position = 3;
  }
  if (m_position == m_buffer.size() && !fill()) {
    if (!m_device.isReadable() || !m_device.atEnd())
      return fail(u"text.unreadable"_s,
                  u"The file cannot be read further: %1"_s.arg(m_device.errorString()),
                  {m_file, m_line, 0, {}});
    return std::nullopt;
  }
  ++m_line;
  const qsizetype end = endOfLine();
  if (end < 0 || end - m_position > longestLine)
    return skipLongLine(end);
  TextLine line{m_line, m_buffer.sliced(m_position, end - m_position)};
  m_position = end;
  TENANTRY_CHECK(checkText(line.bytes, {m_file, m_line, 0, {}}));
  return line;
}

} // namespace tenantry::importing
