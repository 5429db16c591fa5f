// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/subscriptions/subscription_cells.h"
#include "models/connection/catalog_names.h"
#include "models/organizations/mrr_amount.h"
#include "ui/organizations/words.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::SubscriptionListModel;

namespace {

QVariant organizationCell(const subscriptions::ListRow &row, int role) {
  if (role == Qt::DisplayRole)
    return row.organizationName;
  return role == SecondLineRole ? QVariant(SubscriptionCells::tr("%n seat(s)", nullptr, row.seats))
                                : QVariant();
}

} // namespace

QString scheduledWord(const subscriptions::ListRow &row, const SubscriptionListModel &list) {
  using subscriptions::ScheduledAction;
  if (row.scheduled.action == ScheduledAction::Cancel)
    return SubscriptionCells::tr("ends then");
  if (row.scheduled.action == ScheduledAction::None)
    return row.renews ? QString() : SubscriptionCells::tr("is not renewed");
  const auto &detail = row.scheduled.detail;
  QStringList parts;
  if (const auto plan = detail.value("plan_id", std::string()); !plan.empty())
    parts += list.planName(QString::fromStdString(plan));
  if (const auto interval =
          parseInterval(QString::fromStdString(detail.value("interval", std::string()))))
    parts += intervalWord(*interval);
  if (const int seats = detail.value("seats", 0); seats > 0)
    parts += SubscriptionCells::tr("%n seat(s)", nullptr, seats);
  const auto currency = subscriptions::currencyThen(row.scheduled, row.currency);
  if (currency != row.currency)
    parts += currency.code();
  if (detail.contains("addon"))
    if (const auto item = subscriptions::itemFromJson(detail))
      parts += u"%1 × %2"_s.arg(formatNumber(item->quantity, QLocale()),
                                item->addon.name.in(models::readersLanguage()));
  for (const auto &sold : detail.value("addons", nlohmann::json::array()))
    if (const auto item = subscriptions::itemFromJson({{"addon", sold}, {"quantity", 1}}))
      parts += SubscriptionCells::tr("%1 at new terms")
                   .arg(item->addon.name.in(models::readersLanguage()));
  if (const auto price = detail.find("price"); price != detail.end())
    parts += price->is_null()
                 ? SubscriptionCells::tr("the plan's price")
                 : SubscriptionCells::tr("price %1")
                       .arg(formatMoney({price->get<std::int64_t>(), currency}, QLocale()));
  return parts.join(u", "_s);
}

CellKind SubscriptionCells::kind(int column) const {
  switch (column) {
  case SubscriptionListModel::OrganizationColumn:
    return CellKind::TwoLine;
  case SubscriptionListModel::PlanColumn:
  case SubscriptionListModel::StatusColumn:
    return CellKind::Badge;
  case SubscriptionListModel::MrrColumn:
    return CellKind::Money;
  case SubscriptionListModel::RenewalColumn:
    return CellKind::Date;
  default:
    return CellKind::Text;
  }
}

QVariant SubscriptionCells::cell(const subscriptions::ListRow &row, int column, int role) const {
  if (role == HideMinorUnitsRole)
    return true;
  switch (column) {
  case SubscriptionListModel::OrganizationColumn:
    return organizationCell(row, role);
  case SubscriptionListModel::PlanColumn:
    return badgeCell({tr("%1 v%2").arg(m_list.planName(row.planId)).arg(row.planVersion),
                      planTone(row.planId), false},
                     role);
  case SubscriptionListModel::StatusColumn:
    return badgeCell(statusLook(row.status), role);
  case SubscriptionListModel::MrrColumn:
    return role == MoneyRole && row.mrrTwelfths > 0
               ? QVariant::fromValue(models::mrrAmount(row.mrrTwelfths, row.currency))
               : QVariant();
  case SubscriptionListModel::IntervalColumn:
    return role == Qt::DisplayRole ? QVariant(intervalWord(row.interval)) : QVariant();
  case SubscriptionListModel::RenewalColumn:
    return role == DayRole ? QVariant::fromValue(row.periodTo) : QVariant();
  case SubscriptionListModel::ScheduledColumn:
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(scheduledWord(row, m_list))
                                                              : QVariant();
  default:
    return {};
  }
}

} // namespace tenantry::ui
