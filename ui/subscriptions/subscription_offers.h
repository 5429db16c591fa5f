// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/lists/bulk_offer.h"

/// What is done to many subscriptions at once, by "organization/subscription". `blocked`: why it is
/// not for this login; empty: it is.
namespace tenantry::ui {

[[nodiscard]] BulkOffer takingBackOffer(const QString &blocked);
[[nodiscard]] BulkOffer endingWithThePeriodOffer(const QString &blocked);
[[nodiscard]] BulkOffer renewingAgainOffer(const QString &blocked);
/// `hasAddons`: some are sold.
[[nodiscard]] BulkOffer movingVersionsOffer(const QString &blocked,
                                            const std::function<bool()> &hasAddons);
[[nodiscard]] BulkOffer endingOffer(const QString &blocked);

} // namespace tenantry::ui
