// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/run_figures.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/format.h"
#include "ui/widgets/link_figure.h"
#include "ui/widgets/separator.h"
#include <QHBoxLayout>
#include <optional>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int stripHeight = 92;

/// How the invoices that have one before them differ from those, in percent; none: there are none.
std::optional<double> changeOf(const models::PreviewTotals &sums) {
  return sums.before == 0
             ? std::nullopt
             : std::optional(double(sums.comparable - sums.before) * 100 / double(sums.before));
}

QString changesText(const std::map<Currency, models::PreviewTotals> &totals,
                    const QLocale &locale) {
  QStringList parts;
  for (const auto &[currency, sums] : totals)
    if (const auto change = changeOf(sums))
      parts.append(formatDelta(*change, locale));
  return parts.join(u", "_s);
}

/// Of the currency in which most is to be looked at: one that falls, else one that rises by as much
/// as an invoice stands out for. The sign says it as well.
Tone changeToneOf(const std::map<Currency, models::PreviewTotals> &totals) {
  double least = 0, most = 0;
  for (const auto &[currency, sums] : totals) {
    const auto change = changeOf(sums).value_or(0);
    least = std::min(least, change);
    most = std::max(most, change);
  }
  if (least < 0)
    return Tone::Danger;
  if (most >= billing::findingPercent)
    return Tone::Warning;
  return most > 0 ? Tone::Success : Tone::Muted;
}

} // namespace

QString sumsText(const std::map<Currency, std::int64_t> &sums, const QLocale &locale,
                 const QString &separator) {
  QStringList parts;
  for (const auto &[currency, amount] : sums)
    if (amount != 0)
      parts.append(formatMoney({amount, currency}, locale));
  return parts.isEmpty() ? QString(QChar(0x2013)) : parts.join(separator);
}

std::map<Currency, std::int64_t> totalOf(const models::BillingPreview &preview) {
  std::map<Currency, std::int64_t> total;
  for (const auto &[currency, totals] : preview.totals())
    total[currency] = totals.total;
  return total;
}

RunFigures::RunFigures(QWidget *parent)
    : QWidget(parent), m_invoices(new LinkFigure(tr("Invoices"))),
      m_total(new LinkFigure(tr("Total"))), m_usage(new LinkFigure(tr("Usage charges"))),
      m_tax(new LinkFigure(tr("Tax"))), m_findings(new LinkFigure(tr("Findings"))) {
  setFixedHeight(stripHeight);
  explain({});
  auto *row = new QHBoxLayout(this);
  // A figure's own ground reaches over its text.
  row->setContentsMargins(space::x5 - space::x3, 0, space::x4 - space::x3, 0);
  row->setSpacing(space::x5 - space::x3);
  using List = models::PreviewQuery;
  struct Leading {
    LinkFigure *figure;
    int stretch;
    models::PreviewKind filter;
    int column;
  };
  const std::initializer_list<Leading> all{
      {m_invoices, 2, models::PreviewKind::All, List::FindingColumn},
      {m_total, 4, models::PreviewKind::All, List::TotalColumn},
      {m_usage, 3, models::PreviewKind::WithUsage, List::UsageColumn},
      {m_tax, 3, models::PreviewKind::WithTax, List::TotalColumn},
      {m_findings, 3, models::PreviewKind::Any, List::FindingColumn}};
  for (const auto &[figure, stretch, filter, column] : all) {
    connect(figure, &QAbstractButton::clicked, this,
            [this, filter = filter, column = column] { Q_EMIT rowsRequested(filter, column); });
    if (figure != m_invoices) {
      auto *line = new Separator(Qt::Vertical);
      line->setFixedHeight(stripHeight - 2 * space::x4);
      row->addWidget(line);
    }
    row->addWidget(figure, stretch, Qt::AlignVCenter);
    m_all += figure;
  }
}

void RunFigures::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  giveWay();
}

/// Where all together have not the room that they want, their lines are cut short rather than the
/// last letters of one.
void RunFigures::giveWay() {
  const bool isTight = layout()->sizeHint().width() > width();
  for (auto *figure : std::as_const(m_all))
    figure->setTight(isTight);
}

void RunFigures::explain(const QString &asOf) {
  m_invoices->setFormula(tr("What a run to the end of that day would issue, on the book as it is."),
                         asOf);
  m_total->setFormula(tr("All lines of the previewed invoices, taxes included."), asOf);
  m_usage->setFormula(tr("Usage lines before discounts and taxes."), asOf);
  m_tax->setFormula(tr("Tax lines of the previewed invoices, by where each customer is."), asOf);
  m_findings->setFormula(tr("First invoices, changes of a fifth or more and customers who lack "
                            "what an invoice shows."),
                         asOf);
}

void RunFigures::show(const models::BillingPreview &preview, const Zone &zone) {
  if (const auto at = preview.computedAt())
    explain(formatAsOf(*at, zone, locale()));
  std::map<Currency, std::int64_t> usage, tax;
  qint64 invoices = 0;
  for (const auto &[currency, totals] : preview.totals()) {
    invoices += totals.invoices;
    usage[currency] = totals.usage;
    tax[currency] = totals.tax;
  }
  m_invoices->setFigure(formatNumber(invoices, locale()));
  m_invoices->setLine(tr("from %1 subscription(s)", nullptr, int(preview.subscriptions()))
                          .arg(formatNumber(preview.subscriptions(), locale())));
  m_total->setFigure(sumsText(totalOf(preview), locale(), u"\n"_s));
  m_usage->setFigure(sumsText(usage, locale(), u"\n"_s));
  m_tax->setFigure(sumsText(tax, locale(), u"\n"_s));
  using State = models::BillingPreview::State;
  const bool isPartial =
      preview.state() != State::Running && preview.state() != State::Idle && !preview.isWhole();
  const auto changes = changesText(preview.totals(), locale());
  m_total->setLine(isPartial ? preview.state() == State::Cancelled ? tr("cancelled, not complete")
                                                                   : tr("not complete")
                   : changes.isEmpty() ? tr("taxes included")
                                       : tr("%1 vs the last").arg(changes),
                   isPartial ? Tone::Warning : changeToneOf(preview.totals()));
  const auto &findings = preview.findings();
  m_findings->setFigure(formatNumber(findings.all(), locale()));
  const auto compared = tr("%1 first, %2 changed a lot")
                            .arg(formatNumber(findings.firstInvoices, locale()),
                                 formatNumber(findings.changes, locale()));
  if (findings.missingData > 0)
    m_findings->setLine(
        tr("%1 lack data · %2").arg(formatNumber(findings.missingData, locale()), compared),
        Tone::Danger);
  else
    m_findings->setLine(compared, findings.changes > 0 ? Tone::Warning : Tone::Muted);
  m_usage->setLine(tr("before discounts"));
  m_tax->setLine(tr("where it is charged"));
  giveWay();
}

} // namespace tenantry::ui
