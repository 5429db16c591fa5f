// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/figure_places.h"
#include "ui/widgets/decline_word.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::HomeFacts;
using models::HomeFigure;
using payments::FigureList;
using payments::FigureRow;
using subscriptions::MrrMovementKind;

namespace {

const QString opening = u"opening"_s;

constexpr MrrMovementKind movementKinds[] = {MrrMovementKind::New, MrrMovementKind::Expansion,
                                             MrrMovementKind::Reactivation,
                                             MrrMovementKind::Contraction, MrrMovementKind::Churn};

QString tabOf(FigureList list) {
  switch (list) {
  case FigureList::Received:
    return u"received"_s;
  case FigureList::Failed:
    return u"failed"_s;
  case FigureList::Renewals:
    return u"renewals"_s;
  case FigureList::Attention:
    return u"attention"_s;
  case FigureList::Movements:
    return u"movements"_s;
  }
  return {};
}

Place inFull(FigureList list) { return {Place::Kind::Home, {}, tabOf(list), {}}; }

Place listOf(Place::Kind kind, const QString &filter) {
  Place place{kind, {}, {}, {}};
  place.filter = filter;
  return place;
}

QString rowWord(const char *source) { return QCoreApplication::translate("Home", source); }

QString sourceWord(const QString &source) {
  if (source == u"attempt"_s)
    return rowWord(QT_TRANSLATE_NOOP("Home", "charged"));
  if (source == u"transfer"_s)
    return rowWord(QT_TRANSLATE_NOOP("Home", "transfer"));
  return rowWord(QT_TRANSLATE_NOOP("Home", "imported"));
}

QString reasonWord(const QString &reason) {
  if (reason == u"suspended"_s)
    return rowWord(QT_TRANSLATE_NOOP("Home", "suspended"));
  if (reason == u"past_due"_s)
    return rowWord(QT_TRANSLATE_NOOP("Home", "past due"));
  if (reason == u"payment_failed"_s)
    return rowWord(QT_TRANSLATE_NOOP("Home", "payment failed"));
  if (reason == u"left_out"_s)
    return rowWord(QT_TRANSLATE_NOOP("Home", "cannot be billed"));
  if (reason == u"limit_reached"_s)
    return rowWord(QT_TRANSLATE_NOOP("Home", "limit reached"));
  if (reason == u"upgrade_suggested"_s)
    return rowWord(QT_TRANSLATE_NOOP("Home", "higher plan suggested"));
  if (reason == u"stuck"_s)
    return rowWord(QT_TRANSLATE_NOOP("Home", "stuck in onboarding"));
  return reason;
}

QString kindWord(const std::optional<MrrMovementKind> &kind) {
  if (!kind)
    return rowWord(QT_TRANSLATE_NOOP("Home", "Opening"));
  switch (*kind) {
  case MrrMovementKind::New:
    return rowWord(QT_TRANSLATE_NOOP("Home", "New"));
  case MrrMovementKind::Expansion:
    return rowWord(QT_TRANSLATE_NOOP("Home", "Expansion"));
  case MrrMovementKind::Contraction:
    return rowWord(QT_TRANSLATE_NOOP("Home", "Contraction"));
  case MrrMovementKind::Churn:
    return rowWord(QT_TRANSLATE_NOOP("Home", "Churn"));
  case MrrMovementKind::Reactivation:
    return rowWord(QT_TRANSLATE_NOOP("Home", "Reactivation"));
  }
  return {};
}

std::optional<MrrMovementKind> kindOfWord(const QString &word) {
  for (const auto kind : movementKinds)
    if (subscriptions::toString(kind) == word)
      return kind;
  return std::nullopt;
}

/// None where the place does not say which movements.
std::optional<payments::MovementSpan> spanOf(const Place &place) {
  const auto word = place.filter.section(u'.', 0, 0);
  const auto kind = kindOfWord(word);
  const auto currency = Currency::parse(place.filter.section(u'.', 1));
  if (!place.day || !currency || (!kind && word != opening))
    return std::nullopt;
  const auto month = subscriptions::firstOfMonth(*place.day);
  if (!kind) // no business was run before the calendar that it counts in
    return payments::MovementSpan{{}, *currency, LocalDay(std::chrono::year(1900) / 1 / 1), month};
  const std::chrono::year_month_day next(month);
  return payments::MovementSpan{kind, *currency, month, LocalDay(next + std::chrono::months(1))};
}

} // namespace

Place placeOf(HomeFigure figure, const HomeFacts &facts) {
  switch (figure) {
  case HomeFigure::Run:
    return {Place::Kind::Billing, {}, {}, facts.runDay};
  case HomeFigure::Overdue:
    return listOf(Place::Kind::Invoices, u"overdue"_s);
  case HomeFigure::Unmatched:
    return listOf(Place::Kind::Matching, u"waiting"_s);
  case HomeFigure::Onboarding:
    return listOf(Place::Kind::Organizations, u"stuck"_s);
  case HomeFigure::Mrr:
    return listOf(Place::Kind::Organizations, u"paying"_s);
  case HomeFigure::Organizations:
    return listOf(Place::Kind::Organizations, u"active"_s);
  case HomeFigure::Received:
    return inFull(FigureList::Received);
  case HomeFigure::Attention:
    return inFull(FigureList::Attention);
  case HomeFigure::Failed:
    return inFull(FigureList::Failed);
  case HomeFigure::Renewals:
    return inFull(FigureList::Renewals);
  }
  return {};
}

Place movementsPlace(std::optional<MrrMovementKind> kind, Currency currency, LocalDay month) {
  auto place = inFull(FigureList::Movements);
  place.day = month;
  place.filter = u"%1.%2"_s.arg(kind ? subscriptions::toString(*kind) : opening, currency.code());
  return place;
}

std::optional<FigurePlace> figurePlaceOf(const Place &place) {
  if (place.kind != Place::Kind::Home)
    return std::nullopt;
  if (place.tab == tabOf(FigureList::Movements)) {
    const auto span = spanOf(place);
    return span ? std::optional(FigurePlace{FigureList::Movements, *span}) : std::nullopt;
  }
  for (const auto list :
       {FigureList::Received, FigureList::Failed, FigureList::Renewals, FigureList::Attention})
    if (place.tab == tabOf(list))
      return FigurePlace{list};
  return std::nullopt;
}

QString aboutText(FigureList list, const FigureRow &row) {
  switch (list) {
  case FigureList::Received:
    return row.number.isEmpty() ? sourceWord(row.word)
                                : u"%1, %2"_s.arg(row.number, sourceWord(row.word));
  case FigureList::Failed:
    return u"%1, %2"_s.arg(row.number, declineWord(row.word));
  case FigureList::Renewals:
    return row.word == u"renews"_s ? rowWord(QT_TRANSLATE_NOOP("Home", "renews"))
                                   : rowWord(QT_TRANSLATE_NOOP("Home", "ends"));
  case FigureList::Attention: {
    QStringList reasons;
    for (const auto &reason : row.word.split(u' '))
      reasons += reasonWord(reason);
    return reasons.join(u", "_s);
  }
  case FigureList::Movements:
    return kindWord(kindOfWord(row.word));
  }
  return {};
}

QString titleOf(const FigurePlace &place, const QLocale &locale) {
  switch (place.list) {
  case FigureList::Received:
    return rowWord(QT_TRANSLATE_NOOP("Home", "Payments received this month"));
  case FigureList::Failed:
    return rowWord(QT_TRANSLATE_NOOP("Home", "Failed payments of the last 30 days"));
  case FigureList::Renewals:
    return rowWord(QT_TRANSLATE_NOOP("Home", "Renewals within 30 days"));
  case FigureList::Attention:
    return rowWord(QT_TRANSLATE_NOOP("Home", "Organizations needing attention"));
  case FigureList::Movements:
    return place.span.kind
               ? rowWord(QT_TRANSLATE_NOOP("Home", "MRR in %1: %2, month of %3"))
                     .arg(place.span.currency.code(), kindWord(place.span.kind),
                          formatDay(place.span.from, locale))
               : rowWord(QT_TRANSLATE_NOOP("Home", "MRR in %1: all movements before %2"))
                     .arg(place.span.currency.code(), formatDay(place.span.to, locale));
  }
  return {};
}

Place recordOf(FigureList list, const FigureRow &row) {
  switch (list) {
  case FigureList::Received:
  case FigureList::Failed:
    if (!row.number.isEmpty())
      return {Place::Kind::Invoice, row.number, {}, {}};
    return {Place::Kind::Organization, row.organization.toString(), u"invoices"_s, {}};
  case FigureList::Renewals:
  case FigureList::Movements:
    return {Place::Kind::Organization, row.organization.toString(), u"subscription"_s, {}};
  case FigureList::Attention:
    return {Place::Kind::Organization, row.organization.toString(), {}, {}};
  }
  return {};
}

} // namespace tenantry::ui
