// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/organizations/organization_record.h"
#include <QLocale>

namespace tenantry::ui {

class Card;

/// What a higher plan would come to for whom a limit is used up, in words and figures, or that none
/// would be better. The card hides where no limit is used up.
void showUpgrade(Card *card, const models::OrganizationFacts &facts, const QLocale &locale);

} // namespace tenantry::ui
