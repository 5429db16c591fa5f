// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/document_customer.h"

#include "services/organizations/values.h"

namespace tenantry::billing {

DocumentCustomer DocumentCustomer::of(const organizations::Organization &organization) {
  return {organization.name,
          organization.email,
          {organization.streetAddress, organization.addressLocality, organization.addressRegion,
           organization.postalCode, organization.addressCountry},
          organization.vatId,
          organization.language,
          organization.dateFormat};
}

namespace {

/// What is stored of it, by its name there.
template <typename Customer, typename Visit>
void eachField(Customer &customer, const Visit &visit) {
  visit("name", customer.name);
  visit("email", customer.email);
  visit("street_address", customer.address.street);
  visit("postal_code", customer.address.postalCode);
  visit("address_locality", customer.address.locality);
  visit("address_region", customer.address.region);
  visit("address_country", customer.address.country);
  visit("vat_id", customer.vatId);
  visit("language", customer.language);
  visit("date_format", customer.dateFormat);
}

} // namespace

Json DocumentCustomer::toJson() const {
  Json stored = Json::object();
  eachField(*this, [&](const char *key, const QString &text) { stored[key] = text; });
  return stored;
}

std::string_view DocumentCustomer::toText(JsonText &json) const {
  json.begin();
  json.beginObject();
  eachField(*this, [&](const char *key, const QString &text) { json.member(key, text); });
  json.endObject();
  return json.text();
}

DocumentCustomer DocumentCustomer::fromJson(const Json &stored) {
  DocumentCustomer customer;
  if (stored.is_object())
    eachField(customer, [&](const char *key, QString &text) {
      text = QString::fromStdString(stored.value(key, std::string()));
    });
  return customer;
}

} // namespace tenantry::billing
