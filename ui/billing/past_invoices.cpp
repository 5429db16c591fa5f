// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/past_invoices.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

namespace tenantry::ui {

namespace {
struct PastWords {
  Q_DECLARE_TR_FUNCTIONS(PastInvoices)
};
} // namespace

ChartData pastInvoices(const models::InvoiceSheet &sheet, bool standsOut, const QLocale &locale) {
  auto invoices = sheet.history;
  invoices.push_back({sheet.invoice.issuedOn.value_or(sheet.zone.dayOf(sheet.invoice.createdAt)),
                      sheet.invoice.total, sheet.invoice.number});
  std::vector<LocalDay> days;
  for (const auto &invoice : invoices)
    days.push_back(invoice.issuedOn);
  const auto months = monthAxis(days, locale);
  ChartData chart;
  chart.title = PastWords::tr("Last invoices");
  chart.labelsName = PastWords::tr("Issued");
  chart.unit = ChartUnit::money(sheet.invoice.currency);
  auto &totals = chart.series.emplace_back();
  totals.name = PastWords::tr("Total");
  for (const auto &invoice : invoices) {
    chart.labels.push_back(
        {formatDay(invoice.issuedOn, locale), months.at(qsizetype(chart.labels.size()))});
    totals.values.emplace_back(invoice.total);
  }
  chart.emphasized = invoices.size() - 1;
  chart.isAlarming = standsOut;
  return chart;
}

} // namespace tenantry::ui
