// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/bulk_words.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/sum_text.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct BulkTexts {
  Q_DECLARE_TR_FUNCTIONS(BulkWords)
};

QString changing(const models::BulkPreview &preview) {
  const auto names = preview.names.join(u", "_s);
  const qint64 others = preview.changes - preview.names.size();
  return others > 0 ? BulkTexts::tr("Changes: %1 and %n more.", nullptr, int(others)).arg(names)
                    : BulkTexts::tr("Changes: %1.").arg(names);
}

/// Whose price is gone pays no less: he has left.
QString recurringText(Currency currency, const models::BulkPreview::Recurring &recurring,
                      const QLocale &locale) {
  const auto month = [&](std::int64_t twelfths) {
    return formatMoney({(twelfths + 6) / 12, currency}, locale);
  };
  const auto text =
      BulkTexts::tr("MRR %1 → %2.").arg(month(recurring.before), month(recurring.after));
  if (recurring.after == 0)
    return text;
  return BulkTexts::tr("%1 More is paid by %2, less by %3.")
      .arg(text, formatNumber(recurring.more, locale), formatNumber(recurring.less, locale));
}

} // namespace

QStringList previewSentences(const models::BulkPreview &preview, const QLocale &locale,
                             const QString &amounts) {
  QStringList sentences;
  if (preview.changes > 0)
    sentences.append(changing(preview));
  if (!preview.sum.empty())
    sentences.append((amounts.isEmpty() ? BulkTexts::tr("At stake: %1.") : amounts)
                         .arg(sumText(preview.sum, locale)));
  for (const auto &[currency, recurring] : preview.recurring)
    sentences.append(recurringText(currency, recurring, locale));
  for (const auto &[part, rows] : preview.staying)
    sentences.append(BulkTexts::tr("%1 stays with %n: %2", nullptr, int(rows))
                         .arg(part.what, said(part.message)));
  if (preview.unchanged > 0)
    sentences.append(BulkTexts::tr("%n is so already.", nullptr, int(preview.unchanged)));
  for (const auto &[code, refusal] : preview.refusals)
    sentences.append(
        BulkTexts::tr("%n refused: %1", nullptr, int(refusal.rows)).arg(said(refusal.message)));
  return sentences;
}

QString remainder(const models::BulkReport &report) {
  QStringList parts;
  if (report.unchanged > 0)
    parts.append(BulkTexts::tr("%n was so already", nullptr, int(report.unchanged)));
  if (!report.failed.empty())
    parts.append(BulkTexts::tr("%n failed", nullptr, int(report.failed.size())));
  if (report.cameSince > 0)
    parts.append(
        BulkTexts::tr("%n came since and was left as it is", nullptr, int(report.cameSince)));
  if (report.wasTooMany)
    parts.append(BulkTexts::tr("too many to be undone"));
  if (report.wasCancelled)
    parts.append(BulkTexts::tr("cancelled"));
  if (report.stopped)
    parts.append(said(*report.stopped));
  return parts.join(u", "_s);
}

} // namespace tenantry::ui
