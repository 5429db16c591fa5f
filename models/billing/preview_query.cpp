// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/preview_query.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

using Packed = PreviewChunk::Packed;
using Kind = billing::Finding::Kind;

/// In the order of PreviewKind.
const QStringList previewKindKeys{QString(),       u"any"_s,      u"missing-data"_s,
                                  u"changed"_s,    u"first"_s,    u"on-hold"_s,
                                  u"with-usage"_s, u"with-tax"_s, u"to-review"_s};

/// What asks most for a look is greatest: first invoices, changes by their size, what must be
/// mended first.
double weightOf(const Packed &row) {
  switch (row.finding()) {
  case Kind::None:
    return -1;
  case Kind::FirstInvoice:
    return 0;
  case Kind::MissingData:
    return std::numeric_limits<double>::infinity();
  case Kind::UsageChange:
  case Kind::TotalChange:
    break;
  }
  return std::abs(double(row.percent));
}

double figureOf(const Packed &row, PreviewQuery::Column column) {
  switch (column) {
  case PreviewQuery::FindingColumn:
    return weightOf(row);
  case PreviewQuery::ChangeColumn:
    return row.changeInPercent().value_or(-std::numeric_limits<double>::infinity());
  default:
    return 0;
  }
}

std::int64_t amountOf(const Packed &row, PreviewQuery::Column column) {
  switch (column) {
  case PreviewQuery::IssuedColumn:
    return row.hasDay ? row.issued : std::numeric_limits<std::int32_t>::min();
  case PreviewQuery::RecurringColumn:
    return row.recurring;
  case PreviewQuery::UsageColumn:
    return row.usage;
  case PreviewQuery::DiscountColumn:
    return row.discount;
  case PreviewQuery::TaxColumn:
    return row.tax;
  default:
    return row.total;
  }
}

/// Each row's value is made once, and then compared.
template <typename ValueOf>
void sortBy(std::vector<std::uint32_t> &rows, bool isAscending, ValueOf valueOf) {
  using Value = std::invoke_result_t<ValueOf, int>;
  std::vector<std::pair<Value, std::uint32_t>> valued;
  valued.reserve(rows.size());
  for (const auto row : rows)
    valued.emplace_back(valueOf(int(row)), row);
  std::stable_sort(valued.begin(), valued.end(), [isAscending](const auto &one, const auto &other) {
    return isAscending ? one.first < other.first : other.first < one.first;
  });
  std::transform(valued.begin(), valued.end(), rows.begin(),
                 [](const auto &one) { return one.second; });
}

bool isOf(PreviewKind kind, const Packed &row) {
  switch (kind) {
  case PreviewKind::All:
    return true;
  case PreviewKind::Any:
    return row.finding() != Kind::None;
  case PreviewKind::MissingData:
    return row.finding() == Kind::MissingData;
  case PreviewKind::Changed:
    return row.finding() == Kind::UsageChange || row.finding() == Kind::TotalChange;
  case PreviewKind::First:
    return row.finding() == Kind::FirstInvoice;
  case PreviewKind::OnHold:
    return row.isHeld;
  case PreviewKind::WithUsage:
    return row.usage != 0;
  case PreviewKind::WithTax:
    return row.tax != 0;
  case PreviewKind::ToReview:
    return row.finding() != Kind::None && !row.isReviewed;
  }
  return true;
}

} // namespace

QStringList PreviewQuery::columnKeys() {
  return {u"organization"_s, u"finding"_s, u"issued"_s, u"subscription"_s, u"usage"_s,
          u"discount"_s,     u"tax"_s,     u"total"_s,  u"change"_s};
}

QString PreviewQuery::keyOf(PreviewKind kind) { return previewKindKeys.value(int(kind)); }

PreviewKind PreviewQuery::kindOf(const QString &key) {
  return PreviewKind(std::max(qsizetype(0), previewKindKeys.indexOf(key)));
}

QMap<QString, QString> PreviewQuery::settings() const {
  QMap<QString, QString> settings{{u"sort"_s, columnKeys().value(column)},
                                  {u"order"_s, isAscending ? u"ascending"_s : u"descending"_s}};
  if (!search.isEmpty())
    settings[u"search"_s] = search;
  if (kind != PreviewKind::All)
    settings[u"show"_s] = keyOf(kind);
  if (!currency.isEmpty())
    settings[u"currency"_s] = currency;
  return settings;
}

PreviewQuery PreviewQuery::of(const QMap<QString, QString> &settings) {
  PreviewQuery query;
  query.search = settings.value(u"search"_s).trimmed();
  query.kind = kindOf(settings.value(u"show"_s));
  if (const auto currency = Currency::parse(settings.value(u"currency"_s)))
    query.currency = currency->code();
  if (const auto at = columnKeys().indexOf(settings.value(u"sort"_s)); at >= 0) {
    query.column = Column(at);
    query.isAscending = settings.value(u"order"_s) == u"ascending"_s;
  }
  return query;
}

bool PreviewQuery::matches(const PreviewStore &rows, int at) const {
  const auto &row = rows.packed(at);
  return isOf(kind, row) && (currency.isEmpty() || row.currency.code() == currency) &&
         (search.isEmpty() || rows.name(at).contains(search, Qt::CaseInsensitive));
}

std::vector<std::uint32_t> PreviewQuery::arrange(const PreviewStore &rows) const {
  std::vector<std::uint32_t> order;
  order.reserve(static_cast<std::size_t>(rows.size()));
  for (int at = 0; at < rows.size(); ++at)
    if (!isFiltered() || matches(rows, at))
      order.push_back(std::uint32_t(at));
  order.shrink_to_fit();
  if (column == NameColumn)
    sortBy(order, isAscending, [&](int at) { return rows.name(at).toCaseFolded(); });
  else if (column == FindingColumn || column == ChangeColumn)
    sortBy(order, isAscending, [&](int at) { return figureOf(rows.packed(at), column); });
  else
    sortBy(order, isAscending, [&](int at) { return amountOf(rows.packed(at), column); });
  return order;
}

} // namespace tenantry::models
