// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/log.h"

#include <cstdlib>
#include <qlogging.h>
#include <spdlog/sinks/stdout_color_sinks.h>

namespace tenantry {

namespace {

/// What Qt remarks about the machine concerns nobody who is at work; what stops the program does.
void hearQt(QtMsgType type, const QMessageLogContext &, const QString &text) {
  const auto level = type == QtFatalMsg      ? spdlog::level::critical
                     : type == QtCriticalMsg ? spdlog::level::err
                                             : spdlog::level::debug;
  spdlog::log(level, "Qt: {}", text.toStdString());
}

} // namespace

void setUpLogging() {
  auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
  auto logger = std::make_shared<spdlog::logger>("tenantry", std::move(sink));
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %^%-8l%$ [%t] %v", spdlog::pattern_time_type::utc);
  logger->flush_on(spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));

  const char *value = std::getenv("TENANTRY_LOG");
  const std::string wanted = value != nullptr && *value != '\0' ? value : "info";
  const auto level = spdlog::level::from_str(wanted);
  const bool isKnown = level != spdlog::level::off || wanted == "off";
  spdlog::set_level(isKnown ? level : spdlog::level::info);
  if (!isKnown)
    spdlog::warn(
        "TENANTRY_LOG={} is not a level; use trace, debug, info, warn, error, critical or off",
        wanted);
  qInstallMessageHandler(hearQt);
}

} // namespace tenantry
