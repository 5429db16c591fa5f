// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/finding_words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

namespace tenantry::ui {

using Kind = billing::Finding::Kind;

QString findingText(const billing::Finding &finding, const QLocale &locale) {
  const auto text = [](const char *source) {
    return QCoreApplication::translate("Finding", source);
  };
  switch (finding.kind) {
  case Kind::None:
    return {};
  case Kind::FirstInvoice:
    return text(QT_TRANSLATE_NOOP("Finding", "First invoice"));
  case Kind::UsageChange:
    return text(QT_TRANSLATE_NOOP("Finding", "Usage %1")).arg(formatDelta(finding.percent, locale));
  case Kind::TotalChange:
    return text(QT_TRANSLATE_NOOP("Finding", "Total %1")).arg(formatDelta(finding.percent, locale));
  }
  return {};
}

Tone findingTone(const billing::Finding &finding) {
  if (finding.kind == Kind::FirstInvoice)
    return Tone::Info;
  return finding.percent < 0 ? Tone::Danger : Tone::Warning;
}

} // namespace tenantry::ui
