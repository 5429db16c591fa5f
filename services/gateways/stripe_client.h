// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"
#include "services/gateways/stripe_settings.h"
#include <memory>
#include <utility>
#include <vector>

namespace tenantry::gateways {

/// Fields of a form, in their order: name, value.
using StripeFields = std::vector<std::pair<QString, QString>>;

/// What came back. Whatever is no JSON object is as good as no answer.
struct StripeAnswer {
  int status = 0; ///< of HTTP; 0: no answer, whether or not the request has arrived
  Json body = Json::object();

  [[nodiscard]] bool isGood() const { return status == 200; }
  /// The provider did not decide: no answer, its own failure, or something in between that answered
  /// in its place.
  [[nodiscard]] bool isSilent() const {
    return status < 200 || (status > 299 && status < 400) || status >= 500;
  }
  /// It has not been carried out and may be asked for again in a while: 409, 429, or a key that is
  /// not (any more) taken.
  [[nodiscard]] bool isPutOff() const;
  [[nodiscard]] QString errorType() const; ///< empty: none
  [[nodiscard]] QString errorCode() const;
};

/// A text in a JSON object; empty where there is none.
[[nodiscard]] QString textAt(const Json &object, const char *key);

/// Speaks Stripe's API over HTTPS: no redirects, answers of at most a megabyte, each request within
/// a time limit. Any number of threads may use one; they share its connections. Neither the key nor
/// a body reaches the log.
class StripeClient {
public:
  explicit StripeClient(StripeSettings settings);
  ~StripeClient();
  StripeClient(const StripeClient &) = delete;
  StripeClient &operator=(const StripeClient &) = delete;

  /// `path` begins with "/v1/". Asked again with the same key and fields, it is done once.
  [[nodiscard]] StripeAnswer post(const QString &path, const StripeFields &fields,
                                  const QString &idempotencyKey);
  [[nodiscard]] StripeAnswer get(const QString &path, const StripeFields &query = {});
  /// Where requests go: Stripe's, or the stand-in's.
  [[nodiscard]] QString url() const { return m_settings.url; }

private:
  class Handles;
  [[nodiscard]] StripeAnswer perform(const QByteArray &address, const QByteArray *body,
                                     const QString &idempotencyKey);
  StripeSettings m_settings;
  std::unique_ptr<Handles> m_handles;
};

} // namespace tenantry::gateways
