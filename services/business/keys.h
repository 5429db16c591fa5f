// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <span>
#include <string_view>

/// Every key that a business file may have, table by table. The loader refuses all others, and the
/// JSON Schemas in docs/schema list the same (tst_business_schema).
namespace tenantry::business::keys {

using Keys = std::span<const std::string_view>;

inline constexpr auto sections =
    std::to_array<std::string_view>({"business", "metrics", "plans", "addons", "coupons", "tax",
                                     "dunning", "roles", "onboarding", "mail"});
/// Sections that other capabilities will bring; until they are there their files are refused, never
/// skipped.
inline constexpr auto laterSections =
    std::to_array<std::string_view>({"support", "health", "rules"});

inline constexpr auto business = std::to_array<std::string_view>(
    {"name", "issuer", "invoice", "finalize", "usage_grace_hours", "default_currency", "time_zone",
     "usage_accept_days", "margin"});
inline constexpr auto issuer =
    std::to_array<std::string_view>({"legal_name", "country", "vat_id", "address"});
inline constexpr auto invoice = std::to_array<std::string_view>(
    {"number", "credit_note", "due_days", "proration", "approval_above"});
inline constexpr auto metric =
    std::to_array<std::string_view>({"name", "aggregation", "limit", "of", "decimals"});
inline constexpr auto plan = std::to_array<std::string_view>(
    {"id", "name", "trial_days", "features", "limits", "price", "charge"});
inline constexpr auto price =
    std::to_array<std::string_view>({"currency", "interval", "amount", "per"});
inline constexpr auto addon =
    std::to_array<std::string_view>({"name", "features", "limits", "price", "most"});
inline constexpr auto addonPrice =
    std::to_array<std::string_view>({"currency", "interval", "amount"});
inline constexpr auto charge = std::to_array<std::string_view>(
    {"metric", "currency", "model", "included", "unit", "package", "tiers", "minimum"});
inline constexpr auto tier = std::to_array<std::string_view>({"up_to", "unit", "flat"});
inline constexpr auto coupon = std::to_array<std::string_view>(
    {"percent", "amount", "currency", "cycles", "valid", "redemptions", "active"});
inline constexpr auto valid = std::to_array<std::string_view>({"from", "to"});
inline constexpr auto tax = std::to_array<std::string_view>({"rate"});
inline constexpr auto rate = std::to_array<std::string_view>(
    {"country", "region", "percent", "inclusive", "reverse_charge_with_vat_id"});
inline constexpr auto dunning = std::to_array<std::string_view>(
    {"retry_after_days", "suspend_after_days", "final", "final_invoice", "final_after_days", "hard",
     "most_tries_in_30_days"});
inline constexpr auto role = std::to_array<std::string_view>({"permissions"});
inline constexpr auto onboarding =
    std::to_array<std::string_view>({"steps", "trial_plan", "check_in"});
inline constexpr auto checkIn = std::to_array<std::string_view>({"after_hours", "mail"});
inline constexpr auto mailText = std::to_array<std::string_view>({"subject", "text"});

} // namespace tenantry::business::keys
