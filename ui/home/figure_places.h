// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/home/home_facts.h"
#include "ui/shell/place.h"
#include "ui/widgets/format.h"

/// Where the rows behind the figures of the home are, and where each of those leads.
namespace tenantry::ui {

[[nodiscard]] Place placeOf(models::HomeFigure figure, const models::HomeFacts &facts);

/// tenantry://home?tab=movements&date=2026-11-01&filter=new.EUR: those of that kind in the month;
/// without a kind all before it.
[[nodiscard]] Place movementsPlace(std::optional<subscriptions::MrrMovementKind> kind,
                                   Currency currency, LocalDay month);

/// What the home shows in full at that place.
struct FigurePlace {
  payments::FigureList list;
  payments::MovementSpan span{};
};
/// None: the place is the home itself.
[[nodiscard]] std::optional<FigurePlace> figurePlaceOf(const Place &place);

/// "Card, INV-2026-000001" of a payment, "past due, limit reached" of an organization.
[[nodiscard]] QString aboutText(payments::FigureList list, const payments::FigureRow &row);
/// "Payments received this month"
[[nodiscard]] QString titleOf(const FigurePlace &place, const QLocale &locale);
/// The record that the row is about.
[[nodiscard]] Place recordOf(payments::FigureList list, const payments::FigureRow &row);

} // namespace tenantry::ui
