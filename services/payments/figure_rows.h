// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/page.h"
#include "services/core/zone.h"
#include "services/organizations/listing.h"
#include "services/payments/receipts.h"
#include "services/subscriptions/mrr.h"
#include <variant>

/// What lies behind figures that are no list of their own, row by row.
namespace tenantry::payments {

inline constexpr std::chrono::days failedWithin{30}, renewsWithin{30};

enum class FigureList {
  Received,  ///< payments of the running month
  Failed,    ///< invoices that are open after a charge failed lately
  Renewals,  ///< contracts whose period ends soon
  Attention, ///< organizations somebody should look at
  Movements  ///< of MRR
};

/// Which movements: of a kind (none: all), in a currency, on days from `from` to before `to`.
struct MovementSpan {
  std::optional<subscriptions::MrrMovementKind> kind{};
  Currency currency{};
  LocalDay from{};
  LocalDay to{};
  bool operator==(const MovementSpan &) const = default;
};

struct FigureRow {
  OrganizationId organization;
  QUuid id; ///< of the payment, invoice, subscription, movement, or the organization
  QString name;
  QString number; ///< of the invoice; of a renewal its plan's id
  QString word;   ///< the payment's source, why a charge was declined, "renews" or "ends", the kind
                  ///< of movement, or reasons with spaces between them
  Instant at{};
  std::optional<LocalDay> day{}; ///< where it is said by the database
  std::int64_t twelfths = 0;     ///< of MRR, where the row is about that
  Money amount;                  ///< what was paid or is due, else the MRR
};

/// The last row before a page: what it is sorted by, and which it is.
struct FigureCursor {
  std::variant<Instant, LocalDay, std::int64_t> value;
  OrganizationId organization;
  QUuid id;
  bool operator==(const FigureCursor &) const = default;
};

using FigurePage = PageOf<FigureRow, FigureCursor>;

/// The rows of one figure, exactly those that it counts: as of now, with days in the zone of the
/// business.
class FigureRows {
public:
  static constexpr int mostRows = 200; ///< the statements say so too, as 201
  static constexpr std::int64_t countLimit = 10'000;

  FigureRows(store::Session &session, const Zone &zone, FigureList list,
             const MovementSpan &span = {});

  /// Error `list.page_size` (1 to 200).
  [[nodiscard]] Result<FigurePage> page(int rows, const std::optional<FigureCursor> &after);
  /// At most countLimit + 1, which means “more than countLimit”.
  [[nodiscard]] Result<std::int64_t> count();

private:
  [[nodiscard]] Instant monthBegan() const;
  [[nodiscard]] Result<store::Rows> find(const FigureCursor &cursor, int count);
  [[nodiscard]] FigureCursor start() const;
  [[nodiscard]] FigureCursor cursorOf(const FigureRow &row) const;

  store::Session &m_session;
  const Zone &m_zone;
  FigureList m_list;
  MovementSpan m_span;
};

} // namespace tenantry::payments
