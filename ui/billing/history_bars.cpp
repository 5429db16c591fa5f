// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/history_bars.h"
#include "ui/charts/chart_data.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/format.h"
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int labelHeight = 18, widestBar = 22;
} // namespace

void HistoryBars::show(const models::InvoiceSheet &sheet, bool standsOut) {
  m_standsOut = standsOut;
  m_bars.clear();
  auto invoices = sheet.history;
  invoices.push_back({sheet.invoice.issuedOn.value_or(sheet.zone.dayOf(sheet.invoice.createdAt)),
                      sheet.invoice.total});
  std::int64_t highest = 1;
  for (const auto &invoice : invoices)
    highest = std::max(highest, invoice.total);
  std::vector<LocalDay> days;
  for (const auto &invoice : invoices)
    days.push_back(invoice.issuedOn);
  const auto months = monthAxis(days, locale());
  QStringList words;
  for (const auto &invoice : invoices) {
    const auto amount = formatMoney({invoice.total, sheet.invoice.currency}, locale());
    m_bars.push_back(
        {months.at(qsizetype(m_bars.size())), amount, double(invoice.total) / double(highest)});
    words.append(u"%1: %2"_s.arg(formatDay(invoice.issuedOn, locale()), amount));
  }
  setAccessibleName(words.join(u", "_s));
  setToolTip(words.join(u'\n'));
  update();
}

void HistoryBars::paintEvent(QPaintEvent *) {
  if (m_bars.empty())
    return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto &theme = Theme::of(this);
  const double slot = double(width()) / double(m_bars.size());
  const double wide = std::min<double>(widestBar, slot * 0.6);
  const int base = height() - labelHeight, room = base - labelHeight;
  painter.fillRect(0, base, width(), 1, theme.borderStrong);
  for (std::size_t i = 0; i < m_bars.size(); ++i) {
    const bool isThis = i + 1 == m_bars.size();
    const auto &bar = m_bars[i];
    const double high = std::max(2.0, bar.share * room), left = slot * (double(i) + 0.5);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(left - wide / 2, base - high, wide, high), 2, 2);
    painter.fillPath(shape, !isThis       ? theme.borderStrong
                            : m_standsOut ? theme.negative
                                          : theme.chart[0]);
    const QRect label(int(left - slot / 2), base + 2, int(slot), labelHeight - 2);
    drawText(&painter, label, bar.month, {TextStyle::Caption, theme.muted, Qt::AlignCenter});
    if (!isThis)
      continue;
    const int amountWidth =
        textMetrics(TextStyle::MetaStrong, Figures::Tabular).horizontalAdvance(bar.amount) + 1;
    const int x = std::min(int(left) - amountWidth / 2, width() - amountWidth);
    drawText(&painter, QRect(x, 0, amountWidth, labelHeight), bar.amount,
             {TextStyle::MetaStrong, m_standsOut ? theme.danger.foreground : theme.text,
              Qt::AlignLeft | Qt::AlignVCenter, Figures::Tabular});
  }
}

} // namespace tenantry::ui
