// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/api/form.h"
#include "services/organizations/customer_links.h"
#include "tests/services/api/hook_house.h"

namespace tenantry::tests {

/// A house whose customers' pages lead to the stand-in's page for cards.
struct HostedHouse : HookHouse {
  static constexpr auto pagesAddress = "https://pay.example.com";
  static constexpr auto customersPost = "POST /v1/customers";
  static constexpr auto sessionsPost = "POST /v1/checkout/sessions";

  HostedHouse() : HookHouse(QString::fromLatin1(pagesAddress)) {}
  explicit HostedHouse(std::uint16_t port) : HookHouse(u"http://127.0.0.1:%1"_s.arg(port), port) {}

  /// A new customer with an open invoice and no method, and a link to the account.
  void enter() {
    begin();
    path = accountPath();
    m_customers = stripe.customers();
    m_sessions = stripe.sessions().size();
  }
  QByteArray accountPath() {
    return "/account/" + token({customer, organizations::LinkPurpose::Account, {}, {}});
  }
  QByteArray invoicePath() {
    return "/invoice/" + token({customer, organizations::LinkPurpose::Invoice, invoice, {}});
  }
  [[nodiscard]] Heard get(const QByteArray &where) const {
    return ask("GET " + where + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  }
  [[nodiscard]] Heard post(const QByteArray &where, const QByteArray &body) const {
    return ask("POST " + where +
               " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
               "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n\r\n" + body);
  }
  [[nodiscard]] static QByteArray formOf(const QByteArray &page) {
    return "word=" + api::formWord(page.split('/').value(2)).toLatin1();
  }
  /// What the button on the page does.
  [[nodiscard]] Heard click(const QByteArray &page) const {
    return post(page + "/set-up", formOf(page));
  }
  [[nodiscard]] Heard click() const { return click(path); }
  /// Where a page of ours leads to; empty: nowhere.
  [[nodiscard]] static QByteArray leadOf(const Heard &heard) {
    const QByteArray before = "content=\"0; url=";
    const auto at = heard.text.indexOf(before);
    if (at < 0)
      return {};
    const auto from = at + before.size();
    return heard.text.mid(from, heard.text.indexOf('"', from) - from);
  }
  /// Of this customer, at Stripe.
  int newCustomers() const { return stripe.customers() - m_customers; }
  std::vector<Json> newSessions() const {
    auto all = stripe.sessions();
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(m_sessions));
    return all;
  }
  [[nodiscard]] QString lastSession() const { return newSessions().back()["id"].get<QString>(); }
  /// Where Stripe leads back to.
  [[nodiscard]] QByteArray returnPath() const {
    return newSessions().back()["success_url"].get<QString>().toLatin1().mid(address.size());
  }
  std::int64_t setups(const QByteArray &state) {
    return number("select count(*) from method_setup where state = '" + state +
                  "' and organization_id = '" + customer.toString().toUtf8() + "'");
  }
  std::int64_t methods() {
    return number("select count(*) from payment_method where organization_id = '" +
                  customer.toString().toUtf8() + "'");
  }

  QByteArray path;

private:
  QByteArray token(organizations::CustomerLink link) {
    link.expiresAt = clock.now() + std::chrono::hours(24 * 60);
    return expect(organizations::CustomerLinks(worker.session).issue(link));
  }
  int m_customers = 0;
  std::size_t m_sessions = 0;
};

} // namespace tenantry::tests
