// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include <QByteArray>
#include <functional>
#include <utility>
#include <vector>

namespace tenantry::http {

/// HEAD is answered as GET, without the body; who handles requests does not see it.
enum class Method { Get, Post };

using Header = std::pair<QByteArray, QByteArray>; ///< name, value

/// What was asked, as bytes: nothing in it has been decoded or can be trusted.
struct Request {
  Method method = Method::Get;
  QByteArray path;    ///< begins with a slash
  QByteArray query{}; ///< without the question mark
  std::vector<Header> headers{};
  QByteArray body{};

  /// The first of that name, in whatever case it came; empty where there is none.
  [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

struct Response {
  int status = 200;
  QByteArray contentType;
  QByteArray body{};
  std::vector<Header> headers{}; ///< beyond those that every answer carries

  [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

[[nodiscard]] Response plainText(int status, const QByteArray &text);
/// “Come again later”: 503.
[[nodiscard]] Response tryLater(int seconds);

/// Called once for each request, on any thread.
using Answer = std::function<void(Response)>;

/// What the server serves. Both are called on its own threads and must not wait for anything.
struct Application {
  /// How many bytes of a body are taken for this; asked before they are read.
  std::function<qsizetype(const Request &head)> mostBody;
  std::function<void(Request, Answer)> handle;
};

struct Delivery {
  bool isHead = false;   ///< the length is told, the body is not sent
  bool keepsOpen = true; ///< the connection is good for another request
};

/// The head of an answer as it goes over the wire. An answer that does not say otherwise allows a
/// browser nothing: no script, no frame, no referrer, no copy in a cache. Line breaks in a header's
/// value become spaces.
[[nodiscard]] QByteArray headOf(const Response &response, const Delivery &delivery, Instant now);

} // namespace tenantry::http
