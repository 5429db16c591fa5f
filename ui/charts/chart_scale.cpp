// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_scale.h"
#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <limits>

namespace tenantry::ui {

namespace {

using Wide = boost::multiprecision::int128_t;

Wide floorTo(const Wide &value, const Wide &step) {
  const Wide rest = value % step;
  return rest == 0 ? value : value < 0 ? value - rest - step : value - rest;
}

Wide ceilTo(const Wide &value, const Wide &step) {
  const Wide down = floorTo(value, step);
  return down == value ? value : down + step;
}

qint64 narrow(const Wide &value) {
  const Wide least = std::numeric_limits<qint64>::min(), most = std::numeric_limits<qint64>::max();
  return qint64(std::clamp(value, least, most));
}

} // namespace

ChartScale ChartScale::over(qint64 lowest, qint64 highest, int mostSteps) {
  const Wide low = std::min(lowest, highest), high = std::max(lowest, highest);
  for (Wide power = 1;; power *= 10)
    for (const int factor : {1, 2, 5}) {
      const Wide step = power * factor, from = floorTo(low, step);
      const Wide to = std::max<Wide>(ceilTo(high, step), from + step);
      if ((to - from) / step <= mostSteps)
        return {narrow(from), narrow(to), narrow(step)};
    }
}

double ChartScale::share(qint64 value) const {
  const double range = double(highest) - double(lowest);
  return range > 0 ? (double(value) - double(lowest)) / range : 0;
}

std::vector<qint64> ChartScale::ticks() const {
  std::vector<qint64> ticks;
  Wide tick = lowest;
  for (; tick <= highest; tick += step)
    ticks.push_back(qint64(tick));
  return ticks;
}

} // namespace tenantry::ui
