// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sum_text.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
struct SumTexts {
  Q_DECLARE_TR_FUNCTIONS(SumText)
};
} // namespace

QString sumText(const std::map<Currency, std::int64_t> &sum, const QLocale &locale) {
  constexpr std::size_t most = 2;
  QStringList amounts;
  for (const auto &[currency, minor] : sum)
    if (minor != 0)
      amounts += formatMoney({minor, currency}, locale);
  const auto more = amounts.size() - qsizetype(most);
  if (more > 0)
    amounts = amounts.first(qsizetype(most)) +
              QStringList{SumTexts::tr("and %n more", nullptr, int(more))};
  return amounts.isEmpty() ? u"–"_s : amounts.join(u" + "_s);
}

} // namespace tenantry::ui
