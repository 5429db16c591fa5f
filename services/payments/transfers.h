// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/service.h"
#include "services/payments/ids.h"

namespace tenantry::payments {

/// Money that came by itself, mostly by a bank. Without an invoice it goes to the organization's
/// balance.
struct Transfer {
  OrganizationId organization;
  std::optional<InvoiceId> invoice;
  Money amount;
  QString reference;
  PaymentId id{};                    ///< given: sent twice it is received once
  std::optional<LocalDay> bankDay{}; ///< on which the bank booked it; none: today
  /// As the person says who records it: the day in the books, or it is refused.
  std::optional<LocalDay> receivedOn{};
};

/// What it comes to. What is more than is due goes to the balance.
struct TransferPicture {
  QString number; ///< of the invoice
  Currency currency;
  std::int64_t dueBefore = 0;
  std::int64_t pays = 0;
  std::int64_t recovers = 0; ///< of what was written off of it
  std::int64_t toBalance = 0;
  bool isCharging = false; ///< a provider is being asked for the same: it may be paid twice
  LocalDay bookedOn{};     ///< its day in the books

  [[nodiscard]] std::int64_t dueAfter() const { return dueBefore - pays; }
  [[nodiscard]] QString digest() const;
};

/// What several at once come to, of one organization and currency.
struct TransfersPicture {
  std::vector<TransferPicture> parts;    ///< in the order given
  std::vector<billing::BalanceUse> uses; ///< what the balance pays of other invoices then
  std::int64_t balanceBefore = 0;
  std::int64_t balanceAfter = 0;

  [[nodiscard]] QString digest() const;
};

/// Receives transfers (BILL-4, BILL-6): a part leaves the invoice open with the rest, which is
/// dunned further on; what was written off is made good; what is too much goes to the balance, and
/// that pays what else is open.
class Transfers {
public:
  Transfers(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Errors `amount.invalid`, `payment.wrong_currency`, `invoice.not_open` (a draft or void); of a
  /// day that a person says `payment.in_future`, `ledger.closed`.
  [[nodiscard]] Result<TransferPicture> preview(const Transfer &transfer);
  /// Likewise; `seen` is the digest of the preview that was confirmed: `payment.picture_changed`
  /// where it comes to something else by now.
  [[nodiscard]] Result<TransferPicture> act(const Transfer &transfer, const QString &seen = {});
  /// Whether a transfer with this id was received.
  [[nodiscard]] Result<bool> knows(const OrganizationId &organization, const PaymentId &id);

  /// Several of one organization and currency, each of another invoice; the balance pays what else
  /// is open after the last. Errors likewise.
  [[nodiscard]] Result<TransfersPicture> previewAll(const std::vector<Transfer> &transfers);
  [[nodiscard]] Result<TransfersPicture> actAll(const std::vector<Transfer> &transfers,
                                                const QString &seen = {});

private:
  [[nodiscard]] Result<LocalDay> dayOf(const Transfer &transfer);
  /// Gives what went to the balance.
  [[nodiscard]] Result<std::int64_t> receive(const Transfer &transfer, const PaymentId &id);
  [[nodiscard]] Result<> useBalance(const OrganizationId &organization, const PaymentId &payment);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
