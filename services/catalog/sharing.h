// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace tenantry::catalog {

/// `shareByLargestRemainder` for weights of both signs: what falls on the weights whose sign is not
/// that of their sum is rounded by itself, the rest is shared over the others. The parts sum to
/// `total`. Weights that sum to zero share nothing (`total` must then be zero).
[[nodiscard]] std::vector<std::int64_t> shareSigned(std::int64_t total,
                                                    std::span<const std::int64_t> weights);

} // namespace tenantry::catalog
