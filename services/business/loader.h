// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/core/json.h"
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <toml++/toml.h>

namespace tenantry::business {

/// The business files as one document, before they are understood: merged tables with the place of
/// every key. Loading keeps going after an error, so that one run reports all of them.
class Source {
public:
  Source();
  ~Source();
  Source(Source &&) noexcept;
  Source &operator=(Source &&) noexcept;

  /// business.toml, metrics.toml, plans/*.toml, addons.toml, coupons.toml, tax.toml, dunning.toml,
  /// roles.toml, onboarding.toml, mail/*.toml of a directory. Files that are missing leave the
  /// shipped default of that section… except plans, metrics, addons, coupons and tax, which are
  /// then empty. Keys that business.toml, dunning.toml or onboarding.toml do not name keep the
  /// shipped value too, except who sells and in what: name, issuer, default_currency. A mail that
  /// has no file is the shipped one. The shipped trial plan holds only where the directory has a
  /// plan of that name. Files of other kinds than .toml and hidden ones are not looked at.
  [[nodiscard]] static tl::expected<Source, std::vector<Error>>
  fromDirectory(const QString &directory);
  [[nodiscard]] static Source shipped(); ///< resources/business/default, compiled in
  /// A scenario's overlay (`[overlay.plans.metered]`, …) or any other fragment, as TOML text:
  /// tables merge, arrays replace.
  [[nodiscard]] tl::expected<void, std::vector<Error>> overlay(const std::string &toml,
                                                               const QString &fileName);

  /// The same for a table that is parsed already and still knows its places: a scenario's `overlay`
  /// moved out of its file (a copy of a toml::table loses the places).
  [[nodiscard]] tl::expected<void, std::vector<Error>> overlay(toml::table &&sections);

  /// Understands and checks everything: unknown keys, bad references, impossible values, each with
  /// file, line, column. Codes: business.unknown_key, wrong_type, missing_key, bad_reference,
  /// impossible_value, duplicate; from the other functions also business.syntax, unknown_file,
  /// unreadable. In the order of files, lines and columns.
  [[nodiscard]] tl::expected<Business, std::vector<Error>> load() const;

private:
  struct Data;
  std::unique_ptr<Data> m_data;
};

/// A canonical form that keeps every value exactly (rationals as decimal strings), for storage in
/// the database and for comparison. `fromJson(toJson(b)) == b`.
[[nodiscard]] nlohmann::json toJson(const Business &business);
[[nodiscard]] Result<Business> fromJson(const nlohmann::json &document);
[[nodiscard]] nlohmann::json toJson(const Plan &plan);
[[nodiscard]] Result<Plan> planFromJson(const nlohmann::json &document);
[[nodiscard]] nlohmann::json toJson(const Addon &addon);
[[nodiscard]] Result<Addon> addonFromJson(const nlohmann::json &document);
[[nodiscard]] nlohmann::json toJson(const Coupon &coupon);
[[nodiscard]] Result<Coupon> couponFromJson(const nlohmann::json &document);

} // namespace tenantry::business
