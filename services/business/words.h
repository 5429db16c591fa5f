// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include <array>
#include <string>
#include <string_view>

/// How the choices of the business files are written, in the files, in the database and on the
/// screen alike.
namespace tenantry::business {

template <typename E> struct Word {
  E value;
  std::string_view word;
};

template <typename E> inline constexpr std::nullptr_t words = nullptr;
template <>
inline constexpr auto words<Proration> = std::to_array<Word<Proration>>(
    {{Proration::Day, "day"}, {Proration::Second, "second"}, {Proration::None, "none"}});
template <>
inline constexpr auto words<Finalize> = std::to_array<Word<Finalize>>(
    {{Finalize::Automatic, "automatic"}, {Finalize::Review, "review"}});
template <>
inline constexpr auto
    words<Aggregation> = std::to_array<Word<Aggregation>>({{Aggregation::Sum, "sum"},
                                                           {Aggregation::Max, "max"},
                                                           {Aggregation::Last, "last"},
                                                           {Aggregation::Unique, "unique"}});
template <>
inline constexpr auto words<LimitKind> =
    std::to_array<Word<LimitKind>>({{LimitKind::Soft, "soft"}, {LimitKind::Hard, "hard"}});
template <>
inline constexpr auto words<PricePer> = std::to_array<Word<PricePer>>(
    {{PricePer::Subscription, "subscription"}, {PricePer::Seat, "seat"}});
template <>
inline constexpr auto words<ChargeModel> =
    std::to_array<Word<ChargeModel>>({{ChargeModel::PerUnit, "per_unit"},
                                      {ChargeModel::Graduated, "graduated"},
                                      {ChargeModel::Volume, "volume"},
                                      {ChargeModel::Package, "package"},
                                      {ChargeModel::Percentage, "percentage"}});
template <>
inline constexpr auto words<FinalStep> =
    std::to_array<Word<FinalStep>>({{FinalStep::Cancel, "cancel"}, {FinalStep::Keep, "keep"}});
template <>
inline constexpr auto words<FinalInvoice> = std::to_array<Word<FinalInvoice>>(
    {{FinalInvoice::Uncollectible, "uncollectible"}, {FinalInvoice::Open, "open"}});
template <>
inline constexpr auto words<Interval> = std::to_array<Word<Interval>>({{Interval::Month, "month"},
                                                                       {Interval::Year, "year"}});

template <typename E> [[nodiscard]] std::string_view toWord(E value) {
  for (const auto &[candidate, word] : words<E>)
    if (candidate == value)
      return word;
  throw ProgrammingError("a choice without a word");
}

template <typename E> [[nodiscard]] std::optional<E> fromWord(std::string_view text) {
  for (const auto &[value, word] : words<E>)
    if (word == text)
      return value;
  return std::nullopt;
}

/// "day, second, none": for sentences that say what could have been written.
template <typename E> [[nodiscard]] std::string allWords() {
  std::string list;
  for (const auto &[value, word] : words<E>)
    list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

} // namespace tenantry::business
