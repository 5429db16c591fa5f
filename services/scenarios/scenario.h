// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/core/json.h"

/// A business told as dated steps and expectations (SIM-1; the format is 5-business-and-scenarios,
/// "Scenarios").
namespace tenantry::scenarios {

/// Something that is done. Dates and times in `with` are ISO texts.
struct Step {
  Instant at{};
  QString verb;
  Json with;
  QString refused; ///< the code that it must be refused with; empty: it must succeed
  Place place;
  std::optional<std::size_t> change;          ///< of the reader: which change of the business it is
  std::optional<business::Business> business; ///< of `business.apply`: what is then to hold
};

/// Something that must then be true: only the keys that are given are compared.
struct Expectation {
  Instant at{};
  QString subject; ///< "invoice", "balance", …
  Json given;
  std::optional<Json> lines; ///< of an invoice: the whole list, in any order
  Place place;
};

/// The text under a key of a step or an expectation.
[[nodiscard]] QString textOf(const Json &table, const char *key, const QString &otherwise = {});

struct Scenario {
  QString file;
  QString name;
  Instant start{};
  business::Business business;
  std::vector<Step> steps;               ///< in order of time, at one instant in that of the file
  std::vector<Expectation> expectations; ///< likewise
};

/// Reads and checks a file. Every mistake is reported: unknown and missing keys, verbs and
/// expectations of which the capability does not exist, a step before the start, a business that is
/// not valid. Codes `scenario.*`, `business.*`.
[[nodiscard]] tl::expected<Scenario, std::vector<Error>> readScenario(const QString &file);

/// The files of a directory in the order of their names, or the file itself. Error
/// `scenario.not_found`.
[[nodiscard]] Result<QStringList> scenarioFiles(const QString &path);

} // namespace tenantry::scenarios
