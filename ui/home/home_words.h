// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/home/home_board.h"
#include "ui/home/figure_button.h"
#include "ui/home/figure_places.h"
#include "ui/home/home_card.h"
#include <QLocale>

/// What the home says of its figures.
namespace tenantry::ui {

[[nodiscard]] QString captionOf(models::HomeFigure figure);
/// How the figure is counted, and as of when: for tool tips and screen readers.
[[nodiscard]] QString formulaOf(models::HomeFigure figure, const models::HomeFacts &facts,
                                const Zone &zone, const QLocale &locale);
/// An en dash where it was not read yet or could not be.
[[nodiscard]] FigureButton::Content figureOf(models::HomeFigure figure,
                                             const models::HomeBoard &board, const Zone &zone,
                                             const QLocale &locale);

/// Titles of the cards with rows; figures without one have none.
[[nodiscard]] QString cardTitle(models::HomeFigure figure);
/// Fills the card by the facts: its first rows, nothing to do, or the error.
void fillCard(HomeCard *card, models::HomeFigure figure, const models::HomeFacts &facts,
              const Zone &zone, const QLocale &locale);

} // namespace tenantry::ui
