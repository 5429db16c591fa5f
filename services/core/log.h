// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <spdlog/spdlog.h>
#include <string>

namespace tenantry {

/// Sends the process's log to stderr, one line each: UTC time, level, thread, message. The
/// environment's TENANTRY_LOG chooses the level: trace, debug, info (the default), warn, error,
/// critical, off. Call once, first thing in main.
void setUpLogging();

} // namespace tenantry

/// `spdlog::info("billed {}", invoiceNumber)` with a QString.
template <> struct fmt::formatter<QString> : fmt::formatter<std::string> {
  template <typename Context> auto format(const QString &text, Context &context) const {
    return fmt::formatter<std::string>::format(text.toStdString(), context);
  }
};
