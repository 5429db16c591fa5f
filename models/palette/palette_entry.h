// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/palette/text_match.h"
#include "services/core/money.h"
#include <QStringList>
#include <optional>

namespace tenantry::models {

/// Something the palette can find.
struct PaletteEntry {
  /// In the order of their groups. A part is a place within the organization or the invoice that
  /// fits best, or what can be done with it.
  enum class Kind { Organization, Part, Member, Invoice, Action, Place };

  Kind kind = Kind::Action;
  QString key{}; ///< id of the organization (of a member: theirs), number of the invoice; of what
                 ///< the window offers: as it was given
  QString within{}; ///< of a member their id: the key is their organization's
  QString text{};
  QStringList others{}; ///< what it is found by besides its text
  QString detail{};   ///< why an action is not for this login; organization of a member or invoice
  QString planName{}; ///< of an organization
  std::optional<Money> amount{}; ///< MRR of an organization, total of an invoice
  QString iconName{};            ///< empty: the avatar of its text
  QString keys{};                ///< its shortcut, "Ctrl K"
  bool isEnabled = true;
  bool isCreditNote = false; ///< of those with a number
};

/// An entry that fits what was typed, and where.
struct PaletteHit {
  PaletteEntry entry;
  Fit fit = Fit::Within;
  QList<TextRange> ranges;      ///< in its text
  QString other;                ///< what it was found by where that is not its text
  QList<TextRange> otherRanges; ///< in that
};

/// None where a word that was typed is nowhere in it.
[[nodiscard]] std::optional<PaletteHit> hitOf(const PaletteEntry &entry, const QString &query);

} // namespace tenantry::models
