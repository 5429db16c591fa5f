// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/card.h"
#include "ui/widgets/link_fact.h"
#include <QSet>
#include <algorithm>

namespace tenantry::ui {

/// News make the rows of a card anew: the focus stays in its place.
template <typename Fill> void refillLinks(Card *card, Fill fill) {
  const auto links = card->findChildren<LinkFact *>();
  const auto focused = std::find_if(links.begin(), links.end(),
                                    [](const LinkFact *link) { return link->hasFocus(); });
  const auto place = focused - links.begin();
  const bool hadFocus = focused != links.end();
  const auto old = QSet<LinkFact *>(links.begin(), links.end());
  fill();
  if (!hadFocus)
    return;
  QList<LinkFact *> now;
  for (auto *link : card->findChildren<LinkFact *>())
    if (!old.contains(link))
      now.append(link);
  if (!now.isEmpty())
    now[std::min(place, now.size() - 1)]->setFocus();
}

} // namespace tenantry::ui
