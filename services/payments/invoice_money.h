// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"
#include "services/payments/ids.h"
#include "services/store/session.h"
#include <algorithm>

/// What paid an invoice, and what of it was given back.
namespace tenantry::payments {

struct InvoicePayment {
  PaymentId id;
  QString source; ///< attempt, transfer, imported
  QString reference;
  Instant receivedAt{};
  Currency currency;
  std::int64_t received = 0; ///< all of it: what is more than `applied` went elsewhere
  std::int64_t applied = 0;  ///< to this invoice
  std::int64_t refunded = 0;
  std::int64_t refunding = 0;         ///< on its way back: not known yet
  QString methodLabel;                ///< of an attempt
  QString chargeKey{};                ///< likewise
  QString chargeReference{};          ///< likewise: the provider's own id
  QString provider{};                 ///< likewise
  std::optional<LocalDay> bookedOn{}; ///< its day in the books
  std::int64_t recovered = 0;         ///< what of `applied` had been written off
  std::int64_t goneBack = 0;          ///< of `received`, at its provider, booked as a loss
  std::int64_t refundedThere = 0;     ///< of `goneBack`: the rest was charged back
  bool isRecorded = false;            ///< by hand: it can be taken back

  [[nodiscard]] bool isCharge() const { return source == u"attempt"; }
  [[nodiscard]] std::int64_t chargedBack() const { return goneBack - refundedThere; }
  /// That can be given back.
  [[nodiscard]] std::int64_t left() const {
    const auto most = std::min(applied, received - goneBack) - refunded - refunding;
    return std::max<std::int64_t>(most, 0);
  }
};

enum class RefundStatus { Pending, Unknown, Succeeded, Failed };
[[nodiscard]] QString toString(RefundStatus status);

struct Refund {
  OrganizationId organization;
  RefundId id;
  PaymentId payment;
  InvoiceId invoice;
  bool isByHand = false; ///< a transfer back, which a person makes
  QString key;           ///< idempotency key: of this refund for ever
  Money amount;
  QString reason;
  RefundStatus status = RefundStatus::Pending;
  QString declineCode;
  int inquiries = 0;
  QString creditNote; ///< its number, once the money has gone
  Instant createdAt{};
  std::optional<Instant> finishedAt;
  QString reference{}; ///< the provider's own id; empty: it never told

  [[nodiscard]] bool isLive() const {
    return status == RefundStatus::Pending || status == RefundStatus::Unknown;
  }
};

struct InvoiceMoney {
  std::vector<InvoicePayment> payments; ///< the latest first
  std::vector<Refund> refunds;          ///< likewise

  /// On its way back.
  [[nodiscard]] std::int64_t refunding() const;
  [[nodiscard]] std::int64_t left() const; ///< that can be given back
  [[nodiscard]] std::int64_t goneBack() const;
};

[[nodiscard]] Result<InvoiceMoney>
moneyOf(store::Session &session, const OrganizationId &organization, const InvoiceId &invoice);
[[nodiscard]] Result<Refund> findRefund(store::Session &session, const OrganizationId &organization,
                                        const RefundId &id); ///< error `payment.refund_not_found`

} // namespace tenantry::payments
