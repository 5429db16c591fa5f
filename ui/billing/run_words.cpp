// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/run_words.h"
#include "models/billing/preview_list.h"
#include "ui/billing/billing_pane.h"
#include "ui/widgets/format.h"
#include "ui/widgets/table_view.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::PreviewKind;
using List = models::PreviewQuery;

namespace {

constexpr int leastCustomerWidth = 180;

constexpr std::initializer_list<PreviewKind> kindsOffered{
    PreviewKind::Any,   PreviewKind::ToReview, PreviewKind::MissingData, PreviewKind::Changed,
    PreviewKind::First, PreviewKind::OnHold,   PreviewKind::WithUsage,   PreviewKind::WithTax};

QString previewKindWord(const QString &value) {
  switch (List::kindOf(value)) {
  case PreviewKind::All:
    return {};
  case PreviewKind::Any:
    return BillingPane::tr("any finding");
  case PreviewKind::MissingData:
    return BillingPane::tr("data is missing");
  case PreviewKind::Changed:
    return BillingPane::tr("changed a lot");
  case PreviewKind::First:
    return BillingPane::tr("first invoice");
  case PreviewKind::OnHold:
    return BillingPane::tr("on hold");
  case PreviewKind::WithUsage:
    return BillingPane::tr("with usage charges");
  case PreviewKind::WithTax:
    return BillingPane::tr("with tax");
  case PreviewKind::ToReview:
    return BillingPane::tr("to review");
  }
  return {};
}

QList<FilterOffer> runFilters(const models::PreviewList &list) {
  return {{BillingPane::tr("Show"), u"show"_s,
           [] {
             QStringList values;
             for (const auto kind : kindsOffered)
               values += List::keyOf(kind);
             return values;
           },
           previewKindWord},
          {BillingPane::tr("Currency"), u"currency"_s, [&list] { return list.currencies(); },
           [](const QString &code) { return code; }}};
}

ListTable runTable() {
  return {.name = BillingPane::tr("Previewed invoices"),
          .density = RowDensity::OneLine,
          .stretch = List::NameColumn,
          .leastWidth = leastCustomerWidth,
          .days = {List::IssuedColumn},
          .widest = {{List::FindingColumn, BillingPane::tr("Usage %1").arg(u"+888.8%"_s) + u"mi"_s},
                     {List::RecurringColumn, u"−$88,888.88"_s},
                     {List::UsageColumn, u"−$88,888.88"_s},
                     {List::DiscountColumn, u"−$88,888.88"_s},
                     {List::TaxColumn, u"−$88,888.88"_s},
                     {List::TotalColumn, u"$888,888.88"_s},
                     {List::ChangeColumn, u"+8,888.8%"_s}},
          .drops = {List::DiscountColumn, List::TaxColumn, List::IssuedColumn,
                    List::RecurringColumn, List::UsageColumn, List::ChangeColumn},
          .sum = List::TotalColumn};
}

QString findingsCounted() {
  return BillingPane::tr("Findings of the preview that nobody has looked at: first invoices, big "
                         "changes and missing data.");
}

} // namespace

QString runCounted(const models::BillingPreview &preview, const models::Connection &connection,
                   const QLocale &locale) {
  const auto at = preview.computedAt().value_or(connection.clock().now());
  return findingsCounted() + u' ' + formatAsOf(at, connection.zone(), locale);
}

ListSpec runListOf(const models::PreviewList &list) {
  return {.title = BillingPane::tr("Billing"),
          .iconName = u"calendar"_s,
          .key = u"billing_run"_s,
          .home = {Place::Kind::Billing, {}, {}, {}},
          .counted = findingsCounted(),
          .counting = list.counting(),
          .table = runTable(),
          .search = {.invitation = BillingPane::tr("Filter invoices")},
          .filters = runFilters(list),
          .hasResult = true,
          .failed = BillingPane::tr("The preview could not be computed"),
          .first = RecordList::FirstRow::Left,
          .noMatch = {},
          .none = {}};
}

} // namespace tenantry::ui
