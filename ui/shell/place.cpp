// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place.h"
#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

const QString scheme = u"tenantry"_s;

QString hostOf(Place::Kind kind) {
  switch (kind) {
  case Place::Kind::Organizations:
    return u"organizations"_s;
  case Place::Kind::Organization:
    return u"organization"_s;
  case Place::Kind::Billing:
    return u"billing"_s;
  case Place::Kind::Invoices:
    return u"invoices"_s;
  case Place::Kind::Invoice:
    return u"invoice"_s;
  case Place::Kind::CreditNote:
    return u"credit-note"_s;
  case Place::Kind::Home:
    return u"home"_s;
  case Place::Kind::Matching:
    return u"matching"_s;
  case Place::Kind::Dunning:
    return u"dunning"_s;
  case Place::Kind::Subscriptions:
    return u"subscriptions"_s;
  case Place::Kind::Ledger:
    return u"ledger"_s;
  case Place::Kind::Usage:
    return u"usage"_s;
  case Place::Kind::Mails:
    return u"mails"_s;
  case Place::Kind::Business:
    return u"business"_s;
  case Place::Kind::Contradictions:
    return u"contradictions"_s;
  }
  return {};
}

std::optional<Place::Kind> kindOf(const QString &host) {
  for (const auto kind :
       {Place::Kind::Organizations, Place::Kind::Organization, Place::Kind::Billing,
        Place::Kind::Invoices, Place::Kind::Invoice, Place::Kind::CreditNote, Place::Kind::Home,
        Place::Kind::Matching, Place::Kind::Dunning, Place::Kind::Subscriptions,
        Place::Kind::Ledger, Place::Kind::Usage, Place::Kind::Mails, Place::Kind::Business,
        Place::Kind::Contradictions})
    if (hostOf(kind) == host)
      return kind;
  return std::nullopt;
}

bool needsKey(Place::Kind kind) {
  return kind == Place::Kind::Organization || kind == Place::Kind::Invoice ||
         kind == Place::Kind::CreditNote;
}

/// A list that one of its records can be chosen in.
bool mayHaveKey(Place::Kind kind) {
  return kind == Place::Kind::Matching || kind == Place::Kind::Dunning ||
         kind == Place::Kind::Mails || kind == Place::Kind::Contradictions;
}

/// "organization/what": how lists name what belongs to one.
bool isOfOrganization(const QString &key, Place::Kind kind) {
  const auto what = key.section(u'/', 1);
  bool isNumber = false;
  const int position = what.toInt(&isNumber);
  const bool isKnown =
      kind == Place::Kind::Billing ? isNumber && position >= 0 : !QUuid::fromString(what).isNull();
  return isKnown && !QUuid::fromString(key.section(u'/', 0, 0)).isNull();
}

/// Whether that can be the key of such a place; empty: it has none.
bool isKeyOf(Place::Kind kind, const QString &key) {
  if (key.isEmpty())
    return !needsKey(kind);
  if (kind == Place::Kind::Organization || kind == Place::Kind::Matching ||
      kind == Place::Kind::Mails || kind == Place::Kind::Contradictions)
    return !QUuid::fromString(key).isNull();
  if (kind == Place::Kind::Billing || kind == Place::Kind::Invoices)
    return isOfOrganization(key, kind);
  return needsKey(kind) || mayHaveKey(kind);
}

bool isList(Place::Kind kind) {
  return kind != Place::Kind::Home && kind != Place::Kind::Business && !needsKey(kind);
}

/// What a link has names of its own for, whatever a list calls its settings.
const QStringList ownNames{u"tab"_s,          u"view"_s, u"date"_s, u"filter"_s,
                           u"organization"_s, u"line"_s, u"by"_s,   u"value"_s};

/// Lines are of an invoice or a credit note.
bool hasLines(const Place &place) {
  using Kind = Place::Kind;
  return !place.key.isEmpty() && (place.kind == Kind::Billing || place.kind == Kind::Invoices ||
                                  place.kind == Kind::Invoice || place.kind == Kind::CreditNote);
}

QString escaped(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

const QString outsideWord = u"outside"_s; ///< in place of a day

Failure unknown(const QString &link) {
  return fail(u"place.unknown"_s,
              QCoreApplication::translate(
                  "Place", "“%1” is not a place in Tenantry. Links look like "
                           "tenantry://organizations or tenantry://invoice/INV-2026-000001.")
                  .arg(link));
}

} // namespace

Result<Place> Place::parse(const QString &link) {
  const QUrl url(link.trimmed());
  const auto kind = kindOf(url.host());
  if (!url.isValid() || url.scheme() != scheme || !kind)
    return unknown(link);
  const QUrlQuery query(url);
  Place place{*kind, url.path().mid(1), query.queryItemValue(u"tab"_s), {}};
  place.filter = query.queryItemValue(u"filter"_s);
  if (!isKeyOf(*kind, place.key))
    return unknown(link);
  place.view = query.queryItemValue(u"view"_s);
  place.organization = query.queryItemValue(u"organization"_s);
  for (const auto &id : {place.view, place.organization})
    if (!id.isEmpty() && QUuid::fromString(id).isNull())
      return unknown(link);
  if (const auto line = query.queryItemValue(u"line"_s); !line.isEmpty()) {
    place.line = line.toInt();
    if (place.line <= 0 || !hasLines(place))
      return unknown(link);
  }
  place.by = query.queryItemValue(u"by"_s, QUrl::FullyDecoded);
  if (query.hasQueryItem(u"value"_s) && !place.by.isEmpty())
    place.value = query.queryItemValue(u"value"_s, QUrl::FullyDecoded);
  for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
    if (isList(*kind) && !ownNames.contains(name) && !value.isEmpty())
      place.narrowed[name] = value;
  if (const auto day = query.queryItemValue(u"date"_s);
      day == outsideWord && *kind == Place::Kind::Usage) {
    place.isOutside = true;
  } else if (!day.isEmpty()) {
    TENANTRY_TRY(parsed, parseDay(day));
    place.day = parsed;
  }
  return place;
}

QString Place::link() const {
  QUrl url;
  url.setScheme(scheme);
  url.setHost(hostOf(kind));
  if (!key.isEmpty())
    url.setPath(u'/' + key);
  QUrlQuery query;
  if (!tab.isEmpty())
    query.addQueryItem(u"tab"_s, tab);
  if (!view.isEmpty())
    query.addQueryItem(u"view"_s, view);
  if (day || isOutside)
    query.addQueryItem(u"date"_s, isOutside ? outsideWord : toIso(*day));
  if (!filter.isEmpty())
    query.addQueryItem(u"filter"_s, filter);
  if (!organization.isEmpty())
    query.addQueryItem(u"organization"_s, organization);
  if (line > 0)
    query.addQueryItem(u"line"_s, QString::number(line));
  // What customers send may be of any signs; those that a link means something by are escaped.
  if (!by.isEmpty())
    query.addQueryItem(u"by"_s, escaped(by));
  if (!by.isEmpty() && value)
    query.addQueryItem(u"value"_s, escaped(*value));
  for (const auto &[name, one] : narrowed.asKeyValueRange())
    query.addQueryItem(escaped(name), escaped(one));
  if (!query.isEmpty())
    url.setQuery(query);
  return url.toString(QUrl::FullyEncoded);
}

} // namespace tenantry::ui
