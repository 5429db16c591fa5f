// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/http/message.h"
#include <QMap>

namespace tenantry::http {

/// A request at its route, with the parts of the path that the pattern names.
struct Call {
  Request request;
  QMap<QByteArray, QByteArray> parts{};
};

/// Which handler answers a path. Patterns are whole paths: "/invoice/:token/pay".
class Router {
public:
  using Handler = std::function<void(Call, Answer)>;

  /// `mostBody` is how many bytes of a body it takes.
  void add(Method method, const QByteArray &pattern, qsizetype mostBody, Handler handler);
  /// What answers where nothing else does.
  void otherwise(Handler handler) { m_otherwise = std::move(handler); }

  /// 405 with what is allowed where only the method is wrong.
  void handle(Request request, const Answer &answer) const;
  [[nodiscard]] qsizetype mostBody(const Request &head) const;
  /// The router outlives it.
  [[nodiscard]] Application application() const;

private:
  struct Route {
    Method method;
    QList<QByteArray> segments;
    qsizetype mostBody;
    Handler handler;
  };
  [[nodiscard]] std::vector<const Route *> at(const QByteArray &path) const;
  std::vector<Route> m_routes;
  Handler m_otherwise;
};

} // namespace tenantry::http
