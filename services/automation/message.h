// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include <QByteArray>

namespace tenantry::automation {

/// A file that goes with a mail.
struct Attachment {
  QString fileName; ///< "INV-2026-000001.pdf"
  QByteArray pdf;
};

struct Message {
  QString fromName;
  QString from;
  QString to;
  QString subject;
  QString text;
  QString html;
  QString messageId; ///< without angle brackets
  Instant date{};
  std::optional<Attachment> attachment;
};

/// The message as SMTP sends it (RFC 5322, MIME): text and HTML as alternatives, lines ended by
/// CR LF. No value can add a line to the head.
[[nodiscard]] QByteArray toMime(const Message &message);

} // namespace tenantry::automation
