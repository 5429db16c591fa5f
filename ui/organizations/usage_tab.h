// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/organizations/tab_page.h"

namespace tenantry::ui {

class Card;

/// Each metric of the running period against its limit.
class UsageTab : public TabPage {
  Q_OBJECT

public:
  explicit UsageTab(QWidget *parent = nullptr);

  void show(const models::OrganizationFacts &facts);

private:
  Card *m_card;
};

/// A line and a bar per metric; a sentence where nothing is counted.
void addUsageBars(Card *card, const models::OrganizationFacts &facts, const QLocale &locale);

} // namespace tenantry::ui
