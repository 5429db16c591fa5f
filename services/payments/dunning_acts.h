// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/service.h"
#include "services/payments/dunning_board.h"
#include "services/payments/ids.h"

namespace tenantry::payments {

using billing::InvoiceKey;

/// What an act would make of an invoice that is dunned.
struct DunningVerdict {
  InvoiceKey key;
  QString number;
  QString organizationName;
  Money due{};                       ///< zero where it is not known
  bool isAlready = false;            ///< a try is due already
  std::optional<Instant> tryDueAt{}; ///< of one that waits for its time
  std::optional<Error> refusal{};

  [[nodiscard]] QString digest() const; ///< changes with what a try would charge
};

/// What taking given time back would make of its invoice.
struct RevokePicture {
  DunningSheet sheet; ///< with what is to come then
  LocalDay until{};   ///< of the time that was given
  QString reason;
  Instant at{}; ///< as of when

  [[nodiscard]] QString digest() const; ///< changes with what is due, and what is to come
};

/// Time that is given: through that day, where the customer lives.
struct Grant {
  LocalDay until{};
  QString reason;
};

/// What people do with invoices that are dunned (BILL-5).
class DunningActs {
public:
  static constexpr int mostDays = 366; ///< that can be given at once

  DunningActs(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// In the order of the keys, by the same rules as `retry`.
  [[nodiscard]] Result<std::vector<DunningVerdict>>
  previewRetry(const std::vector<InvoiceKey> &keys);
  /// Leaves the job that the policy's retries leave; false where one is due already. Errors
  /// `dunning.not_found`, `payment.running`, `dunning.no_method`, `dunning.declined_for_good`,
  /// `dunning.tried_enough` (see mayTryFrom(); with the day on which it is possible again).
  /// `seen` is the digest of the preview that was confirmed: `invoice.picture_changed` where
  /// something else is due by now.
  [[nodiscard]] Result<bool> retry(const InvoiceKey &key, const QString &seen = {});

  [[nodiscard]] Result<std::vector<DunningVerdict>>
  previewExtend(const std::vector<InvoiceKey> &keys, const Grant &grant);
  /// The plan waits through that day. Errors `dunning.not_found`, `dunning.extension_day` (not a
  /// later day, or too late a one), `dunning.extended_longer`, `dunning.reason_missing`.
  /// `seen` as of `retry`.
  [[nodiscard]] Result<ExtensionId> extend(const InvoiceKey &key, const Grant &grant,
                                           const QString &seen = {});
  /// None where it is over or was taken back before. Error `dunning.not_found`.
  [[nodiscard]] Result<std::optional<RevokePicture>>
  previewRevoke(const OrganizationId &organization, const ExtensionId &id);
  /// As if it had never been given: what is due by now is done. False where it is over or was taken
  /// back before. `seen` is the digest of the preview that was confirmed:
  /// `invoice.picture_changed` where it comes to something else by now.
  [[nodiscard]] Result<bool> revoke(const OrganizationId &organization, const ExtensionId &id,
                                    const QString &seen = {});

private:
  [[nodiscard]] Result<> checkSeenRevoke(const OrganizationId &organization, const ExtensionId &id,
                                         const QString &seen);
  [[nodiscard]] Result<> refuseTriedEnough(std::vector<DunningVerdict> &verdicts);
  [[nodiscard]] Result<Instant> endOf(const OrganizationId &organization, LocalDay day);
  [[nodiscard]] Result<std::optional<Error>> obstacle(const DunningVerdict &verdict,
                                                      const Grant &grant);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::payments
