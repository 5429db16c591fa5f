// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/api/form.h"
#include "services/api/portal.h"
#include "services/http/server.h"
#include "services/jobs/run_due.h"
#include "services/scenarios/house.h"
#include "tests/services/http/raw_client.h"
#include "tests/services/payments/debt.h"

#include <QUrl>

namespace tenantry::tests {

struct Got {
  int status = 0;
  QByteArray head;
  QByteArray body;
};

/// An organization with an open invoice, and the pages for it on a port of their own.
struct PortalHouse : Debt {
  explicit PortalHouse(const QString &behaviour = {}, api::SessionPool::Size size = {})
      : Debt(behaviour),
        portal({test.url(), TestDatabase::rolePrefix(), size, size, scenarios::simulatorGateways()},
               clock),
        server({}, portal.application(), clock) {
    expect(server.start());
  }

  QByteArray token(organizations::LinkPurpose purpose, std::optional<OrganizationId> owner = {}) {
    return expect(
        organizations::CustomerLinks(worker.session)
            .issue({owner.value_or(customer), purpose,
                    purpose == organizations::LinkPurpose::Invoice ? std::optional(invoice)
                                                                   : std::nullopt,
                    clock.now() + std::chrono::hours(24)}));
  }
  QByteArray invoicePath() { return "/invoice/" + token(organizations::LinkPurpose::Invoice); }
  QByteArray accountPath() { return "/account/" + token(organizations::LinkPurpose::Account); }

  [[nodiscard]] Got ask(const QByteArray &request) const {
    const auto answer = RawClient(server.port()).ask(request);
    const auto end = answer.indexOf("\r\n\r\n");
    return {answer.mid(9, 3).toInt(), answer.left(end + 2), answer.mid(end + 4)};
  }
  [[nodiscard]] Got get(const QByteArray &path, const QByteArray &headers = {}) const {
    return ask("GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + headers + "\r\n");
  }
  [[nodiscard]] Got post(const QByteArray &path, const QByteArray &body,
                         const QByteArray &headers = {}) const {
    return ask("POST " + path +
               " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
               "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
  }
  /// What the page's first form would send.
  [[nodiscard]] QByteArray formOn(const QByteArray &path) const {
    const auto page = get(path).body;
    QByteArray fields;
    for (const auto *name : {"word", "try", "amount"}) {
      const QByteArray before = QByteArray("name=\"") + name + "\" value=\"";
      const auto at = page.indexOf(before);
      if (at < 0)
        continue;
      const auto from = at + before.size();
      fields += (fields.isEmpty() ? "" : "&") + QByteArray(name) + '=' +
                page.mid(from, page.indexOf('"', from) - from);
    }
    return fields;
  }
  Got pay(const QByteArray &path, const QByteArray &more = {}) {
    return post(path + "/pay", formOn(path) + more);
  }
  /// What the workers would do now.
  void work() {
    jobs::HandlerRegistry registry;
    scenarios::registerHouse(registry);
    expect(jobs::runDueUntil(worker.session, registry, scenarios::houseConsumers(), clock,
                             clock.now()));
  }

  api::Portal portal;
  http::Server server;
};

} // namespace tenantry::tests
