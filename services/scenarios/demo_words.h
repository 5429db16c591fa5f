// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "services/core/zone.h"
#include <QStringList>
#include <cstdint>
#include <random>
#include <vector>

/// The raw material of demo companies: resources/demo.
namespace tenantry::scenarios {

/// Numbers that are the same for a seed on every machine.
class Dice {
public:
  explicit Dice(std::uint64_t seed) : m_engine(seed) {}
  [[nodiscard]] std::int64_t below(std::int64_t sides) {
    return static_cast<std::int64_t>(m_engine() % static_cast<std::uint64_t>(sides));
  }
  [[nodiscard]] std::int64_t between(std::int64_t first, std::int64_t last) {
    return first + below(last - first + 1);
  }
  [[nodiscard]] bool percent(int chance) { return below(100) < chance; }
  template <typename List> [[nodiscard]] const auto &pick(const List &list) {
    return list.at(
        static_cast<decltype(list.size())>(below(static_cast<std::int64_t>(list.size()))));
  }

private:
  std::mt19937_64 m_engine;
};

struct DemoPlace {
  int weight = 1;
  QString country;
  Zone zone;
  Currency currency;
  QString language;
  QString city;
  QString region;
  QString postalCode;
  QStringList legalForms;
};

struct DemoWords {
  QStringList first;
  QStringList second;
  QStringList industries;
  std::vector<DemoPlace> places;

  [[nodiscard]] static DemoWords compiledIn();
  [[nodiscard]] const DemoPlace &placeBy(Dice &dice) const; ///< by weight
};

} // namespace tenantry::scenarios
