// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"
#include "services/core/money.h"
#include "services/core/page.h"
#include "services/core/period.h"
#include "services/store/session.h"
#include <QStringList>

/// The journal as people read it (BILL-6): entries page by page, and the transaction that one
/// belongs to.
namespace tenantry::billing {

/// What narrows the journal.
struct JournalFilter {
  std::optional<std::chrono::year_month> month{}; ///< none: all
  QString account{};                              ///< by its word; empty: any
  QString currency{};                             ///< empty: any
  /// What an invoice's or credit note's number begins with (payments of such invoices are among
  /// it), or words of an organization's name.
  QString search{};
  /// That organization alone; then `search` does not count.
  std::optional<OrganizationId> organization{};
  bool operator==(const JournalFilter &) const = default;
};

/// Which entry it is.
struct JournalKey {
  OrganizationId organization;
  QUuid transaction;
  std::int64_t entry = 0;
  [[nodiscard]] QString toString() const; ///< "organization/transaction/entry"
  [[nodiscard]] static JournalKey fromString(const QString &text);
  bool operator==(const JournalKey &) const = default;
};

/// The last row before a page.
struct JournalCursor {
  LocalDay day{};
  JournalKey key;
  bool operator==(const JournalCursor &) const = default;
};

struct JournalQuery {
  JournalFilter filter{};
  bool ascending = false; ///< by the day
  int pageSize = 100;
  std::optional<JournalCursor> after{}; ///< none: the first page
};

enum class JournalDocument { None, Invoice, CreditNote };

struct JournalRow {
  JournalKey id;
  LocalDay day{};
  QString account;
  Money amount; ///< debit positive
  QString cause;
  JournalDocument documentKind = JournalDocument::None;
  QString document;     ///< its number, of a payment the first that it paid; none: empty
  QStringList alsoPaid; ///< the numbers of a payment's other invoices
  QString reference;    ///< of a payment: what the bank or the provider calls it
  QString organizationName;
  [[nodiscard]] QStringList documents() const; ///< all of them
};

using JournalPage = PageOf<JournalRow, JournalCursor>;

/// All entries of one transaction: they sum to zero.
struct JournalTransaction {
  Instant bookedAt{};
  std::vector<JournalRow> entries;
};

/// Pages of the journal over all organizations: each costs the same, however deep.
class JournalListing {
public:
  static constexpr int mostRows = 200; ///< the statements say so too, as 201
  static constexpr std::int64_t countLimit = 10'000;

  explicit JournalListing(store::Session &session) : m_session(session) {}

  /// Error `list.page_size` (1 to 200).
  [[nodiscard]] Result<JournalPage> page(const JournalQuery &query);
  /// At most countLimit + 1, which means “more than countLimit”.
  [[nodiscard]] Result<std::int64_t> count(const JournalFilter &filter);
  /// Error `ledger.transaction_not_found`.
  [[nodiscard]] Result<JournalTransaction> transaction(const OrganizationId &organization,
                                                       const QUuid &transaction);

private:
  store::Session &m_session;
};

} // namespace tenantry::billing
