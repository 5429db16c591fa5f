// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/message.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <array>

namespace tenantry::http {

namespace {

const QByteArray *find(const std::vector<Header> &headers, QByteArrayView name) {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const Header &header) {
    return header.first.compare(name, Qt::CaseInsensitive) == 0;
  });
  return found == headers.end() ? nullptr : &found->second;
}

const char *reasonOf(int status) {
  static constexpr std::array<std::pair<int, const char *>, 17> reasons{{
      {200, "OK"},
      {303, "See Other"},
      {400, "Bad Request"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {409, "Conflict"},
      {410, "Gone"},
      {413, "Content Too Large"},
      {415, "Unsupported Media Type"},
      {417, "Expectation Failed"},
      {422, "Unprocessable Content"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {503, "Service Unavailable"},
      {505, "HTTP Version Not Supported"},
  }};
  for (const auto &[code, reason] : reasons)
    if (code == status)
      return reason;
  return "";
}

const std::array<Header, 6> cautious{{
    {"Cache-Control", "no-store"},
    {"Content-Security-Policy",
     "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
}};

void add(QByteArray &head, const QByteArray &name, QByteArray value) {
  value.replace('\r', ' ').replace('\n', ' ');
  head += name + ": " + value + "\r\n";
}

/// RFC 9110 section 5.6.7.
QByteArray httpDate(Instant now) {
  const auto time = QDateTime::fromSecsSinceEpoch(
      std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count(), Qt::UTC);
  return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

} // namespace

QByteArray Request::header(QByteArrayView name) const {
  const auto *value = find(headers, name);
  return value ? *value : QByteArray();
}

QByteArray Response::header(QByteArrayView name) const {
  const auto *value = find(headers, name);
  return value ? *value : QByteArray();
}

Response plainText(int status, const QByteArray &text) {
  return {status, "text/plain; charset=utf-8", text + '\n'};
}

Response tryLater(int seconds) {
  auto response = plainText(503, "There is too much to do at the moment. Please try again.");
  response.headers.emplace_back("Retry-After", QByteArray::number(seconds));
  return response;
}

QByteArray headOf(const Response &response, const Delivery &delivery, Instant now) {
  QByteArray head =
      "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonOf(response.status) + "\r\n";
  add(head, "Date", httpDate(now));
  add(head, "Content-Length", QByteArray::number(response.body.size()));
  if (!response.contentType.isEmpty())
    add(head, "Content-Type", response.contentType);
  for (const auto &[name, value] : cautious)
    if (!find(response.headers, name))
      add(head, name, value);
  for (const auto &[name, value] : response.headers)
    add(head, name, value);
  if (!delivery.keepsOpen)
    add(head, "Connection", "close");
  return head + "\r\n";
}

} // namespace tenantry::http
