// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/customer_link_act.h"

#include "models/connection/when_done.h"
#include "services/organizations/customer_links.h"

namespace tenantry::models {

CustomerLinkAct::CustomerLinkAct(Connection &connection, const LinkedTo &target, QObject *parent)
    : QObject(parent), m_connection(connection), m_target(target) {}

Result<> CustomerLinkAct::check(const QString &address) {
  TENANTRY_CHECK(organizations::pagesAddress(address));
  return {};
}

void CustomerLinkAct::make(const QString &address, int days) {
  using namespace organizations;
  if (m_isBusy)
    return;
  const auto base = pagesAddress(address);
  if (!base)
    return Q_EMIT refused(base.error());
  setBusy(true);
  CustomerLink link{m_target.organization, LinkPurpose::Account, {}, {}};
  if (!m_target.invoice.isNull()) {
    link.purpose = LinkPurpose::Invoice;
    link.invoice = m_target.invoice;
  }
  link.expiresAt = m_connection.clock().now() + std::chrono::days(days);
  auto working =
      m_connection.work([link, base = *base](store::Session &session,
                                             business::AppliedBusiness &) -> Result<QString> {
        TENANTRY_TRY(token, CustomerLinks(session).issue(link));
        return base + pathOf(link.purpose, token);
      });
  const auto lastDay = m_connection.zone().dayOf(link.expiresAt);
  whenDone(working, this, [this, lastDay](const Result<QString> &url) {
    setBusy(false);
    if (url)
      Q_EMIT made(*url, lastDay);
    else
      Q_EMIT refused(url.error());
  });
}

void CustomerLinkAct::endAll() {
  if (m_isBusy)
    return;
  setBusy(true);
  auto working = m_connection.work(
      [id = m_target.organization](store::Session &session, business::AppliedBusiness &) {
        return organizations::CustomerLinks(session).revokeAll(id);
      });
  whenDone(working, this, [this](const Result<std::int64_t> &count) {
    setBusy(false);
    if (count)
      Q_EMIT ended(*count);
    else
      Q_EMIT refused(count.error());
  });
}

void CustomerLinkAct::setBusy(bool busy) {
  m_isBusy = busy;
  Q_EMIT busyChanged(busy);
}

} // namespace tenantry::models
