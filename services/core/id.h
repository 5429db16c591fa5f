// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include <QString>
#include <QUuid>
#include <compare>
#include <cstring>
#include <functional>
#include <tuple>

namespace tenantry {

/// A UUID version 7 (RFC 9562 §5.7) that cannot be mistaken for that of another kind of thing.
/// Sortable by time of creation, monotonic within the process; made by the program, never by the
/// database.
template <typename Tag> class Id {
public:
  constexpr Id() = default; ///< the null id
  explicit constexpr Id(const QUuid &uuid) : m_uuid(uuid) {}

  [[nodiscard]] const QUuid &uuid() const { return m_uuid; }
  [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
  [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
  [[nodiscard]] static Id fromString(QStringView text) { return Id(QUuid::fromString(text)); }

  /// In the byte order of PostgreSQL's uuid, so that sorted batches meet its B-trees in order.
  friend std::strong_ordering operator<=>(const Id &a, const Id &b) {
    const QUuid &x = a.m_uuid;
    const QUuid &y = b.m_uuid;
    if (const auto head =
            std::tie(x.data1, x.data2, x.data3) <=> std::tie(y.data1, y.data2, y.data3);
        head != 0)
      return head;
    return std::memcmp(x.data4, y.data4, sizeof x.data4) <=> 0;
  }
  friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }

private:
  QUuid m_uuid;
};

/// Makes the bytes of a UUIDv7 for the given instant; later calls in one process sort after earlier
/// ones.
[[nodiscard]] QUuid makeUuidV7(Instant now);

template <typename IdType> [[nodiscard]] IdType makeId(Instant now) {
  return IdType(makeUuidV7(now));
}

using OrganizationId = Id<struct OrganizationTag>;
using MemberId = Id<struct MemberTag>;
using TeamId = Id<struct TeamTag>;
using SubscriptionId = Id<struct SubscriptionTag>;
using InvoiceId = Id<struct InvoiceTag>;
using InvoiceLineId = Id<struct InvoiceLineTag>;
using CreditNoteId = Id<struct CreditNoteTag>;
using PaymentAttemptId = Id<struct PaymentAttemptTag>;
using PlanVersionId = Id<struct PlanVersionTag>;
using JobId = Id<struct JobTag>;

} // namespace tenantry

template <typename Tag> struct std::hash<tenantry::Id<Tag>> {
  std::size_t operator()(const tenantry::Id<Tag> &id) const noexcept { return qHash(id.uuid()); }
};
