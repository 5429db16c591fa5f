// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/money.h"
#include "services/core/page.h"
#include "services/store/session.h"
#include <QUuid>

namespace tenantry::payments {

/// What of ours a provider contradicts; or what it did without us, a finding.
enum class ContradictionKind {
  Attempt, ///< to charge an invoice
  Refund,
  Setup,             ///< a page of the provider's where a customer enters a payment method
  Dispute,           ///< finding: a payer contests a charge
  RefundedElsewhere, ///< finding: made at the provider
  SecondCharge       ///< finding: for one attempt
};
[[nodiscard]] QString toString(ContradictionKind kind); ///< "attempt", "refunded_elsewhere", …
[[nodiscard]] std::optional<ContradictionKind> parseContradictionKind(QStringView text);

[[nodiscard]] constexpr bool isFinding(ContradictionKind kind) {
  return kind >= ContradictionKind::Dispute;
}

/// What a provider says and cannot be, or did without us (ADR 12).
struct Contradiction {
  OrganizationId organization;
  ContradictionKind kind = ContradictionKind::Attempt;
  QUuid id;                      ///< of the attempt, refund, setup or finding
  QString customer;              ///< the organization's name
  QString number{};              ///< of the invoice; a setup has none
  std::optional<Money> amount{}; ///< as we asked for it, or of the finding; a setup has none
  QString code; ///< what contradicts: "amount_mismatch", …; of a dispute its state: "lost", …
  QString reference{}; ///< the provider's own id; empty: it never told
  Instant since{};
  bool isSuperseded = false; ///< of a setup: another page of its organization is open now
  QString reason{};          ///< of a finding: why, as the provider says
  bool isWithdrawn = false;  ///< of a dispute: the provider has taken the money from us

  [[nodiscard]] QString idText() const { return id.toString(QUuid::WithoutBraces); }
  /// Changes with what the provider says of it.
  [[nodiscard]] QString digest() const;
};

/// What narrows the list.
struct ContradictionFilter {
  std::optional<ContradictionKind> kind{}; ///< none: all
  QString search{}; ///< a part of customer, invoice or the provider's id; empty: all
  bool operator==(const ContradictionFilter &) const = default;
};

/// The last row before a page.
struct ContradictionCursor {
  Instant since{};
  QUuid id;
  bool operator==(const ContradictionCursor &) const = default;
};

using ContradictionPage = PageOf<Contradiction, ContradictionCursor>;

/// Those that wait for a person, over all organizations, the longest first.
class ContradictionListing {
public:
  static constexpr int mostRows = 200;
  static constexpr std::int64_t countLimit = 10'000;

  explicit ContradictionListing(store::Session &session) : m_session(session) {}

  /// Error `list.page_size`.
  [[nodiscard]] Result<ContradictionPage> page(const ContradictionFilter &filter, int pageSize,
                                               const std::optional<ContradictionCursor> &after);
  /// Over all pages; at most countLimit + 1, which means “more than countLimit”.
  [[nodiscard]] Result<std::int64_t> count(const ContradictionFilter &filter);
  /// In no order; those that wait no more are left out.
  [[nodiscard]] Result<std::vector<Contradiction>> byIds(const std::vector<QUuid> &ids);

private:
  store::Session &m_session;
};

/// All of them.
[[nodiscard]] Result<std::vector<Contradiction>> contradictions(store::Session &session);
/// One of them; error `payment.not_contradicted`.
[[nodiscard]] Result<Contradiction> findContradiction(store::Session &session, const QUuid &id);

/// It waits for nobody (any more): `payment.not_contradicted`.
[[nodiscard]] Error notContradicted(const QUuid &id);

} // namespace tenantry::payments
