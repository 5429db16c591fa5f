// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/finding_words.h"
#include "ui/organizations/organization_fields.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using Kind = billing::Finding::Kind;

namespace {

QString findingWord(const char *source) { return QCoreApplication::translate("Finding", source); }

} // namespace

QString findingText(const billing::Finding &finding, const QLocale &locale) {
  switch (finding.kind) {
  case Kind::None:
    return {};
  case Kind::MissingData:
    return findingWord(QT_TRANSLATE_NOOP("Finding", "No %1"))
        .arg(missingFieldNames(finding.missing));
  case Kind::FirstInvoice:
    return findingWord(QT_TRANSLATE_NOOP("Finding", "First invoice"));
  case Kind::UsageChange:
    return findingWord(QT_TRANSLATE_NOOP("Finding", "Usage %1"))
        .arg(formatDelta(finding.percent, locale));
  case Kind::TotalChange:
    return findingWord(QT_TRANSLATE_NOOP("Finding", "Total %1"))
        .arg(formatDelta(finding.percent, locale));
  }
  return {};
}

Tone findingTone(const billing::Finding &finding) {
  if (finding.kind == Kind::FirstInvoice)
    return Tone::Info;
  if (finding.kind == Kind::MissingData)
    return Tone::Danger;
  return finding.percent < 0 ? Tone::Danger : Tone::Warning;
}

} // namespace tenantry::ui
