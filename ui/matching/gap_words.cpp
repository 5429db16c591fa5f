// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/gap_words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct GapWords {
  Q_DECLARE_TR_FUNCTIONS(GapWords)
};

QString headOf(const payments::StatementGap &gap, const QLocale &locale) {
  const auto &account = gap.earlier.account;
  if (gap.kind == payments::StatementGap::Kind::Overlap)
    return GapWords::tr("Two statements of %1 overlap.").arg(account);
  if (!gap.numbers)
    return GapWords::tr("A statement of %1 is missing.").arg(account);
  const auto first = formatNumber(gap.numbers->first, locale);
  return gap.numbers->first == gap.numbers->second
             ? GapWords::tr("Statement number %2 of %1 is missing.").arg(account, first)
             : GapWords::tr("Statements number %2 to %3 of %1 are missing.")
                   .arg(account, first, formatNumber(gap.numbers->second, locale));
}

} // namespace

QString gapName(const payments::StatementGap &gap) {
  return GapWords::tr("%1 after %2, of %3")
      .arg(gap.later.name, gap.earlier.name, gap.earlier.account);
}

QString gapSentence(const payments::StatementGap &gap, const QLocale &locale) {
  return headOf(gap, locale) + u' ' +
         GapWords::tr("%1 closes on %2 with %3, %4 opens on %5 with %6: %7 apart.")
             .arg(gap.earlier.name, formatDay(gap.earlier.closesOn, locale),
                  formatMoney(gap.earlier.closing, locale), gap.later.name,
                  formatDay(gap.later.opensOn, locale), formatMoney(gap.later.opening, locale),
                  formatMoney(gap.difference(), locale));
}

QString gapsNotice(const std::vector<payments::StatementGap> &gaps, const QLocale &locale) {
  if (gaps.empty())
    return {};
  const auto first = gapSentence(gaps.front(), locale);
  const int more = static_cast<int>(gaps.size()) - 1;
  return more == 0 ? first : first + u' ' + GapWords::tr("%n more of this kind.", nullptr, more);
}

} // namespace tenantry::ui
