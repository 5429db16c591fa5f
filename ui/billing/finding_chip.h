// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/preview_model.h"
#include "ui/widgets/chip.h"

namespace tenantry::ui {

/// Which invoices of a preview are shown: by what stands out in them, or by what they charge.
enum class FindingFilter { All, Any, MissingData, Changed, First, WithUsage, WithTax };

[[nodiscard]] bool isOf(FindingFilter filter, const models::PreviewRow &row);

/// The chip that chooses it.
class FindingChip : public Chip {
  Q_OBJECT

public:
  explicit FindingChip(QWidget *parent = nullptr);

  [[nodiscard]] FindingFilter filter() const { return m_filter; }
  void choose(FindingFilter filter);

Q_SIGNALS:
  void chosen();

private:
  void offer();

  FindingFilter m_filter = FindingFilter::All;
};

} // namespace tenantry::ui
