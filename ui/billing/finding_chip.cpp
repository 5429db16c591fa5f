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
    return FindingChip::tr("any");
  case FindingFilter::MissingData:
    return FindingChip::tr("data is missing");
  case FindingFilter::Changed:
    return FindingChip::tr("changed a lot");
  case FindingFilter::First:
    return FindingChip::tr("first invoice");
  }
  return {};
}

} // namespace

bool isOf(FindingFilter filter, const billing::Finding &finding) {
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
  }
  return true;
}

FindingChip::FindingChip(QWidget *parent) : Chip(tr("Finding"), {}, parent) {
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
                            FindingFilter::First})
    menu->addAction(findingFilterWord(filter), this, [this, filter] { choose(filter); });
  menu->popup(mapToGlobal(rect().bottomLeft()));
}

} // namespace tenantry::ui
