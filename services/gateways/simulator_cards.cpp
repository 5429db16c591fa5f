// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/simulator_cards.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::gateways {

const std::vector<SimulatorCard> &simulatorCards() {
  static const std::vector<SimulatorCard> cards{
      {u"4242424242424242"_s, u"succeeds"_s},
      {u"4000000000000002"_s, u"declines:generic_decline"_s},
      {u"4000000000009995"_s, u"declines:insufficient_funds"_s},
      {u"4000000000000069"_s, u"declines:expired_card"_s},
      {u"4000000000009987"_s, u"declines:lost_card"_s},
      {u"4000002500003155"_s, u"needs_action"_s},
      {u"4000000000000119"_s, u"times_out"_s},
      {u"4000000000000127"_s, u"times_out_then:insufficient_funds"_s},
  };
  return cards;
}

Result<EnteredCard> readSimulatorCard(const QString &typed) {
  QString digits = typed;
  digits.remove(u' ').remove(u'\u00a0').remove(u'-');
  const auto &cards = simulatorCards();
  const auto card = std::find_if(cards.begin(), cards.end(),
                                 [&](const SimulatorCard &one) { return one.number == digits; });
  if (card == cards.end())
    return fail(u"payment_method.number_unknown"_s,
                u"This is not one of the simulator's test numbers."_s, {{}, 0, 0, u"number"_s});
  return EnteredCard{u"Test card ending in %1"_s.arg(digits.right(4)), card->behaviour};
}

} // namespace tenantry::gateways
