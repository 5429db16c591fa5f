// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::ui {

/// What a colour means. Widgets name a tone, never a colour; a Theme resolves it when they paint.
enum class Tone {
  Text,
  Text2, ///< long secondary text
  Muted, ///< captions, second lines, axis labels
  Disabled,
  Accent,
  OnAccent, ///< text on a filled accent surface
  Neutral,
  Success,
  Warning,
  Danger,
  Info,
  Violet, ///< whatever a model suggested, and the Enterprise plan
};

} // namespace tenantry::ui
