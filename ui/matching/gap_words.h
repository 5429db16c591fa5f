// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/statement_gaps.h"
#include <QLocale>

namespace tenantry::ui {

/// "Statement 3 after 1 of DE89…": for a choice of several.
[[nodiscard]] QString gapName(const payments::StatementGap &gap);
/// Which two statements do not follow each other, and what lies between.
[[nodiscard]] QString gapSentence(const payments::StatementGap &gap, const QLocale &locale);
/// The first of several, and how many more there are; empty: none.
[[nodiscard]] QString gapsNotice(const std::vector<payments::StatementGap> &gaps,
                                 const QLocale &locale);

} // namespace tenantry::ui
