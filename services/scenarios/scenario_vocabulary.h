// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <map>

namespace tenantry::scenarios {

/// The keys of a verb or an expectation.
struct Keys {
  QStringList required;
  QStringList optional;
};

/// What may be done and what may be expected: one table each, which the reader checks against and
/// the runner carries out.
[[nodiscard]] const std::map<QString, Keys> &verbKeys();
[[nodiscard]] const std::map<QString, Keys> &expectationKeys();
/// The keys of one line in the `lines` of an expected invoice.
[[nodiscard]] const QStringList &lineKeys();

} // namespace tenantry::scenarios
