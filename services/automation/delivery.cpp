// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/delivery.h"

#include "services/automation/delivery_round.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::automation {

std::optional<std::chrono::minutes> retryDelay(int attempts) {
  constexpr std::array delays{1min,   5min,   15min,  60min,  120min, 240min,
                              480min, 720min, 720min, 720min, 1440min};
  if (attempts < 1 || static_cast<std::size_t>(attempts) > delays.size())
    return std::nullopt;
  return delays.at(static_cast<std::size_t>(attempts - 1));
}

Result<int> Delivery::run(store::Session &session, const std::function<Result<>()> &mayGoOn) {
  business::AppliedBusiness business;
  return DeliveryRound(session, business, m_settings).run(mayGoOn);
}

void registerDelivery(jobs::HandlerRegistry &registry, const DeliverySettings &settings) {
  registry.addRecurring(
      {u"mail.deliver"_s, u"mail"_s, settings.every},
      [settings](store::Session &session, const jobs::Job &,
                 jobs::JobProgress &progress) -> Result<> {
        TENANTRY_CHECK(Delivery(settings).run(session, [&] { return progress.report(0, 0); }));
        return {};
      });
}

} // namespace tenantry::automation
