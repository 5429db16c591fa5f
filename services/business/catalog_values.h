// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "services/core/period.h"
#include "services/core/rational.h"
#include <map>
#include <optional>
#include <vector>

/// What is sold and how it is counted, priced, discounted and taxed, as the business files say it.
namespace tenantry::business {

/// A text customers read: by language ("en", "de"); the language "" is the text that holds for all
/// others.
struct Text {
  std::map<QString, QString> byLanguage;
  [[nodiscard]] QString
  in(const QString &language) const; ///< falls back to "", then "en", then any
  bool operator==(const Text &) const = default;
};

enum class Aggregation { Sum, Max, Last, Unique };
enum class LimitKind { Soft, Hard };

struct Metric {
  QString id;
  Aggregation aggregation = Aggregation::Sum;
  LimitKind limit = LimitKind::Soft;
  QString of;       ///< Unique: the dimension whose distinct values count
  int decimals = 0; ///< places a quantity may have; quantities are stored × 10^decimals
  Text name{};      ///< as customers read it: "API calls"; may be empty
  /// Without a name the words of the id: "api calls".
  [[nodiscard]] QString nameIn(const QString &language) const;
  bool operator==(const Metric &) const = default;
};

enum class PricePer { Subscription, Seat };

struct Price {
  Money amount;
  Interval interval = Interval::Month;
  PricePer per = PricePer::Subscription;
  bool operator==(const Price &) const = default;
};

enum class ChargeModel { PerUnit, Graduated, Volume, Package, Percentage };

struct Tier {
  std::optional<std::int64_t> upTo; ///< the tier is (previous upTo, upTo]; the last has none
  Rational unit;                    ///< minor units per unit
  std::int64_t flat = 0;            ///< minor units, once the tier is entered
  bool operator==(const Tier &) const = default;
};

struct Charge {
  QString metric;
  Currency currency;
  ChargeModel model = ChargeModel::PerUnit;
  std::int64_t included = 0;
  bool includedIsLimit =
      false;     ///< included = "limit": as many as the limit in force; unlimited: all
  Rational unit; ///< per_unit and package: minor units; percentage: percent
  std::int64_t packageSize = 0;
  std::vector<Tier> tiers;
  std::int64_t minimum = 0; ///< minor units per period
  bool operator==(const Charge &) const = default;
};

constexpr std::int64_t unlimited = -1;

struct Plan {
  QString id;
  Text name;
  int trialDays = 0;
  std::vector<QString> features;
  std::map<QString, std::int64_t>
      limits; ///< by metric; −1 unlimited; a metric not named has no limit
  std::vector<Price> prices;
  std::vector<Charge> charges;
  bool operator==(const Plan &) const = default;
};

/// What is sold beside a plan, so many of it (SUB-9).
struct Addon {
  QString id;
  Text name;
  std::vector<QString> features;
  std::map<QString, std::int64_t> limits; ///< by metric: each one adds so much to what else grants
  std::vector<Price> prices;              ///< of one
  int most = 1;                           ///< a subscription has so many at most
  bool operator==(const Addon &) const = default;
};

struct Coupon {
  QString id;
  std::optional<Rational> percent; ///< exactly one of percent and amount
  std::optional<Money> amount;
  std::optional<int> cycles; ///< none: for ever
  std::optional<LocalDay> validFrom;
  std::optional<LocalDay> validTo; ///< included
  std::optional<int> redemptions;
  bool active = true;
  bool operator==(const Coupon &) const = default;
};

struct TaxRate {
  QString country;
  QString region; ///< empty: the whole country
  Rational percent;
  bool inclusive = false;
  bool reverseChargeWithVatId = false;
  bool operator==(const TaxRate &) const = default;
};

} // namespace tenantry::business
