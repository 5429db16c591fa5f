// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Sizes in device-independent pixels; the only place that knows them.
namespace tenantry::ui {

namespace space {
inline constexpr int x1 = 4, x2 = 8, x3 = 12, x4 = 16, x5 = 20, x6 = 24, x8 = 32;
}

namespace radius {
inline constexpr int badge = 4, control = 6, card = 8, overlay = 12;
}

namespace height {
inline constexpr int badge = 20, compactControl = 28, control = 30, statusBar = 28, navItem = 30,
                     tableHeader = 32, groupHead = 34, row = 36, tabStrip = 36, filterBar = 44,
                     twoLineRow = 44, topBar = 52, ticketRow = 80;
}

namespace width {
inline constexpr int sidebar = 224, compactSidebar = 56, scrollBar = 12, scrollThumb = 6,
                     focusRing = 2, emptySentence = 340, toast = 360, dialog = 480, palette = 640;
}

namespace iconSize {
inline constexpr int chip = 12, cell = 14, control = 16;
}

} // namespace tenantry::ui
