// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include <QWidget>

namespace tenantry::ui {

class KeyFigure;

/// What a preview comes to: invoices, total, usage, tax, a sum per currency; and how many stand
/// out.
class RunFigures : public QWidget {
  Q_OBJECT

public:
  explicit RunFigures(QWidget *parent = nullptr);

  void show(const models::BillingPreview &preview, const Zone &zone);

private:
  void explain(const QString &asOf);

  KeyFigure *m_invoices;
  KeyFigure *m_total;
  KeyFigure *m_usage;
  KeyFigure *m_tax;
  KeyFigure *m_findings;
};

/// What a preview comes to in each currency.
[[nodiscard]] std::map<Currency, std::int64_t> totalOf(const models::BillingPreview &preview);

/// "$1,200.00 + 400.00 €"; an en dash where every sum is zero.
[[nodiscard]] QString sumsText(const std::map<Currency, std::int64_t> &sums, const QLocale &locale,
                               const QString &separator = QStringLiteral(" + "));

} // namespace tenantry::ui
