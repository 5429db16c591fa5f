// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include "models/billing/preview_query.h"
#include <QWidget>

namespace tenantry::ui {

class LinkFigure;

/// What a preview comes to: invoices, total, usage, tax, a sum per currency; and how many stand
/// out. Each leads to the rows that it counts.
class RunFigures : public QWidget {
  Q_OBJECT

public:
  explicit RunFigures(QWidget *parent = nullptr);

  void show(const models::BillingPreview &preview, const Zone &zone);

Q_SIGNALS:
  /// The rows behind a figure, the greatest in that column first.
  void rowsRequested(tenantry::models::PreviewKind kind, int column);

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void giveWay();
  void explain(const QString &asOf);

  LinkFigure *m_invoices;
  LinkFigure *m_total;
  LinkFigure *m_usage;
  LinkFigure *m_tax;
  LinkFigure *m_findings;
  QList<LinkFigure *> m_all;
};

/// What a preview comes to in each currency.
[[nodiscard]] std::map<Currency, std::int64_t> totalOf(const models::BillingPreview &preview);

/// "$1,200.00 + 400.00 €"; an en dash where every sum is zero.
[[nodiscard]] QString sumsText(const std::map<Currency, std::int64_t> &sums, const QLocale &locale,
                               const QString &separator = QStringLiteral(" + "));

} // namespace tenantry::ui
