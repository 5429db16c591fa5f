// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"
#include "benchmarks/console/console_book.h"

/// What a person feels of the console on a large book, in milliseconds (4-quality, checks 6 and
/// 15).
namespace tenantry::benchmarks {

/// Scrolls through the list of organizations in a window of 1440x900, a few rows a frame, then a
/// screen a frame, then to wherever the list ends each time: how long the GUI thread is busy in a
/// frame, and how much memory the console takes before and after.
[[nodiscard]] Result<nlohmann::json> listScroll(ConsoleBook &book);

/// From a key to what is found first, for names, addresses and numbers of organizations, members
/// and invoices as they are typed, and for what nothing is called. Fails where one is not found.
[[nodiscard]] Result<nlohmann::json> paletteSearch(ConsoleBook &book);

/// From the start of the program to the first rows of the list drawn, and the program ended.
[[nodiscard]] Result<nlohmann::json> consoleStart(ConsoleBook &book);

} // namespace tenantry::benchmarks
