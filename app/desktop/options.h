// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/house/startup.h"
#include "services/core/clock.h"
#include "ui/shell/place.h"
#include "ui/theme/theme_manager.h"
#include <QSize>
#include <optional>

namespace tenantry::desktop {

/// What the command line asks for.
struct Options {
  models::StartRequest start;
  std::optional<ui::Appearance> appearance; ///< none: as it was chosen last
  std::optional<QSize> size;                ///< none: as it was, 1440x900 at first
  double scale = 0;                         ///< 0: that of the screen
  std::optional<ui::Place> place;
  QString language;          ///< "de"; empty: that of the system
  QString tour;              ///< directory for the pictures; empty: no tour
  std::optional<Instant> at; ///< of a tour: its clock stands there, and nothing works on the book
  bool separate = false;     ///< a console of its own beside one that is open already
};

/// Which database, in a form that is the same whenever it is the same one.
[[nodiscard]] QString databaseOf(const models::StartRequest &start);

/// The options, or the exit status after help, version or a mistake was told (2: wrong use).
[[nodiscard]] tl::expected<Options, int> parseOptions(int argc, char **argv);

} // namespace tenantry::desktop
