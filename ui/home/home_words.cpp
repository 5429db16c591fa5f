// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_words.h"
#include "models/organizations/mrr_amount.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::HomeFacts;
using models::HomeFigure;

namespace {

constexpr std::int64_t mostCounted = 10'000;

struct HomeWords {
  Q_DECLARE_TR_FUNCTIONS(HomeWords)
};

QString text(const char *source) { return QCoreApplication::translate("Home", source); }

/// The services count to one beyond the most that is said.
QString counted(std::int64_t count, const QLocale &locale) {
  return formatCount(std::min(count, mostCounted), count > mostCounted, locale);
}

std::map<Currency, std::int64_t> mrrNow(const HomeFacts &facts) {
  std::map<Currency, std::int64_t> amounts;
  for (const auto &[currency, months] : facts.movements) {
    const auto month = subscriptions::mrrMonths(months, facts.today, 1).front();
    amounts[currency] = models::mrrAmount(month.closing, currency).minor();
  }
  return amounts;
}

QString moneyText(const std::map<Currency, std::int64_t> &sums, const QLocale &locale,
                  MinorUnits minor) {
  QStringList parts;
  for (const auto &[currency, amount] : sums)
    if (amount != 0)
      parts.append(formatMoney({amount, currency}, locale, minor));
  return parts.isEmpty() ? QString(QChar(0x2013)) : parts.join(u'\n');
}

/// "+€1,200 this month", of each currency that moved.
QString movementText(const HomeFacts &facts, const QLocale &locale) {
  QStringList parts;
  for (const auto &[currency, months] : facts.movements) {
    const auto month = subscriptions::mrrMonths(months, facts.today, 1).front();
    const auto moved = models::mrrAmount(month.closing - month.opening, currency);
    if (moved.minor() != 0)
      parts.append((moved.minor() > 0 ? u"+"_s : QString()) +
                   formatMoney(moved, locale, MinorUnits::Hidden));
  }
  return parts.isEmpty()
             ? text(QT_TRANSLATE_NOOP("Home", "unchanged this month"))
             : text(QT_TRANSLATE_NOOP("Home", "%1 this month")).arg(parts.join(u", "_s));
}

/// The last twelve months of the currency that has most of it.
FigureButton::Content mrrFigure(const HomeFacts &facts, const QLocale &locale) {
  FigureButton::Content content{moneyText(mrrNow(facts), locale, MinorUnits::Hidden),
                                movementText(facts, locale)};
  std::int64_t most = 0;
  for (const auto &[currency, movements] : facts.movements) {
    const auto months = subscriptions::mrrMonths(movements, facts.today, 12);
    if (months.back().closing <= most)
      continue;
    most = months.back().closing;
    content.unit = ChartUnit::money(currency, MinorUnits::Hidden);
    content.course.clear();
    for (const auto &month : months)
      content.course.append(models::mrrAmount(month.closing, currency).minor());
  }
  return content;
}

FigureButton::Content runFigure(const models::HomeBoard &board, const QLocale &locale) {
  const auto &facts = board.facts();
  const auto until =
      text(QT_TRANSLATE_NOOP("Home", "up to %1")).arg(formatDay(facts.runDay, locale));
  const auto &run = board.run();
  if (!run)
    return {text(QT_TRANSLATE_NOOP("Home", "%1 due")).arg(counted(facts.due, locale)), until};
  std::map<Currency, std::int64_t> total;
  qint64 invoices = 0;
  for (const auto &[currency, totals] : run->totals) {
    total[currency] = totals.total;
    invoices += totals.invoices;
  }
  const auto findings = run->findings.waiting();
  return {moneyText(total, locale, MinorUnits::Shown),
          HomeWords::tr("%1 invoice(s), %2 to review", nullptr, int(invoices))
              .arg(formatNumber(invoices, locale), formatNumber(findings, locale)),
          findings > 0 ? Tone::Warning : Tone::Muted};
}

FigureButton::Content contentOf(HomeFigure figure, const models::HomeBoard &board,
                                const QLocale &locale) {
  const auto &facts = board.facts();
  switch (figure) {
  case HomeFigure::Organizations: {
    const auto active = facts.organizations.find(organizations::Status::Active);
    const auto count = active == facts.organizations.end() ? 0 : active->second;
    return {counted(count, locale), text(QT_TRANSLATE_NOOP("Home", "active"))};
  }
  case HomeFigure::Mrr:
    return mrrFigure(facts, locale);
  case HomeFigure::Run:
    return runFigure(board, locale);
  case HomeFigure::Overdue:
    return {moneyText(facts.overdue.due, locale, MinorUnits::Shown),
            HomeWords::tr("%1 invoice(s)", nullptr, int(facts.overdue.count))
                .arg(counted(facts.overdue.count, locale)),
            facts.overdue.count > 0 ? Tone::Danger : Tone::Muted};
  case HomeFigure::Failed:
    return {counted(facts.failed.count, locale),
            text(QT_TRANSLATE_NOOP("Home", "still open, 30 days")),
            facts.failed.count > 0 ? Tone::Warning : Tone::Muted};
  case HomeFigure::Unmatched:
    return {moneyText(facts.unmatched.amounts, locale, MinorUnits::Shown),
            HomeWords::tr("%1 entry(s) wait", nullptr, int(facts.unmatched.count))
                .arg(counted(facts.unmatched.count, locale)),
            facts.unmatched.count > 0 ? Tone::Warning : Tone::Muted};
  case HomeFigure::Received:
    return {moneyText(facts.received.amounts, locale, MinorUnits::Shown),
            HomeWords::tr("%1 payment(s) this month", nullptr, int(facts.received.count))
                .arg(formatNumber(facts.received.count, locale))};
  case HomeFigure::Attention:
    return {counted(facts.attention.count, locale),
            text(QT_TRANSLATE_NOOP("Home", "organizations")),
            facts.attention.count > 0 ? Tone::Danger : Tone::Muted};
  case HomeFigure::Renewals:
    return {counted(facts.renewals.count, locale),
            text(QT_TRANSLATE_NOOP("Home", "within 30 days"))};
  case HomeFigure::Onboarding:
    return {counted(facts.stuck.count, locale),
            text(QT_TRANSLATE_NOOP("Home", "longer than 14 days")),
            facts.stuck.count > 0 ? Tone::Warning : Tone::Muted};
  }
  return {};
}

const char *formula(HomeFigure figure) {
  switch (figure) {
  case HomeFigure::Organizations:
    return QT_TRANSLATE_NOOP("Home", "Organizations whose status is active.");
  case HomeFigure::Mrr:
    return QT_TRANSLATE_NOOP("Home", "Sum of all movements of MRR up to today: yearly prices by "
                                     "twelve, trials left out. Each currency by itself.");
  case HomeFigure::Run:
    return QT_TRANSLATE_NOOP("Home", "What a billing run would issue in the next 31 days on the "
                                     "book as it is. To review are first invoices, changes of a "
                                     "fifth or more and customers who lack what an invoice shows. "
                                     "Larger books are previewed in Billing.");
  case HomeFigure::Overdue:
    return QT_TRANSLATE_NOOP("Home", "What is still to be paid of open invoices whose time to pay "
                                     "is over, the oldest 10,000 at most.");
  case HomeFigure::Failed:
    return QT_TRANSLATE_NOOP("Home",
                             "Open invoices for which a charge failed in the last 30 days.");
  case HomeFigure::Received:
    return QT_TRANSLATE_NOOP("Home",
                             "Payments received since the first of the month. What was taken "
                             "back or charged back is taken off, refunds are not.");
  case HomeFigure::Attention:
    return QT_TRANSLATE_NOOP("Home",
                             "Organizations that are suspended or past due, had a charge fail for "
                             "an open invoice (support does not see those) or reached a limit of "
                             "the running period in the last 30 days, or have been in onboarding "
                             "for more than 14 days.");
  case HomeFigure::Unmatched:
    return QT_TRANSLATE_NOOP("Home", "Entries of bank statements that are assigned to nothing "
                                     "yet; what went out is taken off. Each currency by itself.");
  case HomeFigure::Renewals:
    return QT_TRANSLATE_NOOP("Home", "Contracts by the year, or that end by themselves, whose "
                                     "period ends within 30 days.");
  case HomeFigure::Onboarding:
    return QT_TRANSLATE_NOOP("Home", "Organizations that have been in onboarding for more than 14 "
                                     "days.");
  }
  return "";
}

} // namespace

QString captionOf(HomeFigure figure) {
  switch (figure) {
  case HomeFigure::Organizations:
    return text(QT_TRANSLATE_NOOP("Home", "Organizations"));
  case HomeFigure::Mrr:
    return text(QT_TRANSLATE_NOOP("Home", "MRR"));
  case HomeFigure::Run:
    return text(QT_TRANSLATE_NOOP("Home", "Next run"));
  case HomeFigure::Overdue:
    return text(QT_TRANSLATE_NOOP("Home", "Overdue"));
  case HomeFigure::Failed:
    return text(QT_TRANSLATE_NOOP("Home", "Failed payments"));
  case HomeFigure::Received:
    return text(QT_TRANSLATE_NOOP("Home", "Collected"));
  case HomeFigure::Attention:
    return text(QT_TRANSLATE_NOOP("Home", "Needs attention"));
  case HomeFigure::Unmatched:
    return text(QT_TRANSLATE_NOOP("Home", "Unmatched receipts"));
  case HomeFigure::Renewals:
    return text(QT_TRANSLATE_NOOP("Home", "Renewals"));
  case HomeFigure::Onboarding:
    return text(QT_TRANSLATE_NOOP("Home", "Stuck in onboarding"));
  }
  return {};
}

QString formulaOf(HomeFigure figure, const HomeFacts &facts, const Zone &zone,
                  const QLocale &locale) {
  const auto how = text(formula(figure));
  const auto read = facts.readAt.find(figure);
  return read == facts.readAt.end() ? how : how + u' ' + formatAsOf(read->second, zone, locale);
}

FigureButton::Content figureOf(HomeFigure figure, const models::HomeBoard &board, const Zone &zone,
                               const QLocale &locale) {
  const auto &facts = board.facts();
  FigureButton::Content content{QString(QChar(0x2013)), {}};
  if (facts.has(figure))
    content = contentOf(figure, board, locale);
  if (const auto error = facts.errors.find(figure); error != facts.errors.end()) {
    content.line = text(QT_TRANSLATE_NOOP("Home", "could not be read"));
    content.tone = Tone::Danger;
  }
  content.formula = formulaOf(figure, facts, zone, locale);
  content.place = placeOf(figure, facts);
  return content;
}

} // namespace tenantry::ui
