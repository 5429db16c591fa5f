// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/house/startup.h"
#include "ui/shell/place.h"
#include "ui/theme/theme_manager.h"
#include <QSize>
#include <optional>

namespace tenantry::desktop {

/// What the command line asks for.
struct Options {
  models::StartRequest start;
  ui::Appearance appearance = ui::Appearance::System;
  QSize size{1440, 900};
  double scale = 0; ///< 0: that of the screen
  std::optional<ui::Place> place;
  QString language; ///< "de"; empty: that of the system
  QString tour;     ///< directory for the pictures; empty: no tour
};

/// The options, or the exit status after help, version or a mistake was told (2: wrong use).
[[nodiscard]] tl::expected<Options, int> parseOptions(int argc, char **argv);

} // namespace tenantry::desktop
