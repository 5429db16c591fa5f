// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/router.h"

#include <algorithm>

namespace tenantry::http {

namespace {

bool isNamed(const QByteArray &segment) { return segment.startsWith(':'); }

bool matches(const QList<QByteArray> &pattern, const QList<QByteArray> &path) {
  return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                    [](const QByteArray &wanted, const QByteArray &given) {
                      return isNamed(wanted) ? !given.isEmpty() : wanted == given;
                    });
}

} // namespace

void Router::add(Method method, const QByteArray &pattern, qsizetype mostBody, Handler handler) {
  m_routes.push_back({method, pattern.split('/'), mostBody, std::move(handler)});
}

std::vector<const Router::Route *> Router::at(const QByteArray &path) const {
  const auto segments = path.split('/');
  std::vector<const Route *> found;
  for (const auto &route : m_routes)
    if (matches(route.segments, segments))
      found.push_back(&route);
  return found;
}

qsizetype Router::mostBody(const Request &head) const {
  for (const auto *route : at(head.path))
    if (route->method == head.method)
      return route->mostBody;
  return 0;
}

void Router::handle(Request request, const Answer &answer) const {
  const auto routes = at(request.path);
  for (const auto *route : routes) {
    if (route->method != request.method)
      continue;
    Call call{std::move(request)};
    const auto segments = call.request.path.split('/');
    for (qsizetype i = 0; i < segments.size(); ++i)
      if (isNamed(route->segments[i]))
        call.parts.insert(route->segments[i].mid(1), segments[i]);
    return route->handler(std::move(call), answer);
  }
  if (routes.empty())
    return m_otherwise ? m_otherwise({std::move(request)}, answer)
                       : answer(plainText(404, "There is nothing here."));
  auto refusal = plainText(405, "This cannot be done here.");
  refusal.headers.emplace_back("Allow",
                               routes.front()->method == Method::Get ? "GET, HEAD" : "POST");
  answer(std::move(refusal));
}

Application Router::application() const {
  return {[this](const Request &head) { return mostBody(head); },
          [this](Request request, Answer answer) { handle(std::move(request), answer); }};
}

} // namespace tenantry::http
