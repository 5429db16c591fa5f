// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/provider_customers.h"

#include "services/store/events.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

Result<ForgottenCustomer>
forgetCustomer(store::Session &session, const OrganizationId &organization, const QString &reason) {
  const QString provider = u"stripe"_s, why = reason.trimmed();
  if (why.isEmpty())
    return fail(u"payment.reason_missing"_s, u"Say why the customer at Stripe is forgotten."_s);
  auto &database = session.database;
  return database.transaction([&]() -> Result<ForgottenCustomer> {
    TENANTRY_CHECK(store::lockOrganization(session, organization));
    TENANTRY_TRY(known, database.one<QString>("provider_customer", {{"organization", organization},
                                                                    {"provider", provider}}));
    if (!known)
      return fail(u"payment.no_provider_customer"_s,
                  u"Stripe knows organization %1 by nothing."_s.arg(organization.toString()));
    const auto now = session.clock.now();
    ForgottenCustomer forgotten{std::get<0>(*known)};
    TENANTRY_CHECK(
        database.execute("method_setups_abandon",
                         {{"organization", organization}, {"provider", provider}, {"now", now}}));
    TENANTRY_TRY(ended,
                 database.execute("payment_method_remove_of", {{"organization", organization},
                                                               {"provider", provider},
                                                               {"customer", forgotten.reference},
                                                               {"now", now}}));
    forgotten.hadMethod = ended > 0;
    TENANTRY_CHECK(database.execute(
        "provider_customer_forget",
        {{"organization", organization}, {"provider", provider}, {"reason", why}}));
    TENANTRY_CHECK(store::appendEvents(session, organization,
                                       {{u"payment_method.forgotten"_s,
                                         {{"provider", provider.toStdString()},
                                          {"reference", forgotten.reference.toStdString()},
                                          {"reason", why.toStdString()}}}}));
    return forgotten;
  });
}

} // namespace tenantry::payments
