// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/lowered_words.h"
#include "models/billing/issued_invoices_model.h"
#include "ui/billing/run_figures.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int mostNamed = 5;

struct LoweredWords {
  Q_DECLARE_TR_FUNCTIONS(tenantry::ui::LoweredWords)
};

} // namespace

QString loweredDrafts(const std::vector<billing::RunLowering> &lowered, const QLocale &locale) {
  if (lowered.empty())
    return {};
  QStringList named;
  for (const auto &one : lowered) {
    if (named.size() == mostNamed)
      break;
    named += u"%1 %2 → %3"_s.arg(one.name, formatMoney({one.from, one.currency}, locale),
                                 formatMoney({one.to, one.currency}, locale));
  }
  if (const auto more = int(lowered.size()) - mostNamed; more > 0)
    named += LoweredWords::tr("%n more", nullptr, more);
  return LoweredWords::tr("A run lowers %n draft(s) by %1: %2.", nullptr, int(lowered.size()))
      .arg(sumsText(billing::totalsOf(lowered), locale), named.join(u", "_s));
}

Place draftsPlace() {
  Place drafts{Place::Kind::Invoices, {}, {}, {}};
  drafts.filter = models::IssuedInvoicesModel::kindKey(billing::InvoiceFilter::Draft);
  return drafts;
}

} // namespace tenantry::ui
