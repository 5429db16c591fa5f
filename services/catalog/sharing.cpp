// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/sharing.h"

#include "services/core/money.h"
#include "services/core/rational.h"

namespace tenantry::catalog {

std::vector<std::int64_t> shareSigned(std::int64_t total, std::span<const std::int64_t> weights) {
  std::int64_t sum = 0;
  for (const auto weight : weights)
    sum = checkedAdd(sum, weight);
  if (sum == 0 && total != 0)
    throw ProgrammingError("shareSigned: the weights sum to zero, the total does not");
  std::vector<std::int64_t> result(weights.size(), 0);
  if (sum == 0)
    return result;
  std::vector<std::int64_t> main(weights.size(), 0);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if ((weights[i] < 0) == (sum < 0))
      main[i] = sum < 0 ? -weights[i] : weights[i];
    else
      result[i] = roundHalfAwayFromZero(Rational(total) * weights[i] / sum);
  }
  std::int64_t rest = total;
  for (const auto part : result)
    rest -= part;
  const auto shared = shareByLargestRemainder(rest, main);
  for (std::size_t i = 0; i < weights.size(); ++i)
    result[i] += shared[i];
  return result;
}

} // namespace tenantry::catalog
