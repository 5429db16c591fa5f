// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QByteArray>
#include <QIODevice>
#include <optional>

namespace tenantry::importing {

/// One line of a file as an editor would number it, with the terminator it had (LF, CRLF, CR, or
/// none at the end).
struct TextLine {
  int number = 0;   ///< counts from 1
  QByteArray bytes; ///< valid UTF-8 without NUL
};

/// Reads a UTF-8 file line by line in constant memory; a byte order mark is dropped.
/// A line that cannot be used is an error with its place; reading can go on with the line after it.
class TextLines {
public:
  /// No line may be longer (1 MiB): memory stays bounded whatever the file holds.
  static constexpr qsizetype longestLine = qsizetype{1} << 20;

  /// The device is open for reading and outlives this object; `file` is only named in errors.
  TextLines(QIODevice &device, QString file);

  /// The next line, or nothing at the end. Errors: `text.utf8_invalid`, `text.nul`,
  /// `text.line_too_long`, `text.unreadable`.
  [[nodiscard]] Result<std::optional<TextLine>> next();

  [[nodiscard]] const QString &file() const { return m_file; }

private:
  bool fill();
  qsizetype endOfLine();
  Result<std::optional<TextLine>> skipLongLine(qsizetype end);

  QIODevice &m_device;
  QString m_file;
  QByteArray m_buffer;
  qsizetype m_position = 0; ///< where the next line begins in the buffer
  int m_line = 0;
  bool m_atEnd = false;
};

} // namespace tenantry::importing
