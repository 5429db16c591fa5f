// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

namespace tenantry::tests {

/// The body of a part in quoted-printable (RFC 2045 §6.7), as it was before.
[[nodiscard]] inline QByteArray unquoted(QByteArray text) {
  text.replace("=\r\n", "");
  return QByteArray::fromPercentEncoding(text, '=');
}

} // namespace tenantry::tests
