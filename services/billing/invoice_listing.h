// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/due_age.h"
#include "services/billing/values.h"
#include "services/core/page.h"
#include "services/store/session.h"
#include <variant>

namespace tenantry::billing {

/// Which invoices a list shows. Open and overdue ones are still to be paid; drafts are in no other
/// list, All are those that were issued. CreditNote lists credit notes instead of invoices. Of
/// Unanswered ones a provider has not said yet what became of a charge or refund.
enum class InvoiceFilter {
  All,
  Open,
  Overdue,
  Paid,
  Void,
  Uncollectible,
  Draft,
  CreditNote,
  Unanswered
};

/// What a list is in order of. `Due` is offered for open and overdue invoices of all organizations;
/// drafts are in the order in which they were made; with a number the order is always that of the
/// numbers.
enum class InvoiceSort { Issued, Due };

/// The last row before a page: what it is sorted by (day of issue, time it is due or was made, or
/// number), and which it is.
struct InvoiceCursor {
  std::variant<LocalDay, Instant, QString> value;
  OrganizationId organization;
  InvoiceId id;
  bool operator==(const InvoiceCursor &) const = default;
};

struct InvoiceQuery {
  InvoiceFilter filter = InvoiceFilter::All;
  InvoiceSort sort = InvoiceSort::Issued;
  bool ascending = false;
  /// What the number begins with, as it is written; not empty: `sort` and `ascending` do not count,
  /// and of `filter` only whether it is credit notes that are looked for.
  QString number;
  int pageSize = 100;
  std::optional<InvoiceCursor> after; ///< none: the first page
  /// Of open invoices in the order of their due days: those alone.
  std::optional<DueAge> age{};
  /// Of that one alone, in the order of issue (a draft: of the day it was made).
  std::optional<OrganizationId> organization{};
};

/// An invoice in a list, or a credit note; amounts in minor units of its currency.
struct InvoiceRow {
  OrganizationId organization;
  InvoiceId id;
  QString organizationName;
  QString number; ///< of a draft empty
  InvoiceKind kind = InvoiceKind::Recurring;
  InvoiceStatus status = InvoiceStatus::Open;
  Currency currency;
  std::int64_t total = 0;
  std::int64_t amountDue = 0;
  std::optional<LocalDay> issuedOn; ///< with the two that follow: not of a draft
  std::optional<LocalDay> dueOn;
  std::optional<Instant> dueAt;
  std::optional<Instant> madeAt; ///< of a draft
  QString holdReason{};          ///< of a draft: why it waits; empty: it is not on hold
  bool isCreditNote = false;     ///< `id` is then its id, and what concerns payment says nothing
};

using InvoiceListPage = PageOf<InvoiceRow, InvoiceCursor>;

/// Pages of invoices over all organizations: each costs the same, however deep.
class InvoiceListing {
public:
  static constexpr int mostRows = 200; ///< the statements say so too, as 201
  static constexpr std::int64_t countLimit = 10'000;

  explicit InvoiceListing(store::Session &session) : m_session(session) {}

  /// Errors `list.page_size` (1 to 200), `list.cursor` (a cursor of another order), `list.order`
  /// (by due date, but not only open ones).
  [[nodiscard]] Result<InvoiceListPage> page(const InvoiceQuery &query);
  /// How many there are, over all pages; at most countLimit + 1, which means “more than
  /// countLimit”.
  [[nodiscard]] Result<std::int64_t> count(const InvoiceQuery &query);

private:
  [[nodiscard]] Result<store::Rows> find(const InvoiceQuery &query, int count);
  [[nodiscard]] Result<store::Rows> findOf(const OrganizationId &organization,
                                           const InvoiceQuery &query, int count);
  [[nodiscard]] Result<store::Rows> findUnanswered(const InvoiceQuery &query, int count);
  [[nodiscard]] Result<store::Rows> countOf(const OrganizationId &organization,
                                            const InvoiceQuery &query);
  [[nodiscard]] DueBounds boundsOf(const InvoiceQuery &query) const;
  store::Session &m_session;
};

} // namespace tenantry::billing
