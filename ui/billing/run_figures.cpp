// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/run_figures.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/separator.h"
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int stripHeight = 84;
}

QString sumsText(const std::map<Currency, std::int64_t> &sums, const QLocale &locale) {
  QStringList parts;
  for (const auto &[currency, amount] : sums)
    if (amount != 0)
      parts.append(formatMoney({amount, currency}, locale));
  return parts.isEmpty() ? QString(QChar(0x2013)) : parts.join(u" + "_s);
}

RunFigures::RunFigures(QWidget *parent)
    : QWidget(parent), m_invoices(new KeyFigure(tr("Invoices"))),
      m_total(new KeyFigure(tr("Total"))), m_usage(new KeyFigure(tr("Usage charges"))),
      m_tax(new KeyFigure(tr("Tax"))) {
  setFixedHeight(stripHeight);
  m_total->setToolTip(tr("All lines of the previewed invoices, taxes included."));
  m_usage->setToolTip(tr("Usage lines before discounts and taxes."));
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x5, 0, space::x4, 0);
  row->setSpacing(space::x5);
  const std::initializer_list<std::pair<KeyFigure *, int>> all{
      {m_invoices, 2}, {m_total, 4}, {m_usage, 3}, {m_tax, 3}};
  for (const auto &[figure, stretch] : all) {
    if (figure != m_invoices) {
      auto *line = new Separator(Qt::Vertical);
      line->setFixedHeight(stripHeight - 2 * space::x4);
      row->addWidget(line);
    }
    row->addWidget(figure, stretch, Qt::AlignVCenter);
  }
}

void RunFigures::show(const models::BillingPreview &preview) {
  std::map<Currency, std::int64_t> total, usage, tax;
  qint64 invoices = 0;
  for (const auto &[currency, totals] : preview.totals()) {
    invoices += totals.invoices;
    total[currency] = totals.total;
    usage[currency] = totals.usage;
    tax[currency] = totals.tax;
  }
  m_invoices->setFigure(formatNumber(invoices, locale()));
  m_invoices->setLine(
      tr("of %1 subscriptions due").arg(formatNumber(preview.subscriptions(), locale())));
  m_total->setFigure(sumsText(total, locale()));
  m_usage->setFigure(sumsText(usage, locale()));
  m_tax->setFigure(sumsText(tax, locale()));
  const bool isPartial = preview.state() == models::BillingPreview::State::Cancelled;
  m_total->setLine(isPartial ? tr("cancelled, not complete") : tr("taxes included"),
                   isPartial ? Tone::Warning : Tone::Muted);
  m_usage->setLine(tr("before discounts"));
  m_tax->setLine(tr("where it is charged"));
}

} // namespace tenantry::ui
