// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/usage_lines.h"

namespace tenantry::importing {

/// Whether a file is a batch: its first byte that is no space is `[`. Nothing is taken from it.
[[nodiscard]] bool isUsageBatch(QIODevice &device);

/// Streams the events of a CloudEvents JSON batch (CloudEvents 1.0.2, JSON format §4: one array of
/// events) in constant memory. An error names line and column and, as `field`, the event by its
/// index from 0: `[3].data.quantity`. It concerns its event alone, unless the array itself is
/// broken: then nothing after it can be read.
class UsageBatch {
public:
  /// No event may be longer (1 MiB): memory stays bounded whatever the file holds.
  static constexpr qsizetype longestEvent = TextLines::longestLine;

  /// The device is open for reading and outlives the reader; `file` is only named in errors.
  UsageBatch(QIODevice &device, QString file, UsageChecks checks);

  /// The next event, or nothing at the end. Codes as of UsageLines; of a broken array
  /// `json_invalid`, `text.line_too_long` and `text.unreadable`.
  [[nodiscard]] Result<std::optional<UsageLine>> next();
  /// The last error ended the file: it was cut off, or is no array from there on.
  [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
  std::optional<char> take();
  [[nodiscard]] Result<> begin();
  [[nodiscard]] Result<> readEvent();
  [[nodiscard]] Result<std::optional<UsageLine>> readEnd();
  [[nodiscard]] Failure broken(const QString &message);
  [[nodiscard]] Failure cutOff();
  [[nodiscard]] Place here() const;

  QIODevice &m_device;
  QString m_file;
  UsageChecks m_checks;
  QByteArray m_buffer;
  qsizetype m_position = 0;
  int m_line = 1;
  std::int64_t m_column = 0; ///< letters of the line that were taken
  std::int64_t m_index = 0;  ///< of the event that is read
  QByteArray m_event;        ///< its bytes
  Place m_start;             ///< where they begin
  char m_after = '\0'; ///< what was read last: `[` or `,` before an event, `]` after the last one
  bool m_isBroken = false;
  bool m_isOver = false;
};

} // namespace tenantry::importing
