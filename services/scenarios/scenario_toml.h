// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"
#include "services/core/rational.h"
#include "services/scenarios/scenario_vocabulary.h"
#include <functional>
#include <toml++/toml.h>

/// Values of a scenario's file; internal to the reader.
namespace tenantry::scenarios {

/// Dates and times become their ISO texts; everything else what it is.
[[nodiscard]] Json toJson(const toml::node &node);

/// A quantity as expectations compare it: an integer where it is whole, else a decimal as text.
[[nodiscard]] Json quantityJson(const Rational &quantity);

/// A key that is not known, missing, or has a value that it cannot have.
using Objection =
    std::function<void(const QString &code, const QString &message, const toml::source_region &)>;

/// The value of one key in the form that is compared; none where it is missing or wrong.
[[nodiscard]] std::optional<Json> checkedKey(const toml::table &table, const QString &name,
                                             const Key &key, const QString &what,
                                             const Objection &object);

/// The table as JSON, each value in the one form that is compared. What is wrong with it goes to
/// `object`: codes `scenario.unknown_key`, `scenario.missing_key`, `scenario.wrong_type`.
[[nodiscard]] Json checkedTable(const toml::table &table, const Keys &keys, const QString &what,
                                const Objection &object);

} // namespace tenantry::scenarios
