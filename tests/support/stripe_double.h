// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"
#include <QMap>
#include <QStringList>
#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tenantry::tests {

/// A stand-in for Stripe on a port of this machine, as its documents describe it: the requests that
/// the adapter makes, with Stripe's store of idempotency keys (the first status and body are
/// replayed, those of 500 too; other fields are refused; conflicts, refusals of the form and 429
/// are not kept) and its metadata.
///
/// What becomes of a charge says the payment method's name, `pm_ACTION[:CODE]`:
///   ok · declines:CODE · auth · small · missing · payer_gone · processing
///   acts (requires_action) · acts_cancel_drop (is cancelled, then hangs up)
///   acts_late (says requires_action, and is charged the moment after)
///   drop (charges, then hangs up) · drop_unheard (hangs up first, once)
///   silent (charges, answers too late) · 500 (charges, then 500 under the key)
///   500_unheard (500 once, nothing kept) · 409, 429, 401 (once, then ok) · garbage (charges,
///   answers no JSON) · redirects (charges, answers 302) · huge (charges, answers more than is
///   read) other_amount (charges a unit more)
/// What becomes of a refund says the payment method that was charged: ok, or
///   refund_pending · refund_fails:CODE · refund_drop · refund_500
/// A page that was opened (Checkout, mode setup) is at `/c/pay/ID`: a form for a card, and a link
/// back.
class StripeDouble {
public:
  static constexpr auto key = "sk_test_double";
  static constexpr auto webhookSecret = "whsec_test_secret";

  StripeDouble();
  ~StripeDouble();
  StripeDouble(const StripeDouble &) = delete;
  StripeDouble &operator=(const StripeDouble &) = delete;

  [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

  /// Money that was taken, and given back: the number of times.
  [[nodiscard]] int charges() const;
  [[nodiscard]] int refunds() const;
  [[nodiscard]] std::vector<Json> intents() const;
  [[nodiscard]] std::vector<Json> refundList() const;
  /// Requests of a kind so far: "POST /v1/payment_intents".
  [[nodiscard]] int asked(const QByteArray &what) const;
  /// Fields of the last request of that kind.
  [[nodiscard]] QMap<QString, QString> lastFields(const QByteArray &what) const;
  /// What every request has to be and one was not: its version, its key for a POST. Empty: all
  /// were.
  [[nodiscard]] QString objection() const;

  /// Its clock, in seconds of Unix; stands still at 2026-01-31T10:00:00Z until it is set.
  void setTime(std::int64_t seconds) { m_now = seconds; }
  /// The day after: keys are forgotten.
  void forgetKeys();
  /// The bank has answered: what is processing, or being given back, comes to that.
  void finish(const QString &id, const QString &status, const QString &code = {});
  /// Something that others of the same account, or a customer at Stripe's page, have made.
  Json makeIntent(const Json &with);
  /// A payer contests a charge, or what has become of that id.
  Json makeDispute(const Json &with);
  /// A customer has entered a card at the page of a session.
  Json completeSetup(const QString &session, const QString &method);
  void changeSession(const QString &session, const Json &with);
  /// The next request of that kind ("POST /v1/customers") meets with this, once:
  ///   drop (done, then hangs up) · drop_unheard · silent (done, answered too late) · 500 (not
  ///   done) 409 (not done) · 400 (refused)
  void trouble(const QByteArray &what, const QString &kind);
  [[nodiscard]] std::vector<Json> sessions() const;
  [[nodiscard]] int customers() const;

  /// What Stripe would tell of what has happened so far, in its order.
  [[nodiscard]] std::vector<Json> events() const;
  /// An event about an object as it is now, at that second.
  Json event(const QString &type, const Json &object, std::int64_t created);
  [[nodiscard]] static QByteArray signatureOf(const QByteArray &body, std::int64_t at,
                                              const QByteArray &secret = webhookSecret);

private:
  struct Asked {
    QByteArray method;
    QByteArray path;
    QMap<QString, QString> fields; ///< of the form or the query
    QByteArray idempotencyKey;
    bool isAuthorized = false;
    bool hasVersion = false;
  };
  struct Answer {
    int status = 200;
    QByteArray body{};
    bool isKept = true;     ///< under the key
    bool isDropped = false; ///< hangs up instead
    bool isLate = false;
    QByteArray location{}; ///< of a redirect
    bool isPage = false;   ///< HTML
  };
  struct Kept {
    QMap<QString, QString> fields;
    Answer answer;
  };

  void serve();
  void talk(int socket);
  Answer answer(const Asked &asked);
  Answer answerNew(const Asked &asked);
  Answer charge(const Asked &asked);
  Answer refund(const Asked &asked);
  Answer cancel(const QString &id, const Asked &asked);
  Answer openSession(const Asked &asked);
  Answer session(const QString &id);
  Answer page(const Asked &asked);
  Answer troubled(const QString &kind, const Asked &asked);
  Answer carryOut(const Asked &asked);
  Json complete(Json *session, const QString &method, const Json &more);
  Answer list(const std::vector<Json> &all, const Asked &asked, const char *filter) const;
  Answer find(const std::vector<Json> &all, const QString &id) const;
  Json *at(std::vector<Json> &all, const QString &id);
  void tell(const QString &type, const Json &object);
  void paid(Json &intent);
  void failed(Json &intent, const QString &code, const QString &declineCode);
  bool isFirst(const QByteArray &what);
  QString newId(const char *prefix);

  mutable std::mutex m_mutex;
  std::vector<Json> m_intents;
  std::vector<Json> m_refunds;
  std::vector<Json> m_sessions;
  std::vector<Json> m_setups, m_disputes;
  std::vector<Json> m_customers, m_events;
  QMap<QByteArray, Kept> m_kept;
  QMap<QByteArray, int> m_asked;
  QMap<QByteArray, QMap<QString, QString>> m_lastFields;
  QMap<QByteArray, int> m_seen;
  QMap<QByteArray, QStringList> m_troubles;
  QString m_objection;
  int m_number = 0;
  int m_listener = -1;
  int m_port = 0;
  std::atomic<std::int64_t> m_now{1'769'853'600};
  std::atomic<bool> m_isStopping{false};
  std::vector<std::thread> m_talks;
  std::thread m_thread; ///< last: it uses all the others
};

} // namespace tenantry::tests
