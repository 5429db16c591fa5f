// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/run_question.h"
#include "ui/billing/lowered_words.h"
#include "ui/billing/run_figures.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using billing::RunPicture;

namespace {

struct RunQuestion {
  Q_DECLARE_TR_FUNCTIONS(tenantry::ui::RunQuestion)
};

QString whyDrafts(const RunPicture &picture) {
  QStringList reasons;
  if (picture.onHold > 0)
    reasons += RunQuestion::tr("%n on hold", nullptr, int(picture.onHold));
  if (picture.needApproval > 0)
    reasons += RunQuestion::tr("%n wait(s) for approval", nullptr, int(picture.needApproval));
  return reasons.join(u", "_s);
}

QString consequenceOf(const RunPicture &picture, const QLocale &locale) {
  const int drafts = int(RunPicture::invoicesOf(picture.drafted));
  if (picture.isReviewed)
    return RunQuestion::tr("They wait among the invoices until somebody finalizes them.");
  if (picture.issued.empty())
    return RunQuestion::tr("None becomes final: %1.").arg(whyDrafts(picture));
  const auto final = RunQuestion::tr("Each gets its number and is collected. A final invoice "
                                     "cannot be changed, only credited.");
  if (drafts == 0)
    return final;
  return final + u'\n' +
         RunQuestion::tr("%n more stay(s) a draft (%1): %2.", nullptr, drafts)
             .arg(sumsText(RunPicture::totalsOf(picture.drafted), locale), whyDrafts(picture));
}

/// No invoice is due: what waits as a draft comes to less, and goes on waiting.
Question loweringQuestion(const RunPicture &picture, const QLocale &locale) {
  auto off = billing::totalsOf(picture.lowered);
  for (auto &[currency, by] : off)
    by = -by;
  return {
      RunQuestion::tr("Lower"),
      RunQuestion::tr("Lower %n draft(s) by what was taken back", nullptr,
                      int(picture.lowered.size())),
      RunQuestion::tr("Total: %1").arg(sumsText(off, locale)),
      loweredDrafts(picture.lowered, locale) + u'\n' +
          RunQuestion::tr("No invoice is due now. A draft waits as before; one of which nothing "
                          "is left is discarded.")};
}

} // namespace

Question runQuestion(const RunPicture &picture, qint64 listed, const Zone &zone,
                     const QLocale &locale) {
  if (picture.issued.empty() && picture.drafted.empty())
    return loweringQuestion(picture, locale);
  const bool isFinal = !picture.issued.empty();
  const auto &asked = isFinal ? picture.issued : picture.drafted;
  const int invoices = int(RunPicture::invoicesOf(asked));
  const auto moment = formatInstant(picture.at, zone, locale);
  Question question{
      isFinal ? RunQuestion::tr("Finalize") : RunQuestion::tr("Draft"),
      isFinal ? RunQuestion::tr("Finalize %n invoice(s) due by %1", nullptr, invoices).arg(moment)
              : RunQuestion::tr("Draft %n invoice(s) due by %1", nullptr, invoices).arg(moment),
      RunQuestion::tr("Total: %1").arg(sumsText(RunPicture::totalsOf(asked), locale)),
      consequenceOf(picture, locale)};
  const auto all = RunPicture::invoicesOf(picture.issued) + RunPicture::invoicesOf(picture.drafted);
  if (all != listed)
    question.consequence +=
        u'\n' + RunQuestion::tr("The list shows %n invoice(s): to the end of the day, and as the "
                                "book was before.",
                                nullptr, int(listed));
  if (!picture.lowered.empty())
    question.consequence += u'\n' + loweredDrafts(picture.lowered, locale);
  if (isFinal) {
    question.typed = QString::number(invoices);
    question.typedName = RunQuestion::tr("How many");
  }
  return question;
}

} // namespace tenantry::ui
