// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/closing.h"

#include "services/subscriptions/service.h"

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

jobs::Consumer closingConsumer() {
  return {u"subscriptions.closing"_s,
          [](const QString &type) { return type == "organization.closed"_L1; },
          [](store::Session &session, const std::vector<store::Event> &events) -> Result<> {
            business::AppliedBusiness business;
            SubscriptionService service(session, business);
            const auto ended = service.cancel(events.front().organization, false);
            if (!ended && ended.error().code != "subscription.not_found"_L1)
              return tl::unexpected(ended.error());
            return {};
          }};
}

} // namespace tenantry::subscriptions
