// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/mrr_amount.h"
#include "ui/home/home_words.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::HomeFacts;
using models::HomeFigure;
using payments::FigureList;

namespace {

QString rowText(const char *source, int n = -1) {
  return QCoreApplication::translate("Home", source, nullptr, n);
}

Place organization(const OrganizationId &id) {
  return {Place::Kind::Organization, id.toString(), {}, {}};
}

int daysBetween(LocalDay from, LocalDay to) { return int((to - from).count()); }

QList<LinkRow::Content> overdueRows(const HomeFacts &facts, const QLocale &locale) {
  QList<LinkRow::Content> rows;
  for (const auto &invoice : facts.oldestOverdue) {
    const int days = daysBetween(invoice.dueOn.value_or(facts.today), facts.today);
    rows.append({invoice.organizationName,
                 u"%1, %2"_s.arg(invoice.number,
                                 rowText(QT_TRANSLATE_N_NOOP("Home", "%n day(s) overdue"), days)),
                 formatMoney({invoice.amountDue, invoice.currency}, locale),
                 Tone::Muted,
                 {Place::Kind::Invoice, invoice.number, {}, {}}});
  }
  return rows;
}

QList<LinkRow::Content> failedRows(const HomeFacts &facts, const Zone &zone,
                                   const QLocale &locale) {
  QList<LinkRow::Content> rows;
  for (const auto &failed : facts.failed.rows)
    rows.append({failed.name,
                 u"%1, %2"_s.arg(formatDay(zone.dayOf(failed.at), locale),
                                 aboutText(FigureList::Failed, failed)),
                 formatMoney(failed.amount, locale), Tone::Muted,
                 recordOf(FigureList::Failed, failed)});
  return rows;
}

QList<LinkRow::Content> renewalRows(const HomeFacts &facts, const Zone &zone,
                                    const QLocale &locale) {
  QList<LinkRow::Content> rows;
  for (const auto &renewal : facts.renewals.rows) {
    const auto on = formatDay(renewal.day.value_or(zone.dayOf(renewal.at)), locale);
    const bool renews = renewal.word == u"renews"_s;
    rows.append({renewal.name,
                 renews ? rowText(QT_TRANSLATE_NOOP("Home", "renews on %1")).arg(on)
                        : rowText(QT_TRANSLATE_NOOP("Home", "ends on %1")).arg(on),
                 formatMoney(renewal.amount, locale, MinorUnits::Hidden),
                 renews ? Tone::Muted : Tone::Warning, recordOf(FigureList::Renewals, renewal)});
  }
  return rows;
}

QList<LinkRow::Content> attentionRows(const HomeFacts &facts, const QLocale &locale) {
  QList<LinkRow::Content> rows;
  for (const auto &one : facts.attention.rows)
    rows.append(
        {one.name, aboutText(FigureList::Attention, one),
         one.amount.isZero() ? QString() : formatMoney(one.amount, locale, MinorUnits::Hidden),
         Tone::Muted, recordOf(FigureList::Attention, one)});
  return rows;
}

QList<LinkRow::Content> onboardingRows(const HomeFacts &facts, const Zone &zone,
                                       const QLocale &locale) {
  QList<LinkRow::Content> rows;
  for (const auto &stuck : facts.stuck.rows) {
    const auto since = zone.dayOf(stuck.since);
    rows.append({stuck.name,
                 rowText(QT_TRANSLATE_NOOP("Home", "since %1")).arg(formatDay(since, locale)),
                 rowText(QT_TRANSLATE_N_NOOP("Home", "%n day(s)"), daysBetween(since, facts.today)),
                 Tone::Muted, organization(stuck.organization)});
  }
  return rows;
}

QList<LinkRow::Content> rowsOf(HomeFigure figure, const HomeFacts &facts, const Zone &zone,
                               const QLocale &locale) {
  switch (figure) {
  case HomeFigure::Overdue:
    return overdueRows(facts, locale);
  case HomeFigure::Failed:
    return failedRows(facts, zone, locale);
  case HomeFigure::Renewals:
    return renewalRows(facts, zone, locale);
  case HomeFigure::Attention:
    return attentionRows(facts, locale);
  case HomeFigure::Onboarding:
    return onboardingRows(facts, zone, locale);
  default:
    return {};
  }
}

/// Nothing to do, and where one looks next.
std::pair<QString, HomeCard::Step> nothing(HomeFigure figure) {
  const Place organizations{Place::Kind::Organizations, {}, {}, {}};
  Place invoices{Place::Kind::Invoices, {}, {}, {}};
  invoices.filter = u"open"_s;
  const auto toInvoices = rowText(QT_TRANSLATE_NOOP("Home", "Open invoices"));
  const auto toOrganizations = rowText(QT_TRANSLATE_NOOP("Home", "All organizations"));
  switch (figure) {
  case HomeFigure::Overdue:
    return {rowText(QT_TRANSLATE_NOOP("Home", "No invoice is overdue.")), {toInvoices, invoices}};
  case HomeFigure::Failed:
    return {rowText(QT_TRANSLATE_NOOP("Home", "No failed payment is still open.")),
            {toInvoices, invoices}};
  case HomeFigure::Renewals:
    return {rowText(QT_TRANSLATE_NOOP("Home", "No contract ends within 30 days.")),
            {toOrganizations, organizations}};
  case HomeFigure::Attention:
    return {rowText(QT_TRANSLATE_NOOP("Home", "No organization needs attention.")),
            {toOrganizations, organizations}};
  default:
    return {rowText(QT_TRANSLATE_NOOP("Home", "Nobody is stuck in onboarding.")),
            {toOrganizations, organizations}};
  }
}

QString allOf(HomeFigure figure) {
  switch (figure) {
  case HomeFigure::Overdue:
    return rowText(QT_TRANSLATE_NOOP("Home", "All overdue invoices"));
  case HomeFigure::Failed:
    return rowText(QT_TRANSLATE_NOOP("Home", "All failed payments"));
  case HomeFigure::Renewals:
    return rowText(QT_TRANSLATE_NOOP("Home", "All renewals"));
  case HomeFigure::Attention:
    return rowText(QT_TRANSLATE_NOOP("Home", "All that need attention"));
  default:
    return rowText(QT_TRANSLATE_NOOP("Home", "All that are stuck"));
  }
}

} // namespace

QString cardTitle(HomeFigure figure) {
  switch (figure) {
  case HomeFigure::Overdue:
    return rowText(QT_TRANSLATE_NOOP("Home", "Overdue invoices, the oldest first"));
  case HomeFigure::Failed:
    return rowText(QT_TRANSLATE_NOOP("Home", "Failed payments of the last 30 days"));
  case HomeFigure::Renewals:
    return rowText(QT_TRANSLATE_NOOP("Home", "Renewals within 30 days"));
  case HomeFigure::Attention:
    return rowText(QT_TRANSLATE_NOOP("Home", "Organizations needing attention"));
  case HomeFigure::Onboarding:
    return rowText(QT_TRANSLATE_NOOP("Home", "Stuck in onboarding"));
  default:
    return {};
  }
}

void fillCard(HomeCard *card, HomeFigure figure, const HomeFacts &facts, const Zone &zone,
              const QLocale &locale) {
  // What was read stays readable while there is no connection: the window says so.
  const auto error = facts.errors.find(figure);
  if (error != facts.errors.end() &&
      (error->second.code != u"store.disconnected" || !facts.has(figure)))
    return card->showError(error->second);
  if (!facts.has(figure))
    return;
  const auto rows = rowsOf(figure, facts, zone, locale);
  if (rows.isEmpty()) {
    const auto [sentence, next] = nothing(figure);
    return card->showNothing(sentence, next);
  }
  card->showRows(rows, {allOf(figure), placeOf(figure, facts)});
}

} // namespace tenantry::ui
