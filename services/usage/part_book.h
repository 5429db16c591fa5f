// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"
#include <vector>

namespace tenantry::usage {

/// The part of what happened outside of any subscription; -infinity in the database.
inline constexpr Instant noPart = Instant::min();

/// A usage part [from, to) as counting needs it.
struct Part {
  OrganizationId organization;
  Instant from{};
  Instant to{};
  Instant periodFrom{}; ///< the billing period it belongs to
  SubscriptionId subscription{};
};

/// The parts of some organizations, to be asked by time.
class PartBook {
public:
  PartBook() = default;
  explicit PartBook(std::vector<Part> parts); ///< in any order

  /// The part that holds this instant; nullptr if none does.
  [[nodiscard]] const Part *at(const OrganizationId &organization, Instant instant) const;
  /// The part that begins at this instant; nullptr if none does.
  [[nodiscard]] const Part *beginningAt(const OrganizationId &organization, Instant from) const;
  /// The end of the last part; noPart if there is none.
  [[nodiscard]] Instant endOf(const OrganizationId &organization) const;
  /// Whether the period of that part may have other parts too.
  [[nodiscard]] bool isSplit(const Part &part) const;

private:
  [[nodiscard]] std::vector<Part>::const_iterator after(const OrganizationId &organization,
                                                        Instant from) const;
  std::vector<Part> m_parts; ///< by organization, then time
};

} // namespace tenantry::usage
