// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_client.h"

#include "services/core/log.h"

#include <QUrl>
#include <curl/curl.h>
#include <mutex>

using namespace Qt::StringLiterals;

namespace tenantry::gateways {

namespace {

/// What this adapter was written against; the account's own default does not matter then.
constexpr auto apiVersion = "Stripe-Version: 2024-06-20";
constexpr qsizetype mostAnswer = 1024 * 1024;

size_t keep(const char *data, size_t size, size_t count, void *user) {
  auto &answer = *static_cast<QByteArray *>(user);
  const auto length = static_cast<qsizetype>(size * count);
  if (answer.size() + length > mostAnswer)
    return 0; // ends the transfer: as no answer
  answer.append(data, length);
  return size * count;
}

QByteArray encoded(const StripeFields &fields) {
  QByteArray form;
  for (const auto &[name, value] : fields) {
    if (!form.isEmpty())
      form += '&';
    form += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
  }
  return form;
}

struct HeaderList {
  curl_slist *list = nullptr;
  HeaderList() = default;
  ~HeaderList() { curl_slist_free_all(list); }
  HeaderList(const HeaderList &) = delete;
  HeaderList &operator=(const HeaderList &) = delete;
  void add(const QByteArray &line) { list = curl_slist_append(list, line.constData()); }
};

} // namespace

/// Connections that are open and not in use.
class StripeClient::Handles {
public:
  Handles() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  }
  ~Handles() {
    for (auto *handle : m_idle)
      curl_easy_cleanup(handle);
  }
  Handles(const Handles &) = delete;
  Handles &operator=(const Handles &) = delete;

  CURL *take() {
    const std::lock_guard guard(m_mutex);
    if (m_idle.empty()) {
      CURL *made = curl_easy_init();
      if (made == nullptr)
        throw ProgrammingError("libcurl has no handle");
      return made;
    }
    CURL *handle = m_idle.back();
    m_idle.pop_back();
    return handle;
  }
  void giveBack(CURL *handle) {
    curl_easy_reset(handle); // keeps the connection, forgets the key
    const std::lock_guard guard(m_mutex);
    m_idle.push_back(handle);
  }

private:
  std::mutex m_mutex;
  std::vector<CURL *> m_idle;
};

QString textAt(const Json &object, const char *key) {
  if (!object.is_object())
    return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<QString>() : QString();
}

bool StripeAnswer::isPutOff() const {
  if (errorType() == "idempotency_error"_L1)
    return false;
  return status == 401 || status == 403 || status == 409 || status == 429;
}

QString StripeAnswer::errorType() const {
  return body.contains("error") ? textAt(body["error"], "type") : QString();
}

QString StripeAnswer::errorCode() const {
  return body.contains("error") ? textAt(body["error"], "code") : QString();
}

StripeClient::StripeClient(StripeSettings settings)
    : m_settings(std::move(settings)), m_handles(std::make_unique<Handles>()) {}

StripeClient::~StripeClient() = default;

StripeAnswer StripeClient::post(const QString &path, const StripeFields &fields,
                                const QString &idempotencyKey) {
  const QByteArray body = encoded(fields);
  return perform((m_settings.url + path).toLatin1(), &body, idempotencyKey);
}

StripeAnswer StripeClient::get(const QString &path, const StripeFields &query) {
  QByteArray address = (m_settings.url + path).toLatin1();
  if (!query.empty())
    address += '?' + encoded(query);
  return perform(address, nullptr, {});
}

StripeAnswer StripeClient::perform(const QByteArray &address, const QByteArray *body,
                                   const QString &idempotencyKey) {
  CURL *curl = m_handles->take();
  const bool isTrial = isOnThisMachine(m_settings.url);
  HeaderList headers;
  headers.add("Authorization: Bearer " + m_settings.key.toLatin1());
  headers.add(apiVersion);
  headers.add("Expect:");
  if (!idempotencyKey.isEmpty())
    headers.add("Idempotency-Key: " + idempotencyKey.toLatin1());
  QByteArray text;
  curl_easy_setopt(curl, CURLOPT_URL, address.constData());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.list);
  if (body != nullptr) {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body->constData());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body->size()));
  }
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, isTrial ? "http" : "https");
  if (isTrial)
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(m_settings.connectLimit.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(m_settings.limit.count()));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &text);
  const CURLcode code = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  m_handles->giveBack(curl);
  StripeAnswer answer;
  if (code != CURLE_OK) {
    spdlog::warn("stripe: no answer: {} [stripe.no_answer]", curl_easy_strerror(code));
    return answer;
  }
  if (auto parsed = parseJson(text); parsed && parsed->is_object()) {
    answer.status = static_cast<int>(status);
    answer.body = std::move(*parsed);
  }
  if (status != 200) // a card that is declined is the customer's business, not ours
    spdlog::log(status == 402 ? spdlog::level::info : spdlog::level::warn,
                "stripe: answered {} {} {}", status, answer.errorType(), answer.errorCode());
  return answer;
}

} // namespace tenantry::gateways
