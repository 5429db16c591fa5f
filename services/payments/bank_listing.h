// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/page.h"
#include "services/payments/bank_desk.h"
#include <variant>

namespace tenantry::payments {

enum class BankSort { Booked, Amount };

/// The last row before a page: what it is sorted by, and which it is.
struct BankCursor {
  std::variant<LocalDay, std::int64_t> value;
  BankEntryId id;
  bool operator==(const BankCursor &) const = default;
};

struct BankQuery {
  std::optional<BankEntryStatus> status; ///< none: all
  BankSort sort = BankSort::Booked;
  bool ascending = false;
  int pageSize = 100;
  std::optional<BankCursor> after; ///< none: the first page
};

using BankPage = PageOf<KeptEntry, BankCursor>;

/// Pages of what came and went by bank: each costs the same, however deep.
class BankListing {
public:
  static constexpr int mostRows = 200; ///< the statements say so too, as 201
  static constexpr std::int64_t countLimit = 10'000;

  explicit BankListing(store::Session &session) : m_session(session) {}

  /// Errors `list.page_size` (1 to 200), `list.cursor` (a cursor of another order).
  [[nodiscard]] Result<BankPage> page(const BankQuery &query);
  /// Over all pages; at most countLimit + 1, which means “more than countLimit”.
  [[nodiscard]] Result<std::int64_t> count(const std::optional<BankEntryStatus> &status);

private:
  store::Session &m_session;
};

} // namespace tenantry::payments
