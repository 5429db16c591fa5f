// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/values.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

const std::array<std::pair<InvoiceStatus, QLatin1StringView>, 5> statusNames{{
    {InvoiceStatus::Draft, "draft"_L1},
    {InvoiceStatus::Open, "open"_L1},
    {InvoiceStatus::Paid, "paid"_L1},
    {InvoiceStatus::Void, "void"_L1},
    {InvoiceStatus::Uncollectible, "uncollectible"_L1},
}};

const std::array<std::pair<InvoiceKind, QLatin1StringView>, 4> kindNames{{
    {InvoiceKind::Recurring, "recurring"_L1},
    {InvoiceKind::Change, "change"_L1},
    {InvoiceKind::OneOff, "one_off"_L1},
    {InvoiceKind::Imported, "imported"_L1},
}};

template <typename Names, typename Value> QString nameOf(const Names &names, Value value) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const auto &entry) { return entry.first == value; });
  return found == names.end() ? QString() : QString(found->second);
}

template <typename Names> auto valueOf(const Names &names, QStringView text) {
  return std::find_if(names.begin(), names.end(),
                      [&](const auto &entry) { return text == entry.second; });
}

} // namespace

QString toString(InvoiceStatus status) { return nameOf(statusNames, status); }
QString toString(InvoiceKind kind) { return nameOf(kindNames, kind); }

Result<InvoiceStatus> parseInvoiceStatus(QStringView text) {
  const auto found = valueOf(statusNames, text);
  if (found == statusNames.end())
    return fail(u"invoice.status_unknown"_s, u"“%1” is not a status of an invoice."_s.arg(text));
  return found->first;
}

Result<InvoiceKind> parseInvoiceKind(QStringView text) {
  const auto found = valueOf(kindNames, text);
  if (found == kindNames.end())
    return fail(u"invoice.kind_unknown"_s, u"“%1” is not a kind of invoice."_s.arg(text));
  return found->first;
}

} // namespace tenantry::billing
