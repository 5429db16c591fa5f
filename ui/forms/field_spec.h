// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/form_state.h"
#include <functional>

namespace tenantry::ui {

/// How a field is written: in a line, in several, as a number or a day of the locale, an amount of
/// money in its currency, or as one of some choices.
enum class FieldKind { Line, Text, Number, Day, Money, Choice };

using FieldChoice = models::FormChoice;

/// A field of a form as people see it.
struct FieldSpec {
  QString key;
  QString label;
  FieldKind kind = FieldKind::Line;
  QString hint{};               ///< below it, while nothing is wrong
  QList<FieldChoice> choices{}; ///< of FieldKind::Choice; empty: those that the form looks up
  std::function<QString(const FieldChoice &)> word{}; ///< how one that was looked up is called
  QString whyFixed{};  ///< where the form says that it cannot be changed any more
  bool isWide = false; ///< the whole width, else half of it
  QString currency{};  ///< of FieldKind::Money
};

struct FieldGroup {
  QString title; ///< empty: none
  QList<FieldSpec> fields;
};

} // namespace tenantry::ui
