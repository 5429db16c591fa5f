// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/issuer_name.h"

#include "services/business/applied.h"

namespace tenantry::api {

namespace {

constexpr auto goodFor = std::chrono::minutes(1);

} // namespace

bool IssuerName::isOld() const { return !m_asked || Steady::now() - *m_asked > goodFor; }

QString IssuerName::get() {
  const std::lock_guard guard(m_mutex);
  if (isOld()) {
    m_asked = Steady::now();
    const auto read = [this](store::Session &session) -> Result<http::Response> {
      business::AppliedBusiness business;
      TENANTRY_TRY(applied, business.current(session));
      const std::lock_guard writing(m_mutex);
      m_name = applied->business.issuer.legalName;
      return http::Response{};
    };
    if (!m_pool.run(read, [](const Result<http::Response> &) {}))
      m_asked.reset(); // too much to do: the next page asks again
  }
  return m_name;
}

} // namespace tenantry::api
