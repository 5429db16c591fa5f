// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/finding_chip.h"
#include <QMenu>

namespace tenantry::ui {

using Kind = billing::Finding::Kind;

namespace {

QString findingFilterWord(FindingFilter filter) {
  switch (filter) {
  case FindingFilter::All:
    return {};
  case FindingFilter::Any:
    return FindingChip::tr("any finding");
  case FindingFilter::MissingData:
    return FindingChip::tr("data is missing");
  case FindingFilter::Changed:
    return FindingChip::tr("changed a lot");
  case FindingFilter::First:
    return FindingChip::tr("first invoice");
  case FindingFilter::WithUsage:
    return FindingChip::tr("with usage charges");
  case FindingFilter::WithTax:
    return FindingChip::tr("with tax");
  }
  return {};
}

} // namespace

bool isOf(FindingFilter filter, const models::PreviewRow &row) {
  const auto &finding = row.finding;
  switch (filter) {
  case FindingFilter::All:
    return true;
  case FindingFilter::Any:
    return finding.kind != Kind::None;
  case FindingFilter::MissingData:
    return finding.kind == Kind::MissingData;
  case FindingFilter::Changed:
    return finding.kind == Kind::UsageChange || finding.kind == Kind::TotalChange;
  case FindingFilter::First:
    return finding.kind == Kind::FirstInvoice;
  case FindingFilter::WithUsage:
    return row.usage != 0;
  case FindingFilter::WithTax:
    return row.tax != 0;
  }
  return true;
}

FindingChip::FindingChip(QWidget *parent) : Chip(tr("Show"), {}, parent) {
  connect(this, &Chip::clicked, this, &FindingChip::offer);
  connect(this, &Chip::removeRequested, this, [this] { choose(FindingFilter::All); });
}

void FindingChip::choose(FindingFilter filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
  setValue(findingFilterWord(filter));
  Q_EMIT chosen();
}

void FindingChip::offer() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const auto filter : {FindingFilter::Any, FindingFilter::MissingData, FindingFilter::Changed,
                            FindingFilter::First, FindingFilter::WithUsage, FindingFilter::WithTax})
    menu->addAction(findingFilterWord(filter), this, [this, filter] { choose(filter); });
  menu->popup(mapToGlobal(rect().bottomLeft()));
}

} // namespace tenantry::ui
