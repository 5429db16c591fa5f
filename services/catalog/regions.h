// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace tenantry::catalog {

/// The regions that a text may mean, by their codes within the country (ISO 3166-2): "NY",
/// "US-NY", "new york" are NY. Case, accents and marks say nothing. Several where a country has a
/// name twice; none where it knows no such region.
[[nodiscard]] QStringList regionsCalled(const QString &country, const QString &text);

/// Whether one text means a region that is the other one or within it (Las Palmas is within the
/// Canaries); also where neither is known, by the same letters.
[[nodiscard]] bool isWithinRegion(const QString &country, const QString &text,
                                  const QString &region);

} // namespace tenantry::catalog
