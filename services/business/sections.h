// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/table_reader.h"

/// The sections of the business files as TOML tables that are merged before anything is understood.
/// Nodes are always moved, because a copy of a TOML node forgets its place.
namespace tenantry::business {

/// `file` is what errors name. Error `business.syntax`.
[[nodiscard]] tl::expected<toml::table, Error> parseToml(const std::string &text,
                                                         const QString &file);

/// Tables merge, everything else replaces.
void layOver(toml::table &base, toml::table &&over);
/// Fills in what the target does not have; the target's own keys stay.
void fillIn(toml::table &target, toml::table &&defaults);

/// All *.toml below the folder as one table of sections. Errors `business.unreadable`,
/// `business.syntax`, `business.unknown_file`, `business.duplicate` are collected.
[[nodiscard]] toml::table readFolder(const QString &folder, Errors &errors);

void sortByPlace(Errors &errors);

} // namespace tenantry::business
